package io.github.lambdalayer.maven;

import io.github.lambdalayer.lambda.Architecture;
import io.github.lambdalayer.lambda.LambdaRuntime;
import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.lambda.Language;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads what a layer is for: its runtimes and architectures, with what is said about them otherwise. */
final class TargetReader {

    private final Parameters parameters;
    private final Language language;
    private final Problems problems;
    private final Optional<Given> glibc;
    private final Optional<Given> pythonFullVersion;

    TargetReader(Parameters parameters, Language language, Problems problems) {
        this.parameters = parameters;
        this.language = language;
        this.problems = problems;
        this.glibc = parameters.nonEmpty("glibc");
        this.pythonFullVersion =
                language == Language.PYTHON ? parameters.nonEmpty("pythonFullVersion") : Optional.empty();
    }

    /** The architectures, without doubles; x86_64 where none is given. */
    List<Architecture> architectures() {
        List<Given> given = parameters.list("architectures", Separator.COMMA);
        if (given.isEmpty()) {
            return List.of(Architecture.X86_64);
        }
        return given.stream()
                .map(each -> problems.collect(() -> each.as(Architecture::of)))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The runtimes, without doubles, oldest first; the fault is remembered when there is none. */
    List<LambdaRuntime> runtimes() {
        List<Given> given = parameters.list("runtimes", Separator.COMMA);
        if (given.isEmpty()) {
            problems.add(new LayerException(
                    PomProblem.MISSING_PARAMETER,
                    "No runtime is given.",
                    "<runtimes><runtime>" + newest() + "</runtime></runtimes> in the plugin's <configuration>",
                    "or -Dlambda-layer.runtimes=" + newest()));
        }
        return given.stream()
                .map(each -> problems.collect(() -> each.as(this::runtime)))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** One target, with the glibc and the patch level that the user gave; empty when they are faulty. */
    Optional<LambdaTarget> target(LambdaRuntime runtime, Architecture architecture) {
        return Optional.ofNullable(problems.collect(() -> {
            LambdaTarget target = LambdaTarget.of(runtime, architecture);
            if (glibc.isPresent()) {
                target = glibc.get().as(target::withGlibc);
            }
            return pythonFullVersion.isPresent() ? pythonFullVersion.get().as(target::withPythonFullVersion) : target;
        }));
    }

    private LambdaRuntime runtime(String name) {
        boolean isKnown = LambdaRuntime.known(language, name).isPresent();
        if (!isKnown && glibc.isPresent() && pythonFullVersion.isPresent()) {
            return LambdaRuntime.described(
                    name, glibc.get().text(), pythonFullVersion.get().text());
        }
        if (!isKnown && glibc.isPresent() && language != Language.PYTHON) {
            return LambdaRuntime.described(language, name, glibc.get().text());
        }
        return LambdaRuntime.of(language, name);
    }

    private String newest() {
        List<LambdaRuntime> all = LambdaRuntime.all(language);
        return all.get(all.size() - 1).name();
    }
}
