package io.github.lambdalayer.layer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The layer's files while they are gathered: who comes first keeps the place, and whoever comes later collides. */
final class Gathered {

    private final Map<String, LayerEntry> files = new LinkedHashMap<>();

    /** Each folder and a file in it. */
    private final Map<String, LayerEntry> folders = new HashMap<>();

    private final List<Collision> collisions = new ArrayList<>();

    /** Adds a file, unless its place is taken; the same bytes twice are no collision. Returns whether it was added. */
    boolean add(LayerEntry entry) {
        LayerEntry same = files.get(entry.path());
        if (same != null) {
            if (!same.content().isSameAs(entry.content())) {
                collide(entry.path(), same, entry);
            }
            return false;
        }
        LayerEntry inFolder = folders.get(entry.path());
        if (inFolder != null) {
            collide(entry.path(), inFolder, entry);
            return false;
        }
        LayerEntry above = fileAbove(entry.path());
        if (above != null) {
            collide(above.path(), above, entry);
            return false;
        }
        put(entry);
        return true;
    }

    private void put(LayerEntry entry) {
        files.put(entry.path(), entry);
        int slash = entry.path().lastIndexOf('/');
        while (slash > 0 && folders.putIfAbsent(entry.path().substring(0, slash), entry) == null) {
            slash = entry.path().lastIndexOf('/', slash - 1);
        }
    }

    /** The file that stands where this path needs a folder. */
    private @Nullable LayerEntry fileAbove(String path) {
        int slash = path.lastIndexOf('/');
        while (slash > 0) {
            String folder = path.substring(0, slash);
            if (folders.containsKey(folder)) {
                return null;
            }
            LayerEntry file = files.get(folder);
            if (file != null) {
                return file;
            }
            slash = path.lastIndexOf('/', slash - 1);
        }
        return null;
    }

    private void collide(String path, LayerEntry kept, LayerEntry dropped) {
        collisions.add(
                new Collision(path, kept.content().origin(), dropped.content().origin()));
    }

    /** All files, sorted: once at the end, since the names of a wheel mostly come in order. */
    List<LayerEntry> files() {
        return files.values().stream()
                .sorted(Comparator.comparing(LayerEntry::path, PathOrder.BY_UTF8))
                .toList();
    }

    List<Collision> collisions() {
        return collisions;
    }
}
