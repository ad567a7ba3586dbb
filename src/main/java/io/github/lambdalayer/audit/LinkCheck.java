package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.problem.Printable;
import java.util.List;

/**
 * Symbolic links that lead to nothing in a function: to a place on the machine where the zip was made, most of all. What a link
 * says is followed within the layer, through other links too; folders of the runtime, of the function ({@code /var/task}) and
 * those that are filled when it runs ({@code /tmp}, {@code /mnt}) may have what is looked for. Only layers that somebody else
 * made have links.
 */
final class LinkCheck implements LayerCheck {

    private static final List<String> OUTSIDE = List.of(
            "usr/", "lib/", "lib64/", "bin/", "sbin/", "etc/", "var/", "tmp/", "mnt/", "dev/", "proc/", "run/", "sys/");

    @Override
    public String id() {
        return "link";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        List<LayerEntry> all =
                layer.plan().entries().stream().filter(LayerEntry::isLink).toList();
        if (all.isEmpty()) {
            return List.of();
        }
        Links links = Links.of(layer);
        return all.stream()
                .filter(entry -> !isThere(links.end(entry), links))
                .map(entry -> warning(
                        entry.path() + " is a link to " + Printable.name(Links.target(entry))
                                + ", which is not in the layer.",
                        "put the file itself there, or leave the link out"))
                .toList();
    }

    private static boolean isThere(Place place, Links links) {
        return place.inLayer()
                .map(links::has)
                .orElseGet(() -> OUTSIDE.stream().anyMatch((place.path() + "/")::startsWith));
    }
}
