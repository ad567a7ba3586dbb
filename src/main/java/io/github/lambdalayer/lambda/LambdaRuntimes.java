package io.github.lambdalayer.lambda;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The runtimes that are known, as a table. */
final class LambdaRuntimes {

    private static final String PREFIX = "python3.";

    /** The minor version of glibc in images of Amazon Linux: the first, 2, and 2023. */
    private static final int AL1 = 17;

    private static final int AL2 = 26;
    private static final int AL2023 = 34;

    /**
     * The columns: version, of Python with its patch level, and when AWS deprecates the runtime, blocks new functions and
     * blocks updates. The patch level is that of late 2025; images get newer ones, and {@code pythonFullVersion} overrides
     * it. The dates are those of mid 2026, as far as AWS had told them.
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
            al2023(14, "3.14.0", lifecycle("2029-06-30", "2029-07-31", "2029-08-31")),
            java(8, "", AL1, lifecycle("2024-01-08", "2024-02-08", "2027-03-03")),
            java(8, ".al2", AL2, lifecycle("2027-06-30", "2027-07-31", "2027-08-31")),
            java(8, ".al2023", AL2023, null),
            java(11, "", AL2, lifecycle("2027-06-30", "2027-07-31", "2027-08-31")),
            java(11, ".al2023", AL2023, null),
            java(17, "", AL2, lifecycle("2027-06-30", "2027-07-31", "2027-08-31")),
            java(17, ".al2023", AL2023, null),
            java(21, "", AL2023, lifecycle("2029-06-30", "2029-07-31", "2029-08-31")),
            java(25, "", AL2023, lifecycle("2029-06-30", "2029-07-31", "2029-08-31")),
            nodejs(16, AL2, lifecycle("2024-06-12", "2027-02-01", "2027-03-03")),
            nodejs(18, AL2, lifecycle("2025-09-01", "2027-02-01", "2027-03-03")),
            nodejs(20, AL2023, lifecycle("2026-04-30", "2027-02-01", "2027-03-03")),
            nodejs(22, AL2023, lifecycle("2027-04-30", "2027-06-01", "2027-07-01")),
            nodejs(24, AL2023, lifecycle("2028-04-30", "2028-06-01", "2028-07-01")));

    private LambdaRuntimes() {}

    private static LambdaRuntime al1(int minor, String fullVersion, RuntimeLifecycle lifecycle) {
        return python(minor, AL1, fullVersion, lifecycle);
    }

    private static LambdaRuntime al2(int minor, String fullVersion, RuntimeLifecycle lifecycle) {
        return python(minor, AL2, fullVersion, lifecycle);
    }

    private static LambdaRuntime al2023(int minor, String fullVersion, RuntimeLifecycle lifecycle) {
        return python(minor, AL2023, fullVersion, lifecycle);
    }

    private static LambdaRuntime python(int minor, int glibcMinor, String fullVersion, RuntimeLifecycle lifecycle) {
        return new LambdaRuntime(Language.PYTHON, PREFIX + minor, minor, glibcMinor, fullVersion, lifecycle);
    }

    private static LambdaRuntime java(
            int version, String suffix, int glibcMinor, @Nullable RuntimeLifecycle lifecycle) {
        String name = "java" + version + suffix;
        return new LambdaRuntime(Language.JAVA, name, version, glibcMinor, "", lifecycle);
    }

    private static LambdaRuntime nodejs(int version, int glibcMinor, RuntimeLifecycle lifecycle) {
        String name = "nodejs" + version + ".x";
        return new LambdaRuntime(Language.NODEJS, name, version, glibcMinor, "", lifecycle);
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
            throw unknown(Language.PYTHON, name);
        }
        return Integer.parseInt(minor);
    }

    /** 26 of {@code nodejs26.x}, 29 of {@code java29} and of {@code java29.al2023}. */
    static int numberOf(Language language, String name) {
        String rest = name.startsWith(language.text())
                ? name.substring(language.text().length())
                : "";
        int end = rest.indexOf('.') < 0 ? rest.length() : rest.indexOf('.');
        String number = rest.substring(0, end);
        if (number.isEmpty() || number.length() > 2 || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw unknown(language, name);
        }
        return Integer.parseInt(number);
    }

    static LayerException unknown(Language language, String name) {
        String known =
                LambdaRuntime.all(language).stream().map(LambdaRuntime::name).collect(Collectors.joining(", "));
        String sentence = "\"" + Printable.name(name) + "\" is not a known runtime: " + known + ".";
        return new LayerException(
                LambdaProblem.UNKNOWN_RUNTIME, sentence, hints(language, name).toArray(String[]::new));
    }

    private static List<String> hints(Language language, String name) {
        for (Language other : Language.values()) {
            if (other != language && LambdaRuntime.known(other, name).isPresent()) {
                return List.of("a layer for it needs <language>" + other + "</language>");
            }
        }
        if (language == Language.PYTHON && name.startsWith(PREFIX)) {
            return List.of("for a newer runtime say what it has, with <glibc> and <pythonFullVersion>");
        }
        if (language != Language.PYTHON && name.startsWith(language.text())) {
            return List.of("for a newer runtime say what it has, with <glibc>");
        }
        String meant = language + name;
        return LambdaRuntime.known(language, meant).isPresent() ? List.of("write " + meant) : List.of();
    }
}
