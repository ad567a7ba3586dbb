package io.github.lambdalayer.python.wheel;

import io.github.lambdalayer.python.target.Tag;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tags in their order, which never change: the thousands of wheels of one page share a few such sets. */
final class TagSet extends AbstractSet<Tag> {

    private final List<Tag> tags;

    private TagSet(List<Tag> tags) {
        this.tags = tags;
    }

    /** The same tags, unchangeable; the very same set when it is so already. */
    static Set<Tag> copyOf(Set<Tag> tags) {
        return tags instanceof TagSet ? tags : new TagSet(List.copyOf(new LinkedHashSet<>(tags)));
    }

    @Override
    public Iterator<Tag> iterator() {
        return tags.iterator();
    }

    @Override
    public int size() {
        return tags.size();
    }
}
