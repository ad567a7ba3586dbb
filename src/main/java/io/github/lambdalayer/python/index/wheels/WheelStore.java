package io.github.lambdalayer.python.index.wheels;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.Parallel;
import io.github.lambdalayer.python.index.Pause;
import io.github.lambdalayer.python.index.Shown;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.index.cache.CacheLayout;
import io.github.lambdalayer.python.index.cache.NotInCache;
import io.github.lambdalayer.python.index.http.Accounts;
import io.github.lambdalayer.python.index.http.Web;
import io.github.lambdalayer.python.wheel.WheelFile;
import io.github.lambdalayer.python.wheel.WheelWatch;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives verified wheels, and fetches those that the cache lacks. Safe for several threads, class loaders and processes.
 *
 * <pre>{@code
 * try (WheelFile six = store.fetch(file)) { … }
 * }</pre>
 *
 * <p>A wheel enters when its sha256 is the announced one and its structure, checksums and RECORD were verified, once.
 * After that <b>its sha256 is computed whenever the file system says that the file is another one or was changed</b>, so
 * a damaged or exchanged file is found and fetched again. A note beside the wheel holds its {@link
 * io.github.lambdalayer.files.FileStamp}, which a cache that was copied or restored by a CI does not have. Whoever may write
 * into the cache of this very machine could forge the note as well; the local repository around it holds the jars that
 * Maven runs, so they could do worse.
 */
public final class WheelStore {

    private final CachedWheels cached;
    private final WheelIntake intake;
    private final WheelMetadata metadata;
    private final boolean offline;

    /**
     * The wheels under {@code layout}.
     *
     * @param transfers told of every download
     * @param pause waits for another process that fetches the same wheel
     * @param offline whether what is not in the cache is a failure
     */
    public WheelStore(
            CacheLayout layout,
            Web web,
            Accounts accounts,
            Transfers transfers,
            Pause pause,
            Clock clock,
            boolean offline) {
        this.cached = new CachedWheels(layout, clock);
        CachedMetadata known = new CachedMetadata(layout);
        this.intake = new WheelIntake(layout, cached, new WheelBytes(web, accounts), known, transfers, pause);
        this.metadata = new WheelMetadata(known, cached, intake, new RemoteMetadata(web, accounts), offline);
        this.offline = offline;
    }

    /** What the wheels say about themselves, without fetching them where there is another way. */
    public WheelMetadata metadata() {
        return metadata;
    }

    /**
     * One wheel, open; the caller closes it.
     *
     * @throws LayerException when it cannot be had or is not what it should be
     */
    public WheelFile fetch(IndexFile file) {
        return fetchAll(List.of(file)).get(0);
    }

    /**
     * Wheels in the order in which they are asked for, open; the caller closes them. Up to eight are fetched at once.
     *
     * @throws LayerException as {@link #fetch}; offline it names every wheel that is missing
     */
    public List<WheelFile> fetchAll(List<IndexFile> files) {
        return fetchAll(files, WheelWatch.NONE);
    }

    /** The same; {@code watch} sees the files of those that are fetched. */
    public List<WheelFile> fetchAll(List<IndexFile> files, WheelWatch watch) {
        List<IndexFile> missing = missing(files);
        List<IndexFile> remote = missing.stream().filter(f -> !f.isLocal()).toList();
        if (offline && !remote.isEmpty()) {
            throw NotInCache.wheels(remote.stream().map(this::missing).toList());
        }
        Parallel.forAll(missing, file -> intake.take(file, watch));
        return openAll(files);
    }

    private String missing(IndexFile file) {
        return file + " from " + Shown.url(file.url())
                + (cached.isPresent(file) ? " (the one in the cache is damaged)" : "");
    }

    /**
     * Those that would have to be fetched: not in the cache, or damaged there. Each digest is named once.
     *
     * @throws LayerException with {@link IndexProblem#NO_DIGEST} for a wheel whose index gives no sha256
     */
    public List<IndexFile> missing(List<IndexFile> files) {
        Map<String, IndexFile> distinct = new LinkedHashMap<>();
        for (IndexFile file : files) {
            requireDigest(file);
            distinct.putIfAbsent(file.sha256() + "/" + file, file);
        }
        List<IndexFile> wanted = List.copyOf(distinct.values());
        // One after the other: until the JVM has compiled the digest, threads only wait for one another's processor.
        return wanted.stream().filter(file -> !cached.isSound(file)).toList();
    }

    /** Fails for a wheel that could not be verified, since its index gives no sha256. */
    static void requireDigest(IndexFile file) {
        if (file.sha256().isEmpty()) {
            throw new LayerException(
                    IndexProblem.NO_DIGEST,
                    "Index " + file.index() + " gives no sha256 for " + file + ", so it cannot be verified.",
                    "put the wheel into a folder of <findLinks>, whose files are digested here");
        }
    }

    private List<WheelFile> openAll(List<IndexFile> files) {
        List<WheelFile> open = new ArrayList<>();
        try {
            for (IndexFile file : files) {
                open.add(cached.open(file));
            }
            return List.copyOf(open);
        } catch (RuntimeException e) {
            open.forEach(WheelStore::closeQuietly);
            throw e;
        }
    }

    private static void closeQuietly(WheelFile wheel) {
        try {
            wheel.close();
        } catch (IOException e) {
            // The failure that led here is the one to tell.
        }
    }
}
