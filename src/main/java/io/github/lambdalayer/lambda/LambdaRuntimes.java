package io.github.lambdalayer.lambda;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The runtimes that are known, as a table. */
final class LambdaRuntimes {

    private static final String PREFIX = "python3.";

    /**
     * The columns: minor version, patch level, deprecated, creation blocked, update blocked. The patch level is that of
     * late 2025; images get newer ones, and {@code pythonFullVersion} overrides it. The dates are those of mid 2026.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html">Lambda runtimes</a>, for the dates
     * @see <a href="https://gallery.ecr.aws/lambda/python">the images</a>, for patch levels and glibc
     */
    static final List<LambdaRuntime> ALL = List.of(
            al1(6, "3.6.15", deprecatedOn("2022-07-18")),
            al1(7, "3.7.17", deprecatedOn("2023-12-04")),
            al2(8, "3.8.20", lifecycle("2024-10-14", "2027-02-01", "2027-03-03")),
            al2(9, "3.9.23", lifecycle("2025-12-15", "2027-02-01", "2027-03-03")),
            al2(10, "3.10.18", lifecycle("2026-10-31", "2027-02-01", "2027-03-03")),
            al2(11, "3.11.13", lifecycle("2027-06-30", "2027-07-31", "2027-08-31")),
            al2023(12, "3.12.11", lifecycle("2028-10-31", "2028-11-30", "2029-01-10")),
            al2023(13, "3.13.7", lifecycle("2029-06-30", "2029-07-31", "2029-08-31")),
            al2023(14, "3.14.0", lifecycle("2029-06-30", "2029-07-31", "2029-08-31")));

    private LambdaRuntimes() {}

    private static LambdaRuntime al1(int minor, String fullVersion, RuntimeLifecycle lifecycle) {
        return new LambdaRuntime(minor, "Amazon Linux", 17, fullVersion, lifecycle);
    }

    private static LambdaRuntime al2(int minor, String fullVersion, RuntimeLifecycle lifecycle) {
        return new LambdaRuntime(minor, "Amazon Linux 2", 26, fullVersion, lifecycle);
    }

    private static LambdaRuntime al2023(int minor, String fullVersion, RuntimeLifecycle lifecycle) {
        return new LambdaRuntime(minor, "Amazon Linux 2023", 34, fullVersion, lifecycle);
    }

    private static RuntimeLifecycle lifecycle(String deprecated, String createBlocked, String updateBlocked) {
        return new RuntimeLifecycle(
                LocalDate.parse(deprecated), LocalDate.parse(createBlocked), LocalDate.parse(updateBlocked));
    }

    private static RuntimeLifecycle deprecatedOn(String day) {
        return new RuntimeLifecycle(LocalDate.parse(day), null, null);
    }

    /** 15 of {@code python3.15}. */
    static int minorOf(String name) {
        String minor = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "";
        boolean number = !minor.isEmpty()
                && minor.length() <= 2
                && minor.charAt(0) != '0'
                && minor.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number) {
            throw unknown(name);
        }
        return Integer.parseInt(minor);
    }

    static LayerException unknown(String name) {
        String known = ALL.stream().map(LambdaRuntime::name).collect(Collectors.joining(", "));
        String sentence = "\"" + Printable.name(name) + "\" is not a known runtime: " + known + ".";
        if (name.startsWith(PREFIX)) {
            return new LayerException(
                    LambdaProblem.UNKNOWN_RUNTIME,
                    sentence,
                    "for a newer runtime say what it has, with <glibc> and <pythonFullVersion>");
        }
        String meant = "python" + name;
        return LambdaRuntime.known(meant).isPresent()
                ? new LayerException(LambdaProblem.UNKNOWN_RUNTIME, sentence, "write " + meant)
                : new LayerException(LambdaProblem.UNKNOWN_RUNTIME, sentence);
    }
}
