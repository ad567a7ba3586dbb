package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.index.ForwardingIndex;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.PackageIndex;
import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.index.Shown;
import io.github.lambdalayer.python.name.PackageName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** An index that offers the {@link DirectWheels} in the place of what it has of these packages. */
final class DirectIndex extends ForwardingIndex {

    private final DirectWheels direct;

    DirectIndex(PackageIndex index, DirectWheels direct) {
        super(index);
        this.direct = direct;
    }

    @Override
    public Optional<ProjectPage> page(PackageName name) {
        return direct.of(name).map(DirectIndex::page).or(() -> super.page(name));
    }

    private static ProjectPage page(IndexFile wheel) {
        return ProjectPage.of(wheel.filename().name(), DirectWheel.NO_INDEX, Shown.url(wheel.url()), List.of(wheel));
    }

    @Override
    public void prefetch(Collection<PackageName> names) {
        super.prefetch(names.stream().filter(name -> !direct.has(name)).toList());
    }
}
