package io.github.lambdalayer.python.index;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where packages come from: indexes over HTTP, folders of wheels, or several of them in order. Safe for several
 * threads; what was answered once is answered again for as long as the object lives.
 *
 * <pre>{@code
 * ProjectPage page = index.page(PackageName.of("six")).orElseThrow();
 * CoreMetadata metadata = index.metadata(page.wheels().get(0));
 * }</pre>
 */
public interface PackageIndex {

    /**
     * What is offered of a project; the first index that knows the name decides. Empty when none knows it.
     *
     * @throws io.github.lambdalayer.problem.LayerException when an index cannot be asked or answers nonsense
     */
    Optional<ProjectPage> page(PackageName name);

    /**
     * The metadata of one wheel, by the cheapest way: the cache, its metadata file, the end of the wheel, the wheel.
     *
     * @throws io.github.lambdalayer.problem.LayerException when it cannot be had or differs from its digest
     */
    CoreMetadata metadata(IndexFile file);

    /** Pages that will be asked for soon; they may be fetched meanwhile. Never fails. */
    default void prefetch(Collection<PackageName> names) {}

    /**
     * Metadata that will be asked for soon; it may be fetched meanwhile. Never fails.
     *
     * @param then may be told of each when it has come, on another thread, to say what else will be asked for
     */
    default void prefetchMetadata(Collection<IndexFile> files, Consumer<CoreMetadata> then) {}

    /** Where a project is looked up, for a sentence: {@code https://pypi.org/simple/}. */
    default String shownPlaces(PackageName name) {
        return "the index";
    }
}
