package io.github.lambdalayer.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A place in the file system of a function, where layers are unpacked in {@code /opt}.
 *
 * @param path without the first slash and without {@code .} and {@code ..}, for example {@code opt/lib/libx.so.1}
 */
record Place(String path) {

    private static final String OPT = "opt/";

    /** Of a path that begins with a slash. */
    static Place of(String absolute) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : absolute.split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return new Place(String.join("/", parts));
    }

    /** The same, seen from a file of the layer, for example {@code ../x} from {@code python/demo/a.so}. */
    static Place of(String path, String from) {
        return of(path.startsWith("/") ? path : folderOf(from) + "/" + path);
    }

    /** The folder of a file of the layer: {@code /opt/python/demo}. */
    static String folderOf(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "/opt" : "/" + OPT + file.substring(0, slash);
    }

    /** The path in the layer, for example {@code lib/libx.so.1}, "" for the whole; empty for a place outside of it. */
    Optional<String> inLayer() {
        return path.equals("opt")
                ? Optional.of("")
                : path.startsWith(OPT) ? Optional.of(path.substring(OPT.length())) : Optional.empty();
    }
}
