package io.github.lambdalayer.python.index.chain;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.problem.WordList;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.PackageIndex;
import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.index.Shown;
import io.github.lambdalayer.python.index.cache.NotInCache;
import io.github.lambdalayer.python.index.page.HttpIndex;
import io.github.lambdalayer.python.index.wheels.WheelMetadata;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Folders first, then indexes, in order: the first that knows a name decides, so that nobody can slip a package of the
 * same name in through a public index (dependency confusion).
 */
final class IndexChain implements PackageIndex {

    private final List<FolderIndex> folders;
    private final List<HttpIndex> indexes;
    private final Map<PackageName, String> pinned;
    private final Optional<Instant> uploadedPriorTo;
    private final boolean offline;
    private final WheelMetadata metadata;
    private final Once<PackageName, Optional<ProjectPage>> pages = new Once<>();
    private final Once<String, CoreMetadata> metadatas = new Once<>();
    private final Set<PackageName> wanted = new ConcurrentSkipListSet<>();

    IndexChain(List<FolderIndex> folders, List<HttpIndex> indexes, IndexSettings settings, WheelMetadata metadata) {
        this.folders = List.copyOf(folders);
        this.indexes = List.copyOf(indexes);
        this.pinned = settings.pinned();
        this.uploadedPriorTo = settings.uploadedPriorTo();
        this.offline = settings.offline();
        this.metadata = metadata;
    }

    @Override
    public Optional<ProjectPage> page(PackageName name) {
        wanted.add(name);
        return pages.get(name, () -> find(name));
    }

    @Override
    public CoreMetadata metadata(IndexFile file) {
        return metadatas.get(file.address(), () -> metadata.of(file));
    }

    @Override
    public void prefetch(Collection<PackageName> names) {
        wanted.addAll(names);
        names.forEach(name -> pages.begin(name, () -> find(name)));
    }

    @Override
    public void prefetchMetadata(Collection<IndexFile> files, Consumer<CoreMetadata> then) {
        for (IndexFile file : files) {
            metadatas.begin(file.address(), () -> {
                CoreMetadata found = metadata.of(file);
                if (!offline) {
                    then.accept(found); // offline nothing comes earlier, and what is missing is told to the user
                }
                return found;
            });
        }
    }

    @Override
    public String shownPlaces(PackageName name) {
        String id = pinned.getOrDefault(name, "");
        return indexes.stream()
                .filter(index -> index.location().id().equals(id))
                .findFirst()
                .map(index -> Shown.url(index.location().url()))
                .orElseGet(() -> openPlaces() + closedPlaces(name));
    }

    private String openPlaces() {
        Stream<String> paths = folders.stream().map(f -> f.folder().toString());
        Stream<String> urls =
                openIndexes().stream().map(i -> Shown.url(i.location().url()));
        String places = Stream.concat(paths, urls).collect(Collectors.joining(", "));
        return places.isEmpty() ? "any index that may be asked for it" : places;
    }

    /** Whoever has just declared an explicit index would look for the fault elsewhere. */
    private String closedPlaces(PackageName name) {
        List<String> closed =
                shownUrls(indexes.stream().filter(i -> i.location().explicit()).toList());
        return closed.isEmpty()
                ? ""
                : " (" + WordList.and(closed) + (closed.size() == 1 ? " is" : " are")
                        + " explicit, with <packages> that do not name " + name + ")";
    }

    private Optional<ProjectPage> find(PackageName name) {
        try {
            return lookUp(name);
        } catch (HttpIndex.MissingPage e) {
            throw NotInCache.pages(missingPages());
        }
    }

    /** All that is wanted so far and not there: when the requirements were announced first, these are many at once. */
    private List<String> missingPages() {
        List<String> urls = new ArrayList<>();
        for (PackageName name : wanted) {
            try {
                lookUp(name);
            } catch (HttpIndex.MissingPage e) {
                urls.add(e.shownUrl());
            }
        }
        return urls;
    }

    private Optional<ProjectPage> lookUp(PackageName name) {
        return pinned.containsKey(name) ? ofPinned(name, pinned.get(name)) : ofFirst(name);
    }

    private Optional<ProjectPage> ofFirst(PackageName name) {
        for (FolderIndex folder : folders) {
            Optional<ProjectPage> page = folder.page(name);
            if (page.isPresent()) {
                return page.map(p -> p.withNotAsked(shownUrls(openIndexes())));
            }
        }
        List<HttpIndex> open = openIndexes();
        for (int i = 0; i < open.size(); i++) {
            Optional<ProjectPage> page = ask(open.get(i), name);
            if (page.isPresent()) {
                List<String> later = shownUrls(open.subList(i + 1, open.size()));
                return page.map(p -> p.withNotAsked(later));
            }
        }
        return Optional.empty();
    }

    private Optional<ProjectPage> ofPinned(PackageName name, String id) {
        HttpIndex index = indexes.stream()
                .filter(i -> i.location().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new LayerException(
                        IndexProblem.UNKNOWN_INDEX,
                        name + " is pinned to index \"" + Printable.name(id) + "\", which is not among <indexes>.",
                        "add it to <indexes>"));
        return ask(index, name);
    }

    private Optional<ProjectPage> ask(HttpIndex index, PackageName name) {
        return index.page(name).map(this::withoutNewer);
    }

    private ProjectPage withoutNewer(ProjectPage page) {
        return uploadedPriorTo.map(limit -> UploadLimit.apply(page, limit)).orElse(page);
    }

    private List<HttpIndex> openIndexes() {
        return indexes.stream().filter(i -> !i.location().explicit()).toList();
    }

    private static List<String> shownUrls(List<HttpIndex> some) {
        return some.stream().map(i -> Shown.url(i.location().url())).toList();
    }
}
