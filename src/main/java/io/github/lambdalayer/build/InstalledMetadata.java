package io.github.lambdalayer.build;

import io.github.lambdalayer.zip.RawEntry;
import io.github.lambdalayer.zip.RawZip;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The METADATA of the packages of a zip, as {@code python/six-1.16.0.dist-info/METADATA}. Those of packages that another one
 * has in itself, as setuptools has in its {@code _vendor}, are not among them: nobody installed these.
 */
final class InstalledMetadata {

    private static final Pattern METADATA =
            Pattern.compile("python/(lib/python3\\.\\d+/site-packages/)?[^/]+\\.dist-info/METADATA");

    private InstalledMetadata() {}

    static List<RawEntry> of(RawZip zip) {
        return zip.entries().stream()
                .filter(entry -> METADATA.matcher(entry.name()).matches())
                .toList();
    }
}
