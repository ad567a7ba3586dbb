package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A line that names a file instead of a package: {@code ./wheels/demo-1.0-py3-none-any.whl}. */
final class DirectReference {

    private static final List<String> ARCHIVES = List.of(".tar.gz", ".tgz", ".zip", ".tar.bz2", ".tar.xz", ".tar");
    static final String BUILD_HINT =
            "build its wheel in an image of the runtime with pip wheel --no-deps, and name the path of that wheel in its place";

    private final LinePlace place;
    private final ProjectFolder project;

    DirectReference(LinePlace place, ProjectFolder project) {
        this.place = place;
        this.project = project;
    }

    /** Whether a line names a file or an address and not a package. */
    static boolean isOne(String text) {
        String head = head(text);
        return head.startsWith(".")
                || head.startsWith("~")
                || isAddress(head)
                || (head.indexOf('@') < 0 && (head.indexOf('/') >= 0 || head.indexOf('\\') >= 0))
                || head.endsWith(".whl")
                || ARCHIVES.stream().anyMatch(head::endsWith);
    }

    /** Whether a text names a wheel by its path or its address alone, {@code libs/demo-1.0-py3-none-any.whl}. */
    static boolean isWheel(String text) {
        String name = lastSegment(head(text));
        return isOne(text) && name.endsWith(".whl") && name.indexOf('-') > 0;
    }

    /** The same as PEP 508 would write it: {@code demo @ libs/demo-1.0-py3-none-any.whl}. */
    static String named(String text) {
        String head = head(text);
        String name = lastSegment(head);
        String rest = text.substring(head.length());
        int extras = rest.startsWith("[") ? rest.indexOf(']') + 1 : 0; // pip writes them behind the path
        return name.substring(0, name.indexOf('-')) + rest.substring(0, extras) + " @ " + head + " "
                + rest.substring(extras);
    }

    /**
     * The requirement with the address of its wheel, {@code file:///…/demo-1.0-py3-none-any.whl}, where it has the path; a
     * digest behind it stays there.
     */
    static Requirement located(Requirement requirement, Function<String, Path> files) {
        return requirement
                .url()
                .filter(url -> !isAddress(url))
                .map(path -> requirement.at(
                        files.apply(path.substring(0, endOfPath(path))).toUri() + path.substring(endOfPath(path))))
                .orElse(requirement);
    }

    private static int endOfPath(String text) {
        int digest = text.indexOf("#" + DigestOption.FRAGMENT);
        return digest < 0 ? text.length() : digest;
    }

    /** As {@link #named}, for a text that {@link #isOne}. */
    String asRequirement(String text) {
        String head = head(text);
        if (!head.endsWith(".whl") && text.indexOf(".whl", head.length()) >= 0) {
            throw place.fault(
                    RequirementsFileProblem.REQUIREMENTS_FILE_LINE,
                    "the path of a wheel has no blanks.",
                    "rename the folder, or require the package by its name and give the folder to <findLinks>");
        }
        requireWheel(head);
        if (!isWheel(text)) {
            throw place.fault(
                    RequirementsFileProblem.REQUIREMENTS_FILE_LINE,
                    "\"" + Printable.name(lastSegment(head)) + "\" is no name of a wheel.",
                    "give it the name that it was built with, such as demo-1.0-py3-none-any.whl");
        }
        return named(text);
    }

    /** As {@link #located(Requirement, Function)}, for paths that are seen from a folder of the project and stay in it. */
    Requirement located(Requirement requirement, Path folder) {
        return located(requirement, path -> project.resolve(folder, path, place));
    }

    /** Refuses what is not a wheel that can be fetched; {@code what} is an address, or a path. */
    void requireWheel(String what) {
        String path = Requirement.bare(what).toLowerCase(Locale.ROOT);
        int scheme = path.indexOf("://");
        if (scheme >= 0 && path.substring(0, scheme).indexOf('+') >= 0) {
            throw toBeBuilt("a repository (" + Printable.name(path.substring(0, scheme)) + ") would have to be built");
        }
        if (scheme >= 0 && !List.of("http", "https", "file").contains(path.substring(0, scheme))) {
            throw place.fault(
                    RequirementsFileProblem.REQUIREMENTS_FILE_LINE,
                    "an address must be http, https or file, and this one is "
                            + Printable.name(path.substring(0, scheme)) + ".");
        }
        if (ARCHIVES.stream().anyMatch(path::endsWith)) {
            throw toBeBuilt("the source distribution " + Printable.name(lastSegment(what)) + " would have to be built");
        }
        if (!path.endsWith(".whl")) {
            throw toBeBuilt(
                    scheme >= 0 ? "what is not a wheel would have to be built" : "a folder would have to be built");
        }
    }

    private LayerException toBeBuilt(String what) {
        return place.fault(
                RequirementsFileProblem.REQUIREMENTS_FILE_BUILD, what + ", and nothing is built here.", BUILD_HINT);
    }

    /** Whether something begins with {@code https://}, {@code git+ssh://}, {@code file:} and the like. */
    static boolean isAddress(String head) {
        int scheme = head.startsWith("file:") ? "file".length() : head.indexOf("://");
        return scheme > 0 && head.substring(0, scheme).chars().allMatch(c -> Cursor.isAlnum((char) c) || c == '+');
    }

    /** What stands before a marker and before extras. */
    private static String head(String text) {
        int end = 0;
        while (end < text.length() && !LogicalLine.isBlank(text.charAt(end)) && text.charAt(end) != ';') {
            end++;
        }
        String head = text.substring(0, end);
        int extras = head.indexOf(".whl[");
        return extras < 0 ? head : head.substring(0, extras + 4);
    }

    private static String lastSegment(String what) {
        String path = Requirement.bare(what);
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
