package io.github.lambdalayer.python.target;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The tags that an interpreter accepts, best first, and the judgement on a wheel's tags. */
public final class CompatibleTags {

    /** Of a tag that no wheel has. */
    private static final int NO_RANK = Integer.MAX_VALUE;

    private final Mismatch mismatch;
    private @Nullable Map<Tag, Integer> ranks;

    private CompatibleTags(Mismatch mismatch) {
        this.mismatch = mismatch;
    }

    /** The tags of CPython 3.{@code minor} on Linux, for example of 3.13 on {@code x86_64} with glibc 2.34. */
    public static CompatibleTags linux(int minor, String machine, int glibcMinor) {
        return new CompatibleTags(new Mismatch(minor, machine, glibcMinor));
    }

    /** Every tag, best first. */
    public List<Tag> all() {
        return List.copyOf(ranks().keySet());
    }

    /** The best of a wheel's tags, or what is most in the way of the one that comes nearest. */
    public TagMatch match(Collection<Tag> ofWheel) {
        Map<Tag, Integer> known = ranks();
        Tag best = null;
        int rank = NO_RANK;
        for (Tag tag : ofWheel) {
            int ofTag = known.getOrDefault(tag, NO_RANK);
            if (ofTag < rank) {
                best = tag;
                rank = ofTag;
            }
        }
        return best == null ? mismatch.of(ofWheel) : new TagMatch.Fits(rank, best);
    }

    /** The place of the best of a wheel's tags, lower is better; empty when none fits, whatever the reason. */
    public OptionalInt rank(Collection<Tag> ofWheel) {
        Map<Tag, Integer> known = ranks();
        int best = NO_RANK;
        for (Tag tag : ofWheel) {
            best = Math.min(best, known.getOrDefault(tag, NO_RANK));
        }
        return best == NO_RANK ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /** Over a thousand, and many targets are spoken of whose tags nobody asks for. */
    private synchronized Map<Tag, Integer> ranks() {
        Map<Tag, Integer> known = ranks;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (Tag tag : LinuxTags.of(mismatch.minor(), mismatch.machine(), mismatch.glibcMinor())) {
                known.putIfAbsent(tag, known.size());
            }
            ranks = known;
        }
        return known;
    }

    /** The same interpreter: what it accepts follows from that. */
    @Override
    public boolean equals(Object other) {
        return other instanceof CompatibleTags that && mismatch.equals(that.mismatch);
    }

    @Override
    public int hashCode() {
        return mismatch.hashCode();
    }

    @Override
    public String toString() {
        List<Tag> all = all();
        return all.size() + " tags from " + all.get(0) + " to " + all.get(all.size() - 1);
    }
}
