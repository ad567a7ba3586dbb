package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.requirement.Pasted;
import java.util.Optional;
import java.util.Set;

/**
 * What a lock has of a package that has no wheel: {@code a folder}, at {@code ../core}.
 *
 * @param form as sentences call it
 * @param place the address or the path that {@code pip wheel} builds; empty for what is on an index
 * @param index the address of that index; empty for the one that pip asks anyway
 */
record BuildSource(String form, Optional<String> place, Optional<String> index) {

    private static final Set<String> DEFAULT_INDEXES =
            Set.of("", "https://pypi.org/simple", "https://pypi.org/simple/");

    /** Something on an index; "" for the one that pip asks anyway. */
    static BuildSource ofIndex(String form, String index) {
        boolean isDefault = DEFAULT_INDEXES.contains(index);
        return new BuildSource(
                form, Optional.empty(), isDefault ? Optional.empty() : Optional.of(Pasted.of(index, "<its index>")));
    }

    /** A folder, an archive or an address; what could mean more to a shell than itself is not told. */
    static BuildSource at(String form, String place) {
        return new BuildSource(form, Optional.of(Pasted.of(place, "<its place>")), Optional.empty());
    }

    /** A repository; without a commit that of its main branch. */
    static BuildSource repository(String kind, String url, String commit) {
        return at("a repository", kind + "+" + url + (commit.isEmpty() ? "" : "@" + commit));
    }

    /** The same, called otherwise. */
    BuildSource as(String other) {
        return new BuildSource(other, place, index);
    }

    /** The command that builds such packages, without their names. */
    String command() {
        return "pip wheel --no-deps" + index.map(" --index-url "::concat).orElse("");
    }
}
