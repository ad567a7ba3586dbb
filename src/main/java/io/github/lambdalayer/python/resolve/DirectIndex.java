package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.PackageIndex;
import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.index.Shown;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An index that offers the {@link DirectWheels} in the place of what it has of these packages. */
final class DirectIndex implements PackageIndex {

    private final PackageIndex index;
    private final DirectWheels direct;

    DirectIndex(PackageIndex index, DirectWheels direct) {
        this.index = index;
        this.direct = direct;
    }

    @Override
    public Optional<ProjectPage> page(PackageName name) {
        return direct.of(name).map(DirectIndex::page).or(() -> index.page(name));
    }

    private static ProjectPage page(IndexFile wheel) {
        return ProjectPage.of(wheel.filename().name(), DirectWheel.NO_INDEX, Shown.url(wheel.url()), List.of(wheel));
    }

    @Override
    public CoreMetadata metadata(IndexFile file) {
        return index.metadata(file);
    }

    @Override
    public void prefetch(Collection<PackageName> names) {
        index.prefetch(names.stream().filter(name -> !direct.has(name)).toList());
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
