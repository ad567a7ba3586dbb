package io.github.lambdalayer.build;

import io.github.lambdalayer.aws.AwsIdentity;
import io.github.lambdalayer.lambda.Architecture;
import io.github.lambdalayer.lambda.LambdaRuntime;
import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.lambda.Language;
import io.github.lambdalayer.lambda.LayerName;
import io.github.lambdalayer.python.index.IndexSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One layer as the user wants it, every text already a value: {@code data for python3.13 on x86_64}. {@code SpecReader} in
 * {@code maven} shows how one is made of text.
 *
 * @param name for example {@code data}
 * @param description what AWS shows beside it; may be ""
 * @param licenseInfo the licence that AWS shows; "" for those of the packages
 * @param targets what it must run on, at least one; several runtimes, and several architectures when it is universal
 * @param wanted which packages it holds
 * @param lock where its lock is, and what else that lock is for
 * @param indexes where packages come from
 * @param identity as whom AWS is asked about indexes that are on AWS CodeArtifact
 * @param contents what else decides its bytes
 * @param basedir the project's folder, which files that are named elsewhere must lie in
 * @param output the folder for its files
 */
public record LayerSpec(
        LayerName name,
        String description,
        String licenseInfo,
        List<LambdaTarget> targets,
        Wanted wanted,
        LockPlace lock,
        IndexSettings indexes,
        AwsIdentity identity,
        Contents contents,
        Path basedir,
        Path output) {

    /**
     * The lock of a layer.
     *
     * @param file where it is, or would be
     * @param needed whether it is an error that there is none
     * @param targets all that it is for: layers for two architectures share one lock
     * @param hasGoal whether there is a goal that writes it, which needs a pom
     */
    public record LockPlace(Path file, boolean needed, List<LambdaTarget> targets, boolean hasGoal) {

        public LockPlace {
            targets = List.copyOf(targets);
        }
    }

    public LayerSpec {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("a layer for nothing");
        }
        targets = List.copyOf(targets);
    }

    /** The same layer with other packages. */
    public LayerSpec with(Wanted others) {
        return new LayerSpec(
                name, description, licenseInfo, targets, others, lock, indexes, identity, contents, basedir, output);
    }

    /** The same layer under another name, for some of its targets. */
    public LayerSpec with(LayerName other, List<LambdaTarget> some) {
        return new LayerSpec(
                other, description, licenseInfo, some, wanted, lock, indexes, identity, contents, basedir, output);
    }

    /** What its functions are written in: all its runtimes are of one language. */
    public Language language() {
        return targets.get(0).runtime().language();
    }

    /** Whether it is a layer of Python, which is resolved, locked and compiled. */
    public boolean isPython() {
        return language() == Language.PYTHON;
    }

    /** Whether it changes from day to day without a lock: it asks for packages, and no file of it is a lock, or may name digests. */
    public boolean isToBeLocked() {
        return isPython()
                && !wanted.isEmpty()
                && wanted.ofAll(Wanted::files).stream().allMatch(file -> InputKind.of(file) == InputKind.PROJECT);
    }

    /** Its runtimes, for example {@code python3.13}. */
    public List<String> runtimes() {
        return targets.stream()
                .map(LambdaTarget::runtime)
                .distinct()
                .map(LambdaRuntime::name)
                .toList();
    }

    /** Its architectures, for example {@code x86_64}. */
    public List<String> architectures() {
        return targets.stream()
                .map(LambdaTarget::architecture)
                .distinct()
                .map(Architecture::text)
                .toList();
    }

    /** The files that its build writes. */
    public ResultFiles files() {
        return new ResultFiles(output, name.value());
    }

    /** For example {@code data for python3.12, python3.13 on x86_64}. */
    @Override
    public String toString() {
        return name + " for " + runtimes().stream().collect(Collectors.joining(", ")) + " on "
                + String.join(", ", architectures());
    }
}
