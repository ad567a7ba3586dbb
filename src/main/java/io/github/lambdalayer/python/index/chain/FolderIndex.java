package io.github.lambdalayer.python.index.chain;

import io.github.lambdalayer.files.Directory;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.Parallel;
import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.index.cache.CacheLayout;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.wheel.WheelFilename;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder of wheels ({@code findLinks}): every {@code .whl} directly in it. Other files, source distributions among
 * them, are not looked at.
 */
final class FolderIndex {

    /** The id of the index in every file that comes from a folder. */
    static final String ID = "findLinks";

    private record Wheel(Path path, WheelFilename filename) {}

    private final Path folder;
    private final FileDigests digests;
    private @Nullable Map<PackageName, List<Wheel>> wheels;

    FolderIndex(Path folder, CacheLayout layout) {
        this.folder = folder.toAbsolutePath().normalize();
        this.digests = new FileDigests(this.folder, layout);
    }

    /** These folders, in their order; none is looked into yet. */
    static List<FolderIndex> all(List<Path> folders, CacheLayout layout) {
        return folders.stream().map(folder -> new FolderIndex(folder, layout)).toList();
    }

    Path folder() {
        return folder;
    }

    /**
     * The wheels of a project, or empty when the folder has none.
     *
     * @throws LayerException with {@link IndexProblem#BAD_FOLDER} when it cannot be read
     */
    Optional<ProjectPage> page(PackageName name) {
        List<Wheel> found = wheels().getOrDefault(name, List.of());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<IndexFile> files = Parallel.map(found, this::file);
        digests.remember();
        return Optional.of(ProjectPage.of(name, ID, folder.toString(), files));
    }

    private IndexFile file(Wheel wheel) {
        try {
            return IndexFile.of(
                    wheel.filename(), wheel.path().toUri(), digests.of(wheel.path()), Files.size(wheel.path()), ID);
        } catch (IOException e) {
            throw unreadable(wheel.path(), e);
        }
    }

    private synchronized Map<PackageName, List<Wheel>> wheels() {
        Map<PackageName, List<Wheel>> known = wheels;
        if (known == null) {
            known = scan();
            wheels = known;
        }
        return known;
    }

    private Map<PackageName, List<Wheel>> scan() {
        Map<PackageName, List<Wheel>> all = new TreeMap<>();
        try {
            for (Path path : Directory.list(folder)) {
                parse(path)
                        .ifPresent(w -> all.computeIfAbsent(w.filename().name(), n -> new ArrayList<>())
                                .add(w));
            }
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        return all;
    }

    private static Optional<Wheel> parse(Path path) {
        String text = String.valueOf(path.getFileName());
        if (!text.endsWith(".whl") || !Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Wheel(path, WheelFilename.parse(text)));
        } catch (LayerException e) {
            return Optional.empty();
        }
    }

    private static LayerException unreadable(Path path, IOException e) {
        return new LayerException(
                IndexProblem.BAD_FOLDER,
                "Cannot read " + path + ", which <findLinks> names.",
                List.of("correct the path; it is relative to the pom"),
                e);
    }
}
