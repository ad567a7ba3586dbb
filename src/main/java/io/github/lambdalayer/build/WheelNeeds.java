package io.github.lambdalayer.build;

import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.python.index.PackageIndex;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which package asks for which, out of the wheels themselves: many tools leave that out of a pylock.toml (pip and uv do),
 * and layers that share packages are divided by it.
 */
final class WheelNeeds {

    private final PackageIndex index;

    WheelNeeds(PackageIndex index) {
        this.index = index;
    }

    /** The same wheels, with what they ask for where the lock says it of none. */
    List<Selection> completed(List<Selection> selections) {
        boolean isSaid = selections.stream()
                .flatMap(each -> each.packages().stream())
                .anyMatch(chosen -> !chosen.dependencies().isEmpty());
        return isSaid ? selections : selections.stream().map(this::completed).toList();
    }

    private Selection completed(Selection selection) {
        Set<PackageName> there =
                selection.packages().stream().map(Selection.Chosen::name).collect(Collectors.toSet());
        index.prefetchMetadata(selection.files(), metadata -> {});
        return new Selection(
                selection.target(),
                selection.packages().stream()
                        .map(chosen -> new Selection.Chosen(
                                chosen.file(),
                                chosen.requiresPython(),
                                needs(index.metadata(chosen.file()), selection.target(), there)))
                        .toList());
    }

    /** Extras count as far as what they lead to is there: nobody says any more who asked for them. */
    private static List<PackageName> needs(CoreMetadata metadata, LambdaTarget target, Set<PackageName> there) {
        return metadata.requiresDist().stream()
                .filter(each -> each.marker().holds(target.python().markers(), metadata.providesExtra()))
                .map(Requirement::name)
                .filter(name -> there.contains(name) && !name.equals(metadata.name()))
                .distinct()
                .sorted()
                .toList();
    }
}
