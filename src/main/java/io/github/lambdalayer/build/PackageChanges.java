package io.github.lambdalayer.build;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.zip.RawEntry;
import io.github.lambdalayer.zip.RawZip;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * In what the packages of two zips differ, sorted by name.
 *
 * @param added only in the new one
 * @param removed only in the old one
 * @param changed in both, with other versions
 * @param isKnown whether there was an old zip, and it could be read
 */
public record PackageChanges(List<Packaged> added, List<Packaged> removed, List<Change> changed, boolean isKnown) {

    /** A package with its version. */
    public record Packaged(String name, String version) {}

    /** A package in two versions. */
    public record Change(String name, String from, String to) {}

    /** Nothing to compare with. */
    static final PackageChanges UNKNOWN = new PackageChanges(List.of(), List.of(), List.of(), false);

    private static final String METADATA = ".dist-info/METADATA";

    public PackageChanges {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    static PackageChanges between(Map<String, String> before, Map<String, String> after) {
        List<Packaged> added = new ArrayList<>();
        List<Packaged> removed = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        after.forEach((name, version) -> {
            String old = before.get(name);
            if (old == null) {
                added.add(new Packaged(name, version));
            } else if (!old.equals(version)) {
                changed.add(new Change(name, old, version));
            }
        });
        before.forEach((name, version) -> {
            if (!after.containsKey(name)) {
                removed.add(new Packaged(name, version));
            }
        });
        return new PackageChanges(added, removed, changed, true);
    }

    /** The packages of a zip by the names of their dist-info folders, which say name and version. */
    static Map<String, String> packages(RawZip zip) {
        Map<String, String> packages = new TreeMap<>();
        for (RawEntry entry : InstalledMetadata.of(zip)) {
            String path = entry.name().substring(0, entry.name().length() - METADATA.length());
            String folder = path.substring(path.lastIndexOf('/') + 1);
            int hyphen = folder.lastIndexOf('-');
            if (hyphen > 0) {
                packages.put(PackageName.of(folder.substring(0, hyphen)).value(), folder.substring(hyphen + 1));
            }
        }
        return packages;
    }
}
