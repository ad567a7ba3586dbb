package io.github.lambdalayer.lambda;

import io.github.lambdalayer.problem.LayerException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Python runtime of AWS Lambda as its image describes it. AWS moves the dates and raises the patch level from time to
 * time; what matters here can be overridden in {@link LambdaTarget}.
 */
public final class LambdaRuntime implements Comparable<LambdaRuntime> {

    private final int minor;
    private final String operatingSystem;
    private final int glibcMinor;
    private final String pythonFullVersion;
    private final @Nullable RuntimeLifecycle lifecycle;

    LambdaRuntime(
            int minor,
            String operatingSystem,
            int glibcMinor,
            String pythonFullVersion,
            @Nullable RuntimeLifecycle lifecycle) {
        this.minor = minor;
        this.operatingSystem = operatingSystem;
        this.glibcMinor = glibcMinor;
        this.pythonFullVersion = pythonFullVersion;
        this.lifecycle = lifecycle;
    }

    /**
     * The runtime that AWS calls so, for example {@code python3.13}.
     *
     * @throws LayerException {@link LambdaProblem#UNKNOWN_RUNTIME}
     */
    public static LambdaRuntime of(String name) {
        return known(name).orElseThrow(() -> LambdaRuntimes.unknown(name));
    }

    /** As {@link #of}; empty when the name is not known. */
    public static Optional<LambdaRuntime> known(String name) {
        return all().stream().filter(r -> r.name().equals(name)).findFirst();
    }

    /** Every known runtime, oldest first. */
    public static List<LambdaRuntime> all() {
        return LambdaRuntimes.ALL;
    }

    /**
     * A runtime that is newer than this plugin, from what {@code glibc} and {@code pythonFullVersion} say about it.
     *
     * @param name for example {@code python3.15}
     * @param glibc for example {@code 2.34}
     * @param pythonFullVersion for example {@code 3.15.0}
     * @throws LayerException {@link LambdaProblem#UNKNOWN_RUNTIME} or {@link LambdaProblem#BAD_RUNTIME_OVERRIDE}
     */
    public static LambdaRuntime described(String name, String glibc, String pythonFullVersion) {
        int minor = LambdaRuntimes.minorOf(name);
        return new LambdaRuntime(
                minor,
                "an unknown operating system",
                Overrides.glibcMinor(glibc),
                Overrides.pythonFullVersion(pythonFullVersion, minor),
                null);
    }

    /** AWS's name, for example {@code python3.13}. */
    public String name() {
        return "python" + python();
    }

    /** The Python version without patch level, for example {@code 3.13}. */
    public String python() {
        return "3." + minor;
    }

    /** 13 of Python 3.13. */
    public int pythonMinor() {
        return minor;
    }

    /** For example {@code Amazon Linux 2023}. */
    public String operatingSystem() {
        return operatingSystem;
    }

    /** 34 of glibc 2.34. */
    public int glibcMinor() {
        return glibcMinor;
    }

    /** The patch level that is assumed, for example {@code 3.13.0}; the image may have a newer one. */
    public String pythonFullVersion() {
        return pythonFullVersion;
    }

    /** When AWS ends it, as far as that is known. */
    public Optional<RuntimeLifecycle> lifecycle() {
        return Optional.ofNullable(lifecycle);
    }

    @Override
    public int compareTo(LambdaRuntime other) {
        return Integer.compare(minor, other.minor);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LambdaRuntime that
                && minor == that.minor
                && glibcMinor == that.glibcMinor
                && pythonFullVersion.equals(that.pythonFullVersion);
    }

    @Override
    public int hashCode() {
        return 31 * minor + glibcMinor;
    }

    @Override
    public String toString() {
        return name();
    }
}
