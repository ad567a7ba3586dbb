package io.github.lambdalayer.python.index;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.target.Tag;
import io.github.lambdalayer.python.version.Version;
import io.github.lambdalayer.python.wheel.BuildTag;
import io.github.lambdalayer.python.wheel.WheelFilename;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names of the wheels on one page. They are combinations of few parts (numpy's 4,200 names have some 150
 * versions and 250 sets of tags), so each part is read once.
 */
final class WheelNames {

    private final Map<String, PackageName> names = new HashMap<>();
    private final Map<String, Version> versions = new HashMap<>();
    private final Map<String, Set<Tag>> tags = new HashMap<>();

    /** The name, or empty when it is no wheel's. */
    Optional<WheelFilename> parse(String text) {
        WheelFilename known = combined(text);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            WheelFilename parsed = WheelFilename.parse(text);
            remember(parsed);
            return Optional.of(parsed);
        } catch (LayerException e) {
            return Optional.empty();
        }
    }

    private @Nullable WheelFilename combined(String text) {
        int name = text.indexOf('-');
        int version = text.indexOf('-', name + 1);
        if (name < 0 || version < 0) {
            return null;
        }
        PackageName sameName = names.get(text.substring(0, name));
        Version sameVersion = versions.get(text.substring(name + 1, version));
        Set<Tag> sameTags = tags.get(text.substring(version + 1));
        return sameName == null || sameVersion == null || sameTags == null
                ? null
                : new WheelFilename(text, sameName, sameVersion, BuildTag.NONE, sameTags);
    }

    private void remember(WheelFilename parsed) {
        if (!parsed.build().equals(BuildTag.NONE)) {
            return; // then a build tag stands between version and tags
        }
        String text = parsed.text();
        int name = text.indexOf('-');
        int version = text.indexOf('-', name + 1);
        names.putIfAbsent(text.substring(0, name), parsed.name());
        versions.putIfAbsent(text.substring(name + 1, version), parsed.version());
        tags.putIfAbsent(text.substring(version + 1), parsed.tags());
    }
}
