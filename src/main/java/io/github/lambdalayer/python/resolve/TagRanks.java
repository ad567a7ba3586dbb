package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.target.CompatibleTags;
import io.github.lambdalayer.python.target.Tag;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** How well a wheel's tags fit, without the reason why they do not: asked of thousands of wheels. */
final class TagRanks {

    private static final int NONE = Integer.MAX_VALUE;

    private final Map<Tag, Integer> ranks;

    /** By identity, since the wheels of a page share their sets of tags, and comparing them costs as much as looking. */
    private final IdentityHashMap<Set<Tag>, Integer> ofSets = new IdentityHashMap<>();

    TagRanks(CompatibleTags tags) {
        this.ranks = new HashMap<>(2 * tags.all().size());
        tags.all().forEach(tag -> ranks.putIfAbsent(tag, ranks.size()));
    }

    /** The place of the wheel's best tag; lower is better. */
    int rank(IndexFile wheel) {
        return ofSets.computeIfAbsent(wheel.filename().tags(), this::best);
    }

    private int best(Set<Tag> tags) {
        int best = NONE;
        for (Tag tag : tags) {
            best = Math.min(best, ranks.getOrDefault(tag, NONE));
        }
        return best;
    }

    boolean fits(IndexFile wheel) {
        return rank(wheel) < NONE;
    }
}
