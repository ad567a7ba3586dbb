package io.github.lambdalayer.layer;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Exclusions that go by one name, for example {@code tests}: what no function needs at run time. */
public enum SlimPreset {
    /** Folders named {@code tests}, such as {@code pandas/tests}, and what pytest is set up with. */
    TESTS,
    /** Stubs and markers for type checkers. */
    TYPES,
    /** What only a compiler reads. */
    HEADERS,
    /** What tools left behind. */
    CACHES,
    /** What of a library only a debugger reads: the file stays, and gets smaller. */
    DEBUG_SYMBOLS;

    private static final String SITE_PACKAGES = "/site-packages/";

    /**
     * The preset of this name: {@code tests}, {@code types}, {@code headers}, {@code caches} or {@code debug-symbols}.
     *
     * @throws LayerException {@link LayerProblem#UNKNOWN_PRESET}
     */
    public static SlimPreset of(String text) {
        return Arrays.stream(values())
                .filter(preset -> preset.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new LayerException(
                        LayerProblem.UNKNOWN_PRESET,
                        "There is no preset \"" + Printable.name(text) + "\" of files to leave out.",
                        "the presets are "
                                + Arrays.stream(values())
                                        .map(SlimPreset::toString)
                                        .collect(Collectors.joining(", "))
                                + "; anything else can be named in <exclusions>"));
    }

    /** As in {@link Exclusions}, for example {@code *.pyi}; none where no file is left out as a whole. */
    public List<String> patterns() {
        return switch (this) {
            case TESTS -> List.of("tests", "conftest.py");
            case TYPES -> List.of("*.pyi", "py.typed");
            case HEADERS -> List.of("*.h", "*.hpp", "*.hxx", "*.pxd", "*.pxi", "*.lib", "*.a");
            case DEBUG_SYMBOLS -> List.of();
            case CACHES -> List.of("__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache");
        };
    }

    /** Files that it does not leave out, though a pattern matches: numpy 2.2 imports a module of its own tests. */
    List<String> kept() {
        return this == TESTS ? List.of("numpy/_core/tests/__init__.py", "numpy/_core/tests/_natype.py") : List.of();
    }

    /**
     * Whether it would leave out a file of the layer, for example {@code python/pandas/tests/test_a.py}. What is compiled for
     * the layer is no cache: that is done after files are left out.
     */
    public boolean leavesOut(LayerEntry entry) {
        if (this == CACHES && CompiledModules.sourceOf(entry).isPresent()) {
            return false;
        }
        int site = entry.path().indexOf(SITE_PACKAGES);
        int begin = site >= 0 ? site + SITE_PACKAGES.length() : entry.path().indexOf('/') + 1;
        return Exclusions.NONE.with(this).exclude(entry.path().substring(begin));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
