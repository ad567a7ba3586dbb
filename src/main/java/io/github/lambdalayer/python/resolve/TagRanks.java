package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.target.CompatibleTags;
import io.github.lambdalayer.python.target.Tag;
import java.util.IdentityHashMap;
import java.util.Set;

/** How well a wheel's tags fit, without the reason why they do not: asked of thousands of wheels. */
final class TagRanks {

    private static final int NONE = Integer.MAX_VALUE;

    private final CompatibleTags tags;

    /** By identity, since the wheels of a page share their sets of tags, and comparing them costs as much as looking. */
    private final IdentityHashMap<Set<Tag>, Integer> ofSets = new IdentityHashMap<>();

    TagRanks(CompatibleTags tags) {
        this.tags = tags;
    }

    /** The place of the wheel's best tag; lower is better. */
    int rank(IndexFile wheel) {
        return ofSets.computeIfAbsent(
                wheel.filename().tags(), set -> tags.rank(set).orElse(NONE));
    }

    boolean fits(IndexFile wheel) {
        return rank(wheel) < NONE;
    }
}
