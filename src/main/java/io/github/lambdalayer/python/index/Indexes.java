package io.github.lambdalayer.python.index;

import java.time.Clock;
import java.util.List;

/**
 * All indexes of a build and the cache behind them.
 *
 * <pre>{@code
 * Indexes indexes = Indexes.open(settings, credentials, transfers);
 * ProjectPage page = indexes.index().page(PackageName.of("six")).orElseThrow();
 * try (WheelFile wheel = indexes.store().fetch(page.wheels().get(0))) { … }
 * }</pre>
 *
 * <p>Opening costs nothing: no socket, no file, no library is touched before something is asked for.
 */
public final class Indexes {

    private final PackageIndex index;
    private final WheelStore store;

    private Indexes(PackageIndex index, WheelStore store) {
        this.index = index;
        this.store = store;
    }

    /**
     * Indexes as they are set.
     *
     * @param credentials asked for an index's credentials when that index is asked for something
     * @param transfers told of every download
     */
    public static Indexes open(IndexSettings settings, IndexCredentials credentials, Transfers transfers) {
        Wire wire = new LazyWire(() -> new OkHttpWire(settings.proxies()));
        return open(settings, credentials, transfers, wire, Pause.REAL, Clock.systemUTC());
    }

    static Indexes open(
            IndexSettings settings,
            IndexCredentials credentials,
            Transfers transfers,
            Wire wire,
            Pause pause,
            Clock clock) {
        Web web = new Web(wire, pause, clock);
        Accounts accounts = new Accounts(settings.indexes(), credentials);
        CacheLayout layout = new CacheLayout(settings.cacheDirectory());
        CachedWheels cached = new CachedWheels(layout, clock);
        MetadataCache metadata = new MetadataCache(layout);
        WheelIntake intake =
                new WheelIntake(layout, cached, new WheelSource(web, accounts), metadata, transfers, pause);
        MetadataSource source =
                new MetadataSource(metadata, cached, intake, new RemoteMetadata(web, accounts), settings.offline());
        List<HttpIndex> indexes = settings.indexes().stream()
                .map(l -> new HttpIndex(
                        l, accounts.of(l), web, new PageCache(layout.pages(l.url())), clock, settings.offline()))
                .toList();
        List<FolderIndex> folders = settings.findLinks().stream()
                .map(f -> new FolderIndex(f, layout))
                .toList();
        return new Indexes(
                new IndexChain(folders, indexes, settings, source), new WheelStore(cached, intake, settings.offline()));
    }

    /** Where packages are looked up: folders first, then indexes in order. */
    public PackageIndex index() {
        return index;
    }

    /** The cache of verified wheels. */
    public WheelStore store() {
        return store;
    }
}
