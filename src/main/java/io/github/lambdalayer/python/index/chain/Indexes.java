package io.github.lambdalayer.python.index.chain;

import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.PackageIndex;
import io.github.lambdalayer.python.index.Pause;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.index.cache.CacheLayout;
import io.github.lambdalayer.python.index.http.Accounts;
import io.github.lambdalayer.python.index.http.Connections;
import io.github.lambdalayer.python.index.http.Web;
import io.github.lambdalayer.python.index.http.Wire;
import io.github.lambdalayer.python.index.page.HttpIndex;
import io.github.lambdalayer.python.index.wheels.WheelStore;
import java.time.Clock;
import java.util.List;

/**
 * All indexes of a build and the cache behind them.
 *
 * <pre>{@code
 * Indexes indexes = Indexes.open(settings, credentials, transfers, connections);
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
     * @param connections who closes them has asked for the last thing
     */
    public static Indexes open(
            IndexSettings settings, IndexCredentials credentials, Transfers transfers, Connections connections) {
        return open(
                settings, credentials, transfers, connections.by(settings.proxies()), Pause.REAL, Clock.systemUTC());
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
        WheelStore store = new WheelStore(layout, web, accounts, transfers, pause, clock, settings.offline());
        List<HttpIndex> indexes = settings.indexes().stream()
                .map(l -> new HttpIndex(l, accounts.of(l), web, layout, clock, settings.offline()))
                .toList();
        return new Indexes(
                new IndexChain(FolderIndex.all(settings.findLinks(), layout), indexes, settings, store.metadata()),
                store);
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
