package io.github.lambdalayer.build;

import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.lock.LockedSpec;
import io.github.lambdalayer.python.lock.SpecTopic;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.resolve.Strategy;
import io.github.lambdalayer.python.version.PreReleases;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a specification decides which wheels are chosen; a lock keeps it, to see what has changed since. */
final class LockTopics {

    private LockTopics() {}

    /**
     * The topics of a layer.
     *
     * @param requirements those of the pom and of its files
     */
    static LockedSpec of(LayerSpec spec, Requirements requirements) {
        Wanted wanted = spec.wanted();
        List<LambdaTarget> targets = spec.lock().targets();
        return LockedSpec.NONE
                .with(SpecTopic.REQUIREMENTS, portable(requirements.requirements(), spec))
                .with(SpecTopic.CONSTRAINTS, requirements.constraints())
                .with(SpecTopic.OVERRIDES, portable(requirements.overrides(), spec))
                .with(
                        SpecTopic.EXCLUDED,
                        wanted.excludedByAll().stream().sorted().toList())
                .with(
                        SpecTopic.RUNTIMES,
                        targets.stream().map(LambdaTarget::runtime).distinct().toList())
                .with(
                        SpecTopic.ARCHITECTURES,
                        targets.stream()
                                .map(LambdaTarget::architecture)
                                .distinct()
                                .toList())
                .with(SpecTopic.GLIBC, glibc(targets))
                .with(SpecTopic.PYTHON_FULL_VERSION, pythonFullVersion(targets))
                .with(SpecTopic.PRERELEASES, unless(requirements.preReleases(), PreReleases.IF_NECESSARY))
                .with(SpecTopic.RESOLUTION, unless(wanted.strategy(), Strategy.HIGHEST))
                .with(
                        SpecTopic.UPLOADED_PRIOR_TO,
                        Stream.of(wanted.uploadedPriorTo())
                                .filter(t -> !t.isEmpty())
                                .toList())
                .with(
                        SpecTopic.INDEXES,
                        spec.indexes().indexes().stream()
                                .map(index -> index(index, spec.indexes().pinned()))
                                .toList())
                .with(SpecTopic.FIND_LINKS, findLinks(spec));
    }

    /** For example {@code acme https://repo.acme.example/simple/ explicit packages=acme-core,acme-web}. */
    private static String index(IndexLocation index, Map<PackageName, String> pinned) {
        String packages = pinned.entrySet().stream()
                .filter(pin -> pin.getValue().equals(index.id()))
                .map(pin -> pin.getKey().value())
                .sorted()
                .collect(Collectors.joining(","));
        return index.id() + " " + index.declaredUrl() + (index.explicit() ? " explicit" : "")
                + (packages.isEmpty() ? "" : " packages=" + packages);
    }

    private static List<String> glibc(List<LambdaTarget> targets) {
        return targets.stream()
                .filter(target -> target.glibcMinor() != target.runtime().glibcMinor())
                .map(target -> "2." + target.glibcMinor())
                .distinct()
                .toList();
    }

    private static List<String> pythonFullVersion(List<LambdaTarget> targets) {
        return targets.stream()
                .filter(target ->
                        !target.pythonFullVersion().equals(target.runtime().pythonFullVersion()))
                .map(LambdaTarget::pythonFullVersion)
                .distinct()
                .toList();
    }

    private static List<String> unless(Enum<?> value, Enum<?> usual) {
        return value == usual
                ? List.of()
                : List.of(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static List<String> findLinks(LayerSpec spec) {
        return spec.indexes().findLinks().stream()
                .map(links -> fromLock(links, spec))
                .toList();
    }

    /** Requirements whose wheels lie on this machine name them by {@code @ libs/demo-1.0-py3-none-any.whl#sha256=…}. */
    private static List<Requirement> portable(List<Requirement> requirements, LayerSpec spec) {
        return requirements.stream()
                .map(requirement -> LocalWheels.path(requirement)
                        .map(wheel -> requirement.at(fromLock(wheel, spec)))
                        .map(moved -> requirement
                                .urlSha256()
                                .map(moved::withUrlSha256)
                                .orElse(moved))
                        .orElse(requirement))
                .toList();
    }

    /** As it is seen from the lock, so that a checkout elsewhere says the same. */
    private static String fromLock(Path path, LayerSpec spec) {
        Path absolute = path.toAbsolutePath();
        Path folder = spec.lock().file().toAbsolutePath().normalize().getParent();
        Path shown =
                folder != null && absolute.getRoot().equals(folder.getRoot()) ? folder.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }
}
