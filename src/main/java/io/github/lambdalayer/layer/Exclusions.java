package io.github.lambdalayer.layer;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.problem.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Files that are left out of the layer, written as in {@code .gitignore}.
 *
 * <ul>
 *   <li>{@code tests}: a file or folder of that name, anywhere, with all that is in it
 *   <li>{@code *.pyi}: a name that matches, anywhere; {@code ?} is one character, {@code [a-c]} one of several
 *   <li>{@code numpy/f2py} or {@code /bin}: that path below the folder of the packages, with all that is in it
 *   <li><code>pandas/&#42;&#42;/*.h</code>: {@code **} is any number of folders
 * </ul>
 *
 * <p>What is in a dist-info folder is never left out: without it {@code importlib.metadata} does not know the package.
 */
public final class Exclusions {

    /** Leaves nothing out. */
    public static final Exclusions NONE = new Exclusions(List.of(), Set.of(), false);

    private static final String OWN = "exclusions";

    /** A pattern, and who brought it: {@code exclusions}, or the name of a preset. */
    private record Rule(PathPattern pattern, String by) {}

    private final List<Rule> rules;
    private final Set<String> kept;
    private final boolean debugSymbols;

    private Exclusions(List<Rule> rules, Set<String> kept, boolean debugSymbols) {
        this.kept = Set.copyOf(kept);
        this.rules = List.copyOf(rules);
        this.debugSymbols = debugSymbols;
    }

    /**
     * The files that any of these patterns matches.
     *
     * @throws LayerException {@link LayerProblem#BAD_EXCLUSION}, telling all faults together
     */
    public static Exclusions of(List<String> patterns) {
        Problems problems = new Problems();
        patterns.forEach(text -> problems.collect(() -> checked(text)));
        problems.throwIfAny();
        return new Exclusions(rules(patterns, OWN), Set.of(), false);
    }

    private static List<Rule> rules(List<String> patterns, String by) {
        return patterns.stream()
                .map(pattern -> new Rule(PathPattern.of(pattern), by))
                .toList();
    }

    /** The same, and what a preset leaves out. */
    public Exclusions with(SlimPreset preset) {
        List<Rule> all = new ArrayList<>(rules);
        all.addAll(rules(preset.patterns(), preset.toString()));
        Set<String> allKept = new HashSet<>(kept);
        allKept.addAll(preset.kept());
        return new Exclusions(all, allKept, debugSymbols || preset == SlimPreset.DEBUG_SYMBOLS);
    }

    /** Whether libraries are made smaller. */
    boolean debugSymbols() {
        return debugSymbols;
    }

    private static String checked(String text) {
        if (text.isBlank() || text.equals("/")) {
            throw bad(text, "it is empty");
        }
        if (text.indexOf('\\') >= 0) {
            throw bad(text, "folders are divided by /");
        }
        if (text.startsWith("!")) {
            throw bad(text, "files cannot be taken back in");
        }
        if (text.contains(".dist-info")) {
            throw bad(text, "dist-info is never left out");
        }
        return text;
    }

    private static LayerException bad(String text, String because) {
        return new LayerException(
                LayerProblem.BAD_EXCLUSION,
                "\"" + Printable.name(text) + "\" excludes nothing: " + because + ".",
                "write a name such as tests, *.pyi, or a path such as numpy/f2py");
    }

    /** Whether a file is left out; {@code path} is below the folder of the packages, for example {@code six.py}. */
    boolean exclude(String path) {
        return by(path).isPresent();
    }

    /** What leaves a file out: {@code exclusions}, or the name of a preset. */
    Optional<String> by(String path) {
        if (rules.isEmpty() || isInDistInfo(path)) {
            return Optional.empty();
        }
        return rules.stream()
                .filter(rule -> rule.pattern().matches(path))
                .filter(rule -> rule.by().equals(OWN) || !kept.contains(path))
                .map(Rule::by)
                .findFirst();
    }

    private static boolean isInDistInfo(String path) {
        int slash = path.indexOf('/');
        return slash > 0 && path.substring(0, slash).endsWith(".dist-info");
    }
}
