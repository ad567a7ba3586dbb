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
    private int limit = MOST_QUESTIONS;

    PatientIndex(PackageIndex index) {
        this.index = index;
    }

    /** Begins the first of so many attempts: each may use its share of what is left, so that one leaves some to the others. */
    void begin(int attempts) {
        limit = asked() + (MOST_QUESTIONS - asked()) / attempts;
    }

    private int asked() {
        return pages.size() + metadata.size();
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
        if (asked() >= limit) {
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
