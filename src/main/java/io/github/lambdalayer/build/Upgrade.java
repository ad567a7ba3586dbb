package io.github.lambdalayer.build;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.version.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which locked versions are given up when a lock is written anew: none, those of some packages, or all. */
public final class Upgrade {

    /** Every locked version that still fits is kept. */
    public static final Upgrade NOTHING = new Upgrade(false, Set.of());

    /** All versions are chosen anew. */
    public static final Upgrade ALL = new Upgrade(true, Set.of());

    private final boolean all;
    private final Set<PackageName> packages;

    private Upgrade(boolean all, Set<PackageName> packages) {
        this.all = all;
        this.packages = packages;
    }

    /** The versions of these packages are chosen anew. */
    public static Upgrade of(Set<PackageName> packages) {
        return new Upgrade(false, Set.copyOf(packages));
    }

    /** Those of its packages that are not among the known ones, sorted. */
    public List<PackageName> unknown(Set<PackageName> known) {
        return packages.stream().filter(name -> !known.contains(name)).sorted().toList();
    }

    /** The locked versions that are to be kept where they fit. */
    Map<PackageName, Version> keep(Map<PackageName, Version> locked) {
        Map<PackageName, Version> kept = new HashMap<>(all ? Map.of() : locked);
        kept.keySet().removeAll(packages);
        return kept;
    }
}
