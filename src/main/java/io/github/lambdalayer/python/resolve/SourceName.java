package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.version.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the versions out of source distributions' names: 1.2 of {@code zope-interface-1.2.tar.gz} (PEP 625, and before). */
final class SourceName {

    private static final List<String> ENDINGS =
            List.of(".tar.gz", ".zip", ".tar.bz2", ".tgz", ".tar.xz", ".tar.Z", ".tar");

    private final PackageName name;

    /** How the project is spelt in the names read so far. */
    private final Set<String> spellings = new HashSet<>();

    SourceName(PackageName name) {
        this.name = name;
    }

    /** The version, or empty when it is no source distribution of this project. */
    Optional<Version> version(String file) {
        return versionText(file).flatMap(Version::tryParse);
    }

    /** What stands in the version's place; both parts may hold hyphens, so the name decides where it ends. */
    Optional<String> versionText(String file) {
        int end = endOfStem(file);
        for (int hyphen = file.indexOf('-'); hyphen > 0 && hyphen < end; hyphen = file.indexOf('-', hyphen + 1)) {
            if (isName(file.substring(0, hyphen))) {
                return Optional.of(file.substring(hyphen + 1, end));
            }
        }
        return Optional.empty();
    }

    private static int endOfStem(String file) {
        for (String ending : ENDINGS) {
            if (file.endsWith(ending)) {
                return file.length() - ending.length();
            }
        }
        return -1;
    }

    private boolean isName(String text) {
        return spellings.contains(text) || (isSame(text) && spellings.add(text));
    }

    private boolean isSame(String text) {
        try {
            return PackageName.of(text).equals(name);
        } catch (LayerException e) {
            return false;
        }
    }
}
