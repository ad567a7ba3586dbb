package io.github.lambdalayer.python.index.wheels;

import io.github.lambdalayer.python.index.Pause;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.index.cache.CacheLayout;
import io.github.lambdalayer.python.index.http.Accounts;
import io.github.lambdalayer.python.index.http.Web;
import java.time.Clock;

/** The wheels of a build and their metadata: fetched once, and found in the cache from then on. */
public final class Wheels {

    private final WheelStore store;
    private final MetadataSource metadata;

    /**
     * Wheels under {@code layout}.
     *
     * @param transfers told of every download
     * @param pause waits for another process that fetches the same wheel
     * @param offline whether what is not in the cache is a failure
     */
    public Wheels(
            CacheLayout layout,
            Web web,
            Accounts accounts,
            Transfers transfers,
            Pause pause,
            Clock clock,
            boolean offline) {
        CachedWheels cached = new CachedWheels(layout, clock);
        MetadataCache known = new MetadataCache(layout);
        WheelIntake intake = new WheelIntake(layout, cached, new WheelSource(web, accounts), known, transfers, pause);
        this.store = new WheelStore(cached, intake, offline);
        this.metadata = new MetadataSource(known, cached, intake, new RemoteMetadata(web, accounts), offline);
    }

    /** The verified wheels. */
    public WheelStore store() {
        return store;
    }

    /** What the wheels say about themselves, without fetching them where there is another way. */
    public MetadataSource metadata() {
        return metadata;
    }
}
