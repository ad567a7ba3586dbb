package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A line that names a file instead of a package: {@code ./wheels/demo-1.0-py3-none-any.whl}. */
final class DirectReference {

    private static final List<String> ARCHIVES = List.of(".tar.gz", ".tgz", ".zip", ".tar.bz2", ".tar.xz", ".tar");
    private static final String BUILD_HINT =
            "build it: pip wheel --no-deps in an image of the runtime, then <findLinks>";

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

    /** The same as PEP 508 would write it: {@code demo @ file:///…/demo-1.0-py3-none-any.whl}. */
    String asRequirement(String text, Path folder) {
        String head = head(text);
        requireWheel(head);
        String name = lastSegment(head);
        if (name.indexOf('-') <= 0) {
            throw place.fault(
                    RequirementsFileProblem.REQUIREMENTS_FILE_LINE,
                    "\"" + Printable.name(name) + "\" is no name of a wheel.");
        }
        String address = isAddress(head)
                ? head
                : project.resolve(folder, head, place).toUri().toString();
        return name.substring(0, name.indexOf('-')) + " @ " + address + " " + text.substring(head.length());
    }

    /** Refuses what is not a wheel that can be fetched; {@code what} is an address, or a path. */
    void requireWheel(String what) {
        String path = withoutQuery(what).toLowerCase(Locale.ROOT);
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

    private static boolean isAddress(String head) {
        int scheme = head.indexOf("://");
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

    static String withoutQuery(String address) {
        int end = 0;
        while (end < address.length() && address.charAt(end) != '?' && address.charAt(end) != '#') {
            end++;
        }
        return address.substring(0, end);
    }

    private static String lastSegment(String what) {
        String path = withoutQuery(what);
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
