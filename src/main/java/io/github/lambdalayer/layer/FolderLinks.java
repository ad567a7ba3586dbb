package io.github.lambdalayer.layer;

import io.github.lambdalayer.files.Directory;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.zip.ZipProblem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.codehaus.plexus.util.DirectoryScanner;
import org.codehaus.plexus.util.SelectorUtils;

/**
 * Links to folders. Packers leave them out without a word, and a package that is only linked to would be missed in Lambda first:
 * {@code node_modules/shared} of an npm workspace, or {@code src/main/python/shared}.
 */
final class FolderLinks {

    private FolderLinks() {}

    /**
     * Looks for one in a folder; what lies behind it is not looked at.
     *
     * @throws LayerException {@link ZipProblem#BAD_ENTRY_TYPE}
     */
    static void refuse(FileTree tree) throws IOException {
        List<Path> links = Directory.walk(tree.directory()).stream()
                .filter(Files::isSymbolicLink)
                .filter(Files::isDirectory)
                .map(tree.directory()::relativize)
                .filter(link -> isWanted(link.toString(), tree))
                .toList();
        if (!links.isEmpty()) {
            throw new LayerException(
                    ZipProblem.BAD_ENTRY_TYPE,
                    tree.directory() + ": " + Printable.name(links.get(0).toString())
                            + " is a symbolic link to a folder.",
                    "put the folder itself there instead of a link, as npm install --install-links does");
        }
    }

    private static boolean isWanted(String link, FileTree tree) {
        boolean included = tree.includes().isEmpty()
                || tree.includes().stream()
                        .map(FolderLinks::local)
                        .anyMatch(p -> SelectorUtils.matchPatternStart(p, link));
        return included
                && Stream.concat(tree.excludes().stream(), Stream.of(DirectoryScanner.DEFAULTEXCLUDES))
                        .map(FolderLinks::local)
                        .noneMatch(p -> SelectorUtils.matchPath(p, link)
                                || SelectorUtils.matchPath(p, link + File.separator + "x"));
    }

    private static String local(String pattern) {
        return pattern.replace('/', File.separatorChar);
    }
}
