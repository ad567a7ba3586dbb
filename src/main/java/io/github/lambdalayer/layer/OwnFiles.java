package io.github.lambdalayer.layer;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.zip.ByteSource;
import io.github.lambdalayer.zip.RawEntry;
import io.github.lambdalayer.zip.RawZip;
import io.github.lambdalayer.zip.ZipLimits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The project's own files, gathered uncompressed in an archive that lives until this is closed.
 *
 * <pre>{@code
 * try (OwnFiles own = OwnFiles.gather(List.of(FileTree.python(Path.of("src/main/python"))), workFolder)) {
 *     planner.ownFiles(own);
 * }
 * }</pre>
 */
public final class OwnFiles implements Closeable {

    private final Path archive;
    private final RawZip zip;

    private OwnFiles(Path archive, RawZip zip) {
        this.archive = archive;
        this.zip = zip;
    }

    /**
     * Gathers the files of these folders; {@code workFolder} is made when it is missing.
     *
     * @throws LayerException {@link LayerProblem#BAD_OWN_FILES}, or with a {@link io.github.lambdalayer.zip.ZipProblem}
     *     when a file cannot be in a layer
     */
    public static OwnFiles gather(List<FileTree> trees, Path workFolder) {
        String names = String.join(
                ", ", trees.stream().map(tree -> tree.directory().toString()).toList());
        try {
            Packing.check(trees);
            Path archive = Files.createTempFile(
                    Files.createDirectories(workFolder),
                    "own-files." + ProcessHandle.current().pid() + "-",
                    ".part");
            try {
                Packing.pack(trees, archive);
                return new OwnFiles(archive, read(archive, names));
            } catch (LayerException e) {
                Files.deleteIfExists(archive);
                throw Packing.refused(e);
            } catch (IOException e) {
                Files.deleteIfExists(archive);
                throw e;
            }
        } catch (IOException e) {
            throw Packing.ungathered(names, workFolder, e);
        }
    }

    private static RawZip read(Path archive, String names) throws IOException {
        ByteSource source = ByteSource.file(archive, names);
        try {
            return RawZip.read(source, ZipLimits.OWN);
        } catch (LayerException | IOException e) {
            source.close();
            throw e;
        }
    }

    RawZip zip() {
        return zip;
    }

    /** One of the files, deflated: folders of npm are large, and text. */
    Content packed(RawEntry entry) {
        try {
            return Content.Packed.of(zip.source().name(), zip.content(entry), true);
        } catch (IOException e) {
            throw Packing.unreadable(zip.source().name(), e);
        }
    }

    /** Deletes the archive. */
    @Override
    public void close() throws IOException {
        zip.source().close();
        Files.deleteIfExists(archive);
    }
}
