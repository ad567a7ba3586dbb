package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.version.Version;
import java.util.List;
import java.util.Optional;

/** Reads the version out of a source distribution's name: 1.2 of {@code zope-interface-1.2.tar.gz} (PEP 625, and before). */
final class SourceName {

    private static final List<String> ENDINGS =
            List.of(".tar.gz", ".zip", ".tar.bz2", ".tgz", ".tar.xz", ".tar.Z", ".tar");

    private SourceName() {}

    static Optional<Version> version(PackageName name, String file) {
        return ENDINGS.stream()
                .filter(file::endsWith)
                .findFirst()
                .flatMap(ending -> versionOfStem(name, file.substring(0, file.length() - ending.length())));
    }

    /** Both parts may hold hyphens, so the name decides where it ends. */
    private static Optional<Version> versionOfStem(PackageName name, String stem) {
        for (int hyphen = stem.indexOf('-'); hyphen > 0; hyphen = stem.indexOf('-', hyphen + 1)) {
            if (isName(stem.substring(0, hyphen), name)) {
                return Version.tryParse(stem.substring(hyphen + 1));
            }
        }
        return Optional.empty();
    }

    private static boolean isName(String text, PackageName name) {
        try {
            return PackageName.of(text).equals(name);
        } catch (LayerException e) {
            return false;
        }
    }
}
