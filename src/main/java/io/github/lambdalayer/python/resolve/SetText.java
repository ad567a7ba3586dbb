package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.solver.VersionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sets of versions in the user's notation: as somebody wrote them where somebody did, else as ranges. A range may span
 * releases that cannot be used anyway.
 */
final class SetText {

    private static final int MOST_RANGES = 3;

    private final Map<PackageName, Map<VersionSet, String>> written = new HashMap<>();

    private static final String AT = " @ ";

    /** A requirement without its marker, credentials or spelling: {@code pandas[aws]>=2}. */
    static String written(Requirement requirement) {
        String extras =
                requirement.extras().stream().map(ExtraName::value).sorted().collect(Collectors.joining(",", "[", "]"));
        return requirement.name()
                + (requirement.extras().isEmpty() ? "" : extras)
                + (requirement.url().isPresent() ? AT + requirement.shownUrl() : requirement.specifiers());
    }

    /** Whether a written requirement names a URL. */
    static boolean isUrl(String text) {
        return text.contains(AT);
    }

    /** Remembers how a set was written first. */
    void remember(PackageName name, VersionSet versions, Specifiers specifiers) {
        written.computeIfAbsent(name, n -> new HashMap<>()).putIfAbsent(versions, specifiers.toString());
    }

    /** A set of releases of a package, for example {@code pandas>=2.1,<3}. */
    String of(Listing listing, VersionSet versions) {
        String name = listing.name().value();
        if (versions.isFull()) {
            return listing.size() == 1 ? name + "==" + listing.release(0).version() : name;
        }
        String asWritten = written.getOrDefault(listing.name(), Map.of()).get(versions);
        return asWritten != null ? name + asWritten : ranges(listing, versions);
    }

    private static String ranges(Listing listing, VersionSet versions) {
        VersionSet usable = versions.and(listing.usable());
        VersionSet whole = usable.isEmpty() ? VersionSet.all(listing.size()) : listing.usable();
        VersionSet members = usable.isEmpty() ? versions : usable;
        String name = listing.name().value();
        if (members.count() == 1) {
            return name + "==" + listing.release(members.lowest()).version();
        }
        List<String> ranges = new ArrayList<>();
        for (int from = members.lowest(); from >= 0; ) {
            int to = endOfRange(from, members, whole);
            ranges.add(name + range(listing, from, to, whole));
            from = members.next(to + 1);
        }
        return ranges.size() <= MOST_RANGES
                ? String.join(" or ", ranges)
                : "part of " + name + range(listing, members.lowest(), members.highest(), whole);
    }

    private static int endOfRange(int from, VersionSet members, VersionSet whole) {
        int to = from;
        for (int next = whole.next(to + 1); next >= 0 && members.contains(next); next = whole.next(to + 1)) {
            to = next;
        }
        return to;
    }

    private static String range(Listing listing, int from, int to, VersionSet whole) {
        if (from == to) {
            return "==" + listing.release(from).version();
        }
        int after = whole.next(to + 1);
        String lower =
                from == whole.lowest() ? "" : ">=" + listing.release(from).version();
        String upper = after < 0 ? "" : "<" + listing.release(after).version();
        return lower + (lower.isEmpty() || upper.isEmpty() ? "" : ",") + upper;
    }
}
