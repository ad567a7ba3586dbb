package io.github.lambdalayer.zip;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each name once, and no file where another entry needs a directory. */
final class NameClashes {

    private final Set<String> files = new HashSet<>();
    private final Map<String, String> directories = new HashMap<>();

    private NameClashes() {}

    static void check(List<RawEntry> entries, String archive) {
        NameClashes names = new NameClashes();
        for (RawEntry entry : entries) {
            names.add(entry.name(), archive);
        }
        for (RawEntry entry : entries) {
            names.checkFile(entry.name(), archive);
        }
    }

    private void checkFile(String file, String archive) {
        String inside = directories.get(file);
        if (inside != null) {
            throw ZipProblem.DUPLICATE_ENTRY.inEntry(
                    archive, file, "is a file, and entry " + ZipProblem.quoted(inside) + " needs a directory there.");
        }
    }

    private void add(String name, String archive) {
        boolean directory = name.endsWith("/");
        String path = directory ? name.substring(0, name.length() - 1) : name;
        boolean fresh = directory ? !name.equals(directories.get(path)) : files.add(path);
        if (!fresh) {
            throw ZipProblem.DUPLICATE_ENTRY.inEntry(archive, name, "occurs twice.");
        }
        if (directory) {
            directories.put(path, name);
        }
        addParents(path, name);
    }

    private void addParents(String path, String name) {
        int slash = path.lastIndexOf('/');
        while (slash > 0 && directories.putIfAbsent(path.substring(0, slash), name) == null) {
            slash = path.lastIndexOf('/', slash - 1);
        }
    }
}
