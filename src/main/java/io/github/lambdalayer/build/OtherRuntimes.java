package io.github.lambdalayer.build;

import io.github.lambdalayer.lambda.LambdaRuntime;
import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.python.resolve.OtherRuntime;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The runtimes that a user could choose where a package has no wheel for the chosen one. */
final class OtherRuntimes {

    private OtherRuntimes() {}

    /** Those that AWS patches first, newest first; for example "set {@code <runtime>python3.12</runtime>}". */
    static List<OtherRuntime> than(LambdaTarget target, LocalDate today) {
        return LambdaRuntime.all().stream()
                .filter(runtime -> !runtime.equals(target.runtime()))
                .sorted(Comparator.comparing((LambdaRuntime runtime) -> isPatched(runtime, today))
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .map(runtime -> new OtherRuntime(
                        LambdaTarget.of(runtime, target.architecture()).python(),
                        "set <runtime>" + runtime + "</runtime>"
                                + (isPatched(runtime, today) ? "" : ", which AWS no longer patches")))
                .toList();
    }

    private static boolean isPatched(LambdaRuntime runtime, LocalDate today) {
        return runtime.lifecycle()
                .map(lifecycle -> today.isBefore(lifecycle.deprecated()))
                .orElse(false);
    }
}
