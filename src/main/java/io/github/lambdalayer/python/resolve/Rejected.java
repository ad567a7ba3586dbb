package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.version.Version;
import io.github.lambdalayer.solver.VersionSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was rejected for something that only its metadata tells. */
final class Rejected {

    private final Map<PackageName, Map<Version, Rejection>> late = new HashMap<>();

    void add(PackageName name, Version version, Rejection rejection) {
        late.computeIfAbsent(name, n -> new HashMap<>()).put(version, rejection);
    }

    /** Why a release cannot be used; empty when it can. */
    List<Rejection> of(PackageName name, Release release) {
        Rejection rejection = late.getOrDefault(name, Map.of()).get(release.version());
        return rejection == null ? release.rejections() : List.of(rejection);
    }

    /** The releases of a package that turned out to be of no use. */
    VersionSet of(Listing listing) {
        Map<Version, Rejection> rejections = late.getOrDefault(listing.name(), Map.of());
        return VersionSet.of(
                listing.size(), i -> rejections.containsKey(listing.release(i).version()));
    }
}
