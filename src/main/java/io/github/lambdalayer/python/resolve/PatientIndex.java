package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.PackageIndex;
import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** An index that answers a limited number of questions: a hint is not worth more. */
final class PatientIndex implements PackageIndex {

    private static final int MOST_QUESTIONS = 300;

    /** The limit is reached. */
    static final class OutOfPatience extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final PackageIndex index;
    private final Map<PackageName, Optional<ProjectPage>> pages = new HashMap<>();
    private final Map<IndexFile, CoreMetadata> metadata = new HashMap<>();

    PatientIndex(PackageIndex index) {
        this.index = index;
    }

    @Override
    public Optional<ProjectPage> page(PackageName name) {
        return pages.computeIfAbsent(name, n -> {
            count();
            return index.page(n);
        });
    }

    @Override
    public CoreMetadata metadata(IndexFile file) {
        return metadata.computeIfAbsent(file, f -> {
            count();
            return index.metadata(f);
        });
    }

    private void count() {
        if (pages.size() + metadata.size() >= MOST_QUESTIONS) {
            throw new OutOfPatience();
        }
    }

    @Override
    public void prefetch(Collection<PackageName> names) {
        index.prefetch(names);
    }

    @Override
    public void prefetchMetadata(Collection<IndexFile> files, Consumer<CoreMetadata> then) {
        index.prefetchMetadata(files, then);
    }

    @Override
    public String shownPlaces() {
        return index.shownPlaces();
    }
}
