package io.github.lambdalayer.layer;

import io.github.lambdalayer.files.IoReason;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.ProblemCode;
import io.github.lambdalayer.zip.ZipProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.codehaus.plexus.archiver.Archiver;
import org.codehaus.plexus.archiver.ArchiverException;
import org.codehaus.plexus.archiver.util.DefaultFileSet;
import org.codehaus.plexus.archiver.zip.ZipArchiver;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

/** Packs folders of the project as Maven's own plugins do, with their patterns and default excludes. */
final class Packing {

    private Packing() {}

    /** What packers would pass over, or tell in words of their own. */
    static void check(List<FileTree> trees) throws IOException {
        for (FileTree tree : trees) {
            if (!Files.isDirectory(tree.directory())) {
                throw noFolder(tree.directory());
            }
            FolderLinks.refuse(tree);
        }
    }

    static void pack(List<FileTree> trees, Path archive) throws IOException {
        ZipArchiver archiver = new QuietArchiver();
        archiver.setCompress(false);
        archiver.setForced(true);
        archiver.setDuplicateBehavior(Archiver.DUPLICATES_ADD);
        archiver.setFileMode(0100644);
        archiver.setIncludeEmptyDirs(false);
        archiver.setDestFile(archive.toFile());
        try {
            trees.forEach(tree -> archiver.addFileSet(fileSet(tree)));
            archiver.createArchive();
        } catch (ArchiverException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Says nothing of an archive that no user will ever see. */
    private static final class QuietArchiver extends ZipArchiver {

        @Override
        protected Logger getLogger() {
            return NOPLogger.NOP_LOGGER;
        }
    }

    private static DefaultFileSet fileSet(FileTree tree) {
        DefaultFileSet files = DefaultFileSet.fileSet(tree.directory().toFile());
        files.setPrefix(tree.into().isEmpty() ? "" : tree.into() + "/");
        files.setFollowingSymLinks(false);
        files.setIncludingEmptyDirectories(false);
        files.setUsingDefaultExcludes(true);
        if (!tree.includes().isEmpty()) {
            files.setIncludes(tree.includes().toArray(String[]::new));
        }
        files.setExcludes(Stream.concat(tree.excludes().stream(), FileTree.CACHES.stream())
                .toArray(String[]::new));
        return files;
    }

    /** The same failure, for somebody whose file it is. */
    static LayerException refused(LayerException e) {
        return new LayerException(e.code(), e.sentence(), List.of(hint(e.code())), e);
    }

    private static String hint(ProblemCode code) {
        if (code == ZipProblem.DUPLICATE_ENTRY) {
            return "keep the file in one of the folders only";
        }
        return code == ZipProblem.BAD_ENTRY_TYPE
                ? "put the file itself there instead of a link, or exclude it"
                : "rename the file, or exclude it";
    }

    private static LayerException noFolder(Path directory) {
        return new LayerException(
                LayerProblem.BAD_OWN_FILES,
                directory + " is not a folder.",
                "see that the folder is there, or leave it out of the configuration");
    }

    /** Reading or writing failed, which packers do not tell apart. */
    static LayerException ungathered(String names, Path workFolder, IOException e) {
        return new LayerException(
                LayerProblem.BAD_OWN_FILES,
                names + ": the files cannot be gathered in " + workFolder + ": " + IoReason.of(e) + ".",
                List.of("see that the first can be read, and that the second can be written to and has room"),
                e);
    }

    static LayerException unreadable(String names, IOException e) {
        return new LayerException(
                LayerProblem.BAD_OWN_FILES,
                names + ": the files cannot be read: " + IoReason.of(e) + ".",
                List.of("see that the folder is there and that this user may read all of it"),
                e);
    }
}
