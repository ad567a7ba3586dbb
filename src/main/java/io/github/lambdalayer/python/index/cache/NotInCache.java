package io.github.lambdalayer.python.index.cache;

import io.github.lambdalayer.problem.Counted;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexProblem;
import java.util.List;

/** Offline, and something is missing: all of it is named at once. */
public final class NotInCache {

    private NotInCache() {}

    /** {@code Offline, and 2 wheels are not in the cache:} and a line for each. */
    public static LayerException wheels(List<String> missing) {
        return all("wheel", missing);
    }

    /** {@code Offline, and 2 pages are not in the cache:} and a line for each. */
    public static LayerException pages(List<String> urls) {
        return all("page", urls);
    }

    /** {@code Offline, and the metadata of six-….whl is not in the cache.} */
    public static LayerException metadata(String wheel) {
        return failure("the metadata of " + wheel + " is not in the cache.");
    }

    private static LayerException all(String kind, List<String> missing) {
        String count = Counted.of(missing.size(), kind) + (missing.size() == 1 ? " is" : " are");
        return failure(count + " not in the cache:\n  " + String.join("\n  ", missing));
    }

    private static LayerException failure(String what) {
        return new LayerException(IndexProblem.NOT_IN_CACHE, "Offline, and " + what, "run once without -o");
    }
}
