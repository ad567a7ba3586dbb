package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.index.ForwardingIndex;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.PackageIndex;
import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An index that answers a limited number of questions: a hint is not worth more. */
final class PatientIndex extends ForwardingIndex {

    private static final int MOST_QUESTIONS = 300;

    /** The limit is reached. */
    static final class OutOfPatience extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Map<PackageName, Optional<ProjectPage>> pages = new HashMap<>();
    private final Map<IndexFile, CoreMetadata> metadata = new HashMap<>();
    private int limit = MOST_QUESTIONS;

    PatientIndex(PackageIndex index) {
        super(index);
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
            return super.page(n);
        });
    }

    @Override
    public CoreMetadata metadata(IndexFile file) {
        return metadata.computeIfAbsent(file, f -> {
            count();
            return super.metadata(f);
        });
    }

    private void count() {
        if (asked() >= limit) {
            throw new OutOfPatience();
        }
    }
}
