package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.toml.TomlEntries;
import io.github.lambdalayer.toml.TomlItem;
import io.github.lambdalayer.toml.TomlValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The {@code conflicts} of a uv.lock: sets of extras, groups and projects of which only one can be installed at a time.
 *
 * @see <a href="https://docs.astral.sh/uv/concepts/projects/config/#conflicting-dependencies">conflicting dependencies</a>
 */
final class UvConflicts {

    private final List<TomlItem> sets;

    UvConflicts(TomlEntries lock) {
        this.sets = lock.items("conflicts");
    }

    boolean isEmpty() {
        return sets.isEmpty();
    }

    /**
     * Refuses what excludes each other.
     *
     * @throws io.github.lambdalayer.problem.LayerException with {@link LockProblem#LOCK_CHOICE}
     */
    void requireNone(UvActive active) {
        sets.forEach(set -> requireNone(set, active));
    }

    private static void requireNone(TomlItem set, UvActive active) {
        List<Side> asked = set.requiredTables().stream()
                .map(Side::of)
                .filter(side -> active.has(side.name()))
                .toList();
        if (asked.size() > 1) {
            throw set.fault(
                    LockProblem.LOCK_CHOICE,
                    asked.stream().map(Side::shown).collect(Collectors.joining(" and "))
                            + " exclude each other, and the layer asks for " + (asked.size() == 2 ? "both." : "all."),
                    "name only one of them in <extras> and <groups>");
        }
    }

    /**
     * One of a set.
     *
     * @param name as markers have it
     * @param shown for example {@code extra cpu of app}
     */
    private record Side(ExtraName name, String shown) {

        static Side of(TomlEntries side) {
            PackageName project = TomlValue.required(side, "package", PackageName::of);
            Optional<Side> extra = TomlValue.optional(side, "extra", ExtraName::of)
                    .map(e -> new Side(UvActive.extra(project, e), "extra " + e + " of " + project));
            Optional<Side> group = TomlValue.optional(side, "group", ExtraName::of)
                    .map(g -> new Side(UvActive.group(project, g), "group " + g + " of " + project));
            return extra.or(() -> group).orElseGet(() -> new Side(UvActive.project(project), "project " + project));
        }
    }
}
