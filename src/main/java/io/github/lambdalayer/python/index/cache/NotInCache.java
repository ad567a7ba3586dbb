package io.github.lambdalayer.python.index.cache;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.Shown;
import java.util.List;

/** Offline, and something is missing: all of it is named at once. */
public final class NotInCache {

    private static final String HINT = "run once without -o";

    private NotInCache() {}

    /** {@code Offline, and 2 wheels are not in the cache:} and a line for each. */
    static LayerException wheels(List<IndexFile> missing, CachedWheels cached) {
        String count = missing.size() == 1 ? "1 wheel is" : missing.size() + " wheels are";
        StringBuilder text = new StringBuilder("Offline, and " + count + " not in the cache:");
        for (IndexFile file : missing) {
            text.append("\n  ").append(file).append(" from ").append(Shown.url(file.url()));
            if (cached.isPresent(file)) {
                text.append(" (the one in the cache is damaged)");
            }
        }
        return new LayerException(IndexProblem.NOT_IN_CACHE, text.toString(), HINT);
    }

    /** {@code Offline, and 2 pages are not in the cache:} and a line for each. */
    public static LayerException pages(List<String> urls) {
        String count = urls.size() == 1 ? "1 page is" : urls.size() + " pages are";
        return new LayerException(
                IndexProblem.NOT_IN_CACHE,
                "Offline, and " + count + " not in the cache:\n  " + String.join("\n  ", urls),
                HINT);
    }

    /** {@code Offline, and the metadata of six-….whl is not in the cache.} */
    static LayerException metadata(IndexFile file) {
        return new LayerException(
                IndexProblem.NOT_IN_CACHE, "Offline, and the metadata of " + file + " is not in the cache.", HINT);
    }
}
