package io.github.lambdalayer.python.target;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.version.Version;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/**
 * The interpreter that wheels must run on, for example CPython 3.13.0 on x86_64 with glibc 2.34.
 *
 * @param markers the values that markers are judged by
 * @param tags the tags of wheels that it accepts
 * @param pythonVersion in full, for example {@code 3.13.0}
 * @param machine {@code x86_64} or {@code aarch64}
 * @param glibcMinor 34 for glibc 2.34
 */
public record PythonTarget(
        MarkerEnvironment markers, CompatibleTags tags, Version pythonVersion, String machine, int glibcMinor) {

    private static final Set<String> MACHINES = Set.of("x86_64", "aarch64");
    private static final BigInteger NEWEST_MINOR = BigInteger.valueOf(99);
    private static final int NEWEST_GLIBC = 99;

    /**
     * CPython on Linux.
     *
     * @param pythonFullVersion with its patch level, for example {@code 3.13.0}
     * @param machine {@code x86_64} or {@code aarch64}
     * @param glibcMinor 34 for glibc 2.34
     * @throws LayerException {@link TargetProblem#BAD_INTERPRETER}
     */
    public static PythonTarget linux(String pythonFullVersion, String machine, int glibcMinor) {
        Version python = Version.tryParse(pythonFullVersion)
                .filter(PythonTarget::isFull)
                .orElseThrow(() -> new LayerException(
                        TargetProblem.BAD_INTERPRETER,
                        "\"" + Printable.name(pythonFullVersion) + "\" is not a full version of CPython 3.",
                        "write it with its patch level, such as 3.13.0"));
        if (!MACHINES.contains(machine)) {
            throw new LayerException(
                    TargetProblem.BAD_INTERPRETER,
                    "\"" + Printable.name(machine) + "\" is not a machine of AWS Lambda: x86_64 or aarch64.");
        }
        if (glibcMinor < 5 || glibcMinor > NEWEST_GLIBC) {
            throw new LayerException(
                    TargetProblem.BAD_INTERPRETER, "2." + glibcMinor + " is not a version of glibc from 2.5 on.");
        }
        int minor = python.release().get(1).intValueExact();
        CompatibleTags tags = CompatibleTags.linux(minor, machine, glibcMinor);
        return new PythonTarget(MarkerEnvironment.linux(python, machine), tags, python, machine, glibcMinor);
    }

    private static boolean isFull(Version version) {
        List<BigInteger> release = version.release();
        return release.size() == 3
                && version.epoch().signum() == 0
                && version.local().isEmpty()
                && release.get(0).equals(BigInteger.valueOf(3))
                && release.get(1).compareTo(NEWEST_MINOR) <= 0;
    }

    /** Whether a {@code Requires-Python} accepts it; 3.13.0rc1 counts as 3.13.0. */
    public boolean accepts(Specifiers requiresPython) {
        return requiresPython.accepts(pythonVersion.baseVersion());
    }

    /** For example {@code 3.13}. */
    public String pythonMinor() {
        return markers.pythonVersion();
    }

    /** The same interpreter: its markers and tags follow from that. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PythonTarget that
                && pythonVersion.equals(that.pythonVersion)
                && machine.equals(that.machine)
                && glibcMinor == that.glibcMinor;
    }

    @Override
    public int hashCode() {
        return (pythonVersion.hashCode() * 31 + machine.hashCode()) * 31 + glibcMinor;
    }

    @Override
    public String toString() {
        String architecture = machine.equals("aarch64") ? "arm64" : machine;
        return "python" + pythonMinor() + " on " + architecture + " (glibc 2." + glibcMinor + ")";
    }
}
