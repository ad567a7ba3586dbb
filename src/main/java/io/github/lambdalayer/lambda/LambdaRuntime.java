package io.github.lambdalayer.lambda;

import io.github.lambdalayer.problem.LayerException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A runtime of AWS Lambda as its image describes it. AWS moves the dates and raises the patch level from time to time; what
 * matters here can be overridden in {@link LambdaTarget}.
 */
public final class LambdaRuntime implements Comparable<LambdaRuntime> {

    private static final Comparator<LambdaRuntime> ORDER = Comparator.comparing(LambdaRuntime::language)
            .thenComparing(runtime -> runtime.number)
            .thenComparing(LambdaRuntime::name);

    private final Language language;
    private final String name;
    private final int number;
    private final int glibcMinor;
    private final String pythonFullVersion;
    private final @Nullable RuntimeLifecycle lifecycle;

    /** {@code number} is 13 of Python 3.13, 21 of Java 21, 22 of Node.js 22. */
    LambdaRuntime(
            Language language,
            String name,
            int number,
            int glibcMinor,
            String pythonFullVersion,
            @Nullable RuntimeLifecycle lifecycle) {
        this.language = language;
        this.name = name;
        this.number = number;
        this.glibcMinor = glibcMinor;
        this.pythonFullVersion = pythonFullVersion;
        this.lifecycle = lifecycle;
    }

    /**
     * The runtime of a language that AWS calls so, for example {@code python3.13}.
     *
     * @throws LayerException {@link LambdaProblem#UNKNOWN_RUNTIME}
     */
    public static LambdaRuntime of(Language language, String name) {
        return known(language, name).orElseThrow(() -> LambdaRuntimes.unknown(language, name));
    }

    /** The Python runtime that AWS calls so; as {@link #of(Language, String)}. */
    public static LambdaRuntime of(String name) {
        return of(Language.PYTHON, name);
    }

    /** As {@link #of(Language, String)}; empty when the name is not known. */
    public static Optional<LambdaRuntime> known(Language language, String name) {
        return all(language).stream().filter(r -> r.name().equals(name)).findFirst();
    }

    /** Every known runtime of Python, oldest first. */
    public static List<LambdaRuntime> all() {
        return all(Language.PYTHON);
    }

    /** Every known runtime of a language, oldest first. */
    public static List<LambdaRuntime> all(Language language) {
        return LambdaRuntimes.ALL.stream().filter(r -> r.language == language).toList();
    }

    /**
     * A Python runtime that is newer than this plugin, from what {@code glibc} and {@code pythonFullVersion} say about it.
     *
     * @param name for example {@code python3.15}
     * @param glibc for example {@code 2.34}
     * @param pythonFullVersion for example {@code 3.15.0}
     * @throws LayerException {@link LambdaProblem#UNKNOWN_RUNTIME} or {@link LambdaProblem#BAD_RUNTIME_OVERRIDE}
     */
    public static LambdaRuntime described(String name, String glibc, String pythonFullVersion) {
        int minor = LambdaRuntimes.minorOf(name);
        return new LambdaRuntime(
                Language.PYTHON,
                name,
                minor,
                Overrides.glibcMinor(glibc),
                Overrides.pythonFullVersion(pythonFullVersion, minor),
                null);
    }

    /**
     * A runtime of another language that is newer than this plugin.
     *
     * @param name for example {@code nodejs26.x}
     * @param glibc for example {@code 2.34}
     * @throws LayerException {@link LambdaProblem#UNKNOWN_RUNTIME} or {@link LambdaProblem#BAD_RUNTIME_OVERRIDE}
     */
    public static LambdaRuntime described(Language language, String name, String glibc) {
        return new LambdaRuntime(
                language, name, LambdaRuntimes.numberOf(language, name), Overrides.glibcMinor(glibc), "", null);
    }

    /** AWS's name, for example {@code python3.13}. */
    public String name() {
        return name;
    }

    /** What its functions are written in. */
    public Language language() {
        return language;
    }

    /** The Python version without patch level, for example {@code 3.13}. */
    public String python() {
        return "3." + pythonMinor();
    }

    /** 13 of Python 3.13; a runtime of another language has none. */
    public int pythonMinor() {
        if (language != Language.PYTHON) {
            throw new IllegalStateException(name + " is no Python");
        }
        return number;
    }

    /** 34 of glibc 2.34. */
    public int glibcMinor() {
        return glibcMinor;
    }

    /** The patch level of Python that is assumed, for example {@code 3.13.0}; the image may have a newer one. */
    public String pythonFullVersion() {
        return pythonFullVersion;
    }

    /** When AWS ends it, as far as that is known. */
    public Optional<RuntimeLifecycle> lifecycle() {
        return Optional.ofNullable(lifecycle);
    }

    @Override
    public int compareTo(LambdaRuntime other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LambdaRuntime that
                && name.equals(that.name)
                && glibcMinor == that.glibcMinor
                && pythonFullVersion.equals(that.pythonFullVersion);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + glibcMinor;
    }

    @Override
    public String toString() {
        return name();
    }
}
