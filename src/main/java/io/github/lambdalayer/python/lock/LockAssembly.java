package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.version.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Makes one list of entries of what was resolved for several targets: one entry for each version, with a wheel for
 * each target, as long as tags alone lead each target to its own wheel; else one entry for each wheel, told apart by
 * markers.
 */
final class LockAssembly {

    /** Newer than any glibc, so that a wheel which an interpreter elsewhere could prefer shows itself. */
    private static final int NEWEST_GLIBC = 99;

    private final TargetMarkers markers;
    private final Function<String, String> indexUrl;
    private final Map<PythonTarget, PythonTarget> elsewhere = new HashMap<>();

    /** @param indexUrl the address of an index by its id, or "" */
    LockAssembly(TargetMarkers markers, Function<String, String> indexUrl) {
        this.markers = markers;
        this.indexUrl = indexUrl;
    }

    List<LockEntry> entries(List<LockInput> inputs) {
        Map<Release, Map<PythonTarget, LockInput.Wheel>> releases = new TreeMap<>();
        for (LockInput input : inputs) {
            for (LockInput.Wheel wheel : input.wheels()) {
                releases.computeIfAbsent(release(wheel), r -> new LinkedHashMap<>())
                        .put(input.target(), wheel);
            }
        }
        List<LockEntry> entries = new ArrayList<>();
        releases.forEach((release, chosen) -> entries.addAll(entries(release, chosen)));
        return entries;
    }

    private Release release(LockInput.Wheel wheel) {
        return new Release(
                wheel.name(),
                wheel.file().filename().version(),
                indexUrl.apply(wheel.file().index()));
    }

    private List<LockedPackage> entries(Release release, Map<PythonTarget, LockInput.Wheel> chosen) {
        LockedPackage together = entry(release, chosen);
        if (chosen.entrySet().stream().allMatch(c -> isLedTo(c.getValue(), c.getKey(), together))) {
            return List.of(together);
        }
        Map<String, Map<PythonTarget, LockInput.Wheel>> byWheel = new TreeMap<>();
        chosen.forEach((target, wheel) -> byWheel.computeIfAbsent(
                        wheel.file() + " " + wheel.file().sha256(), f -> new LinkedHashMap<>())
                .put(target, wheel));
        return byWheel.values().stream().map(some -> entry(release, some)).toList();
    }

    private LockedPackage entry(Release release, Map<PythonTarget, LockInput.Wheel> chosen) {
        Collection<LockInput.Wheel> wheels = chosen.values();
        List<Specifiers> pythons =
                wheels.stream().map(LockInput.Wheel::requiresPython).distinct().toList();
        return new LockedPackage(
                release.name(),
                release.version(),
                markers.only(chosen.keySet()),
                pythons.size() == 1 ? pythons.get(0) : Specifiers.ANY,
                wheels.stream()
                        .flatMap(w -> w.dependencies().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                release.index(),
                wheels.stream()
                        .map(LockInput.Wheel::locked)
                        .distinct()
                        .sorted(LockedWheel.BY_NAME)
                        .toList());
    }

    private boolean isLedTo(LockInput.Wheel wheel, PythonTarget target, LockedPackage entry) {
        return leads(target, wheel, entry)
                && leads(elsewhere.computeIfAbsent(target, LockAssembly::elsewhere), wheel, entry);
    }

    private static PythonTarget elsewhere(PythonTarget target) {
        return PythonTarget.linux(target.pythonVersion().toString(), target.machine(), NEWEST_GLIBC);
    }

    private static boolean leads(PythonTarget target, LockInput.Wheel wheel, LockedPackage entry) {
        return LockedWheelChoice.best(entry, target)
                .filter(wheel.locked()::equals)
                .isPresent();
    }

    /** What shares an entry; the order of the entries of a lock. */
    private record Release(PackageName name, Version version, String index) implements Comparable<Release> {

        private static final Comparator<Release> ORDER = Comparator.comparing(Release::name)
                .thenComparing(Release::version)
                .thenComparing(Release::index);

        @Override
        public int compareTo(Release other) {
            return ORDER.compare(this, other);
        }
    }
}
