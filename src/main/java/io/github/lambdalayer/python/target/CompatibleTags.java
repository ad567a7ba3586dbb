package io.github.lambdalayer.python.target;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tags that an interpreter accepts, best first, and the judgement on a wheel's tags. */
public final class CompatibleTags {

    private final List<Tag> all;
    private final Map<Tag, Integer> ranks;
    private final Mismatch mismatch;

    private CompatibleTags(List<Tag> all, Mismatch mismatch) {
        this.all = List.copyOf(all);
        this.ranks = new HashMap<>(all.size() * 2);
        for (Tag tag : this.all) {
            ranks.putIfAbsent(tag, ranks.size());
        }
        this.mismatch = mismatch;
    }

    /** The tags of CPython 3.{@code minor} on Linux, for example of 3.13 on {@code x86_64} with glibc 2.34. */
    public static CompatibleTags linux(int minor, String machine, int glibcMinor) {
        return new CompatibleTags(LinuxTags.of(minor, machine, glibcMinor), new Mismatch(minor, machine, glibcMinor));
    }

    /** Every tag, best first. */
    public List<Tag> all() {
        return all;
    }

    /** The best of a wheel's tags, or what is most in the way of the one that comes nearest. */
    public TagMatch match(Collection<Tag> ofWheel) {
        TagMatch.Fits best = new TagMatch.Fits(Integer.MAX_VALUE, NOTHING);
        for (Tag tag : ofWheel) {
            Integer rank = ranks.get(tag);
            if (rank != null && rank < best.rank()) {
                best = new TagMatch.Fits(rank, tag);
            }
        }
        return best.tag().equals(NOTHING) ? mismatch.of(ofWheel) : best;
    }

    private static final Tag NOTHING = new Tag("", "", "");

    @Override
    public boolean equals(Object other) {
        return other instanceof CompatibleTags that && all.equals(that.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    @Override
    public String toString() {
        return all.size() + " tags from " + all.get(0) + " to " + all.get(all.size() - 1);
    }
}
