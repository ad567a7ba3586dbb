package io.github.lambdalayer.layer;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.problem.Problems;
import java.util.List;

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
    public static final Exclusions NONE = new Exclusions(List.of());

    private final List<PathPattern> patterns;

    private Exclusions(List<PathPattern> patterns) {
        this.patterns = patterns;
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
        return new Exclusions(patterns.stream().map(PathPattern::of).toList());
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
        if (patterns.isEmpty() || isInDistInfo(path)) {
            return false;
        }
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static boolean isInDistInfo(String path) {
        int slash = path.indexOf('/');
        return slash > 0 && path.substring(0, slash).endsWith(".dist-info");
    }
}
