package io.github.lambdalayer.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.problem.Printable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Symbolic links that lead to nothing in a function: to a place on the machine where the zip was made, most of all. Only layers
 * that somebody else made have links.
 */
final class LinkCheck implements LayerCheck {

    private static final int LONGEST = 4096;

    /** Where Lambda unpacks layers. */
    private static final String OPT = "opt/";

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
                .filter(entry -> !isThere(place(entry), paths))
                .map(entry -> warning(
                        entry.path() + " is a link to " + Printable.name(target(entry))
                                + ", which is not in the layer.",
                        "put the file itself there, or leave the link out"))
                .toList();
    }

    private static String target(LayerEntry link) {
        return new String(link.content().start(LONGEST), UTF_8);
    }

    /** Where it leads to in a function, without the first slash: {@code opt/lib/libx.so.1}. */
    private static String place(LayerEntry link) {
        String target = target(link);
        String folder = OPT + link.path().substring(0, link.path().lastIndexOf('/') + 1);
        Deque<String> place = new ArrayDeque<>();
        for (String part : (target.startsWith("/") ? target : folder + target).split("/", -1)) {
            if (part.equals("..")) {
                place.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                place.addLast(part);
            }
        }
        return String.join("/", place);
    }

    private static boolean isThere(String place, NavigableSet<String> paths) {
        if (!place.startsWith(OPT)) {
            return OF_RUNTIME.stream().anyMatch(place::startsWith);
        }
        String path = place.substring(OPT.length());
        String inFolder = paths.ceiling(path + "/");
        return paths.contains(path) || (inFolder != null && inFolder.startsWith(path + "/"));
    }
}
