package io.github.lambdalayer.python.index;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** An index that asks another one; who extends it says where it answers otherwise. */
public abstract class ForwardingIndex implements PackageIndex {

    private final PackageIndex index;

    /** An index that answers as this one does. */
    protected ForwardingIndex(PackageIndex index) {
        this.index = index;
    }

    @Override
    public Optional<ProjectPage> page(PackageName name) {
        return index.page(name);
    }

    @Override
    public CoreMetadata metadata(IndexFile file) {
        return index.metadata(file);
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
    public String shownPlaces(PackageName name) {
        return index.shownPlaces(name);
    }
}
