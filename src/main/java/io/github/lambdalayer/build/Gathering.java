package io.github.lambdalayer.build;

import io.github.lambdalayer.layer.FileTree;
import io.github.lambdalayer.layer.LayerPlanner;
import io.github.lambdalayer.layer.OwnFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The project's own files while a layer is planned and written, where there are any. */
final class Gathering implements Closeable {

    private final Optional<OwnFiles> files;

    private Gathering(Optional<OwnFiles> files) {
        this.files = files;
    }

    static Gathering of(List<FileTree> trees, Path workFolder) {
        return new Gathering(trees.isEmpty() ? Optional.empty() : Optional.of(OwnFiles.gather(trees, workFolder)));
    }

    /** The planner, which knows the files now. */
    LayerPlanner into(LayerPlanner planner) {
        return files.map(planner::ownFiles).orElse(planner);
    }

    @Override
    public void close() throws IOException {
        if (files.isPresent()) {
            files.get().close();
        }
    }
}
