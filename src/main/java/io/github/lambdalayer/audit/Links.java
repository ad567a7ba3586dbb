package io.github.lambdalayer.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.layer.LayerEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The symbolic links of a layer, as a function follows them. */
final class Links {

    private static final int LONGEST = 4096;

    /** As many as Linux follows before it says ELOOP (path_resolution(7)). */
    private static final int MOST = 40;

    private final NavigableSet<String> paths = new TreeSet<>();

    /** By the link's path in the layer. */
    private final Map<String, String> targets = new HashMap<>();

    private Links() {}

    static Links of(AuditedLayer layer) {
        Links links = new Links();
        for (LayerEntry entry : layer.plan().entries()) {
            links.paths.add(entry.path());
            if (entry.isLink()) {
                links.targets.put(entry.path(), target(entry));
            }
        }
        return links;
    }

    /** What a link says, for example {@code libx.so.1}. */
    static String target(LayerEntry link) {
        return new String(link.content().start(LONGEST), UTF_8);
    }

    /** Where a link leads; to the last link that was followed where there are too many, as in a circle. */
    Place end(LayerEntry link) {
        Place place = Place.of(target(link), link.path());
        for (int followed = 1; followed < MOST; followed++) {
            Optional<Place> next = next(place);
            if (next.isEmpty()) {
                return place;
            }
            place = next.get();
        }
        return place;
    }

    /** The place with its first part that is a link replaced by what that says: {@code lib64/x} with {@code lib/x}. */
    private Optional<Place> next(Place place) {
        String path = place.inLayer().orElse("");
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            String folder = path.substring(0, end);
            String target = targets.get(folder);
            if (target != null) {
                return Optional.of(Place.of(target + path.substring(end), folder));
            }
        }
        return Optional.empty();
    }

    /** Whether the layer has this file, folder or link. */
    boolean has(String path) {
        String inFolder = paths.ceiling(path + "/");
        return path.isEmpty() || paths.contains(path) || (inFolder != null && inFolder.startsWith(path + "/"));
    }
}
