package io.github.lambdalayer.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.problem.Printable;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Symbolic links that lead to nothing in a function: to a place on the machine where the zip was made, most of all. Only layers
 * that somebody else made have links.
 */
final class LinkCheck implements LayerCheck {

    private static final int LONGEST = 4096;

    private static final List<String> OF_RUNTIME = List.of("usr/", "lib/", "lib64/", "bin/", "etc/", "var/lang/");

    @Override
    public String id() {
        return "link";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        NavigableSet<String> paths = new TreeSet<>();
        layer.plan().entries().forEach(entry -> paths.add(entry.path()));
        return layer.plan().entries().stream()
                .filter(LayerEntry::isLink)
                .filter(entry -> !isThere(Place.of(target(entry), entry.path()), paths))
                .map(entry -> warning(
                        entry.path() + " is a link to " + Printable.name(target(entry))
                                + ", which is not in the layer.",
                        "put the file itself there, or leave the link out"))
                .toList();
    }

    private static String target(LayerEntry link) {
        return new String(link.content().start(LONGEST), UTF_8);
    }

    private static boolean isThere(Place place, NavigableSet<String> paths) {
        Optional<String> inLayer = place.inLayer();
        if (inLayer.isEmpty()) {
            return OF_RUNTIME.stream().anyMatch(place.path()::startsWith);
        }
        String path = inLayer.get();
        String inFolder = paths.ceiling(path + "/");
        return paths.contains(path) || (inFolder != null && inFolder.startsWith(path + "/"));
    }
}
