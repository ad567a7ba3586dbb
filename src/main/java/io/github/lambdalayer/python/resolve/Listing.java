package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.version.Version;
import io.github.lambdalayer.solver.VersionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All releases of a package, lowest first, those that cannot be used among them. */
final class Listing {

    private record Files(List<IndexFile> wheels, List<String> others) {
        Files() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private final PackageName name;
    private final Optional<ProjectPage> page;
    private final List<Release> releases;
    private final VersionSet usable;
    private final VersionSet stable;

    /** Hundreds of releases of one package may ask for the same versions of another, which may have thousands. */
    private final Map<Specifiers, VersionSet> accepted = new HashMap<>();

    private Listing(PackageName name, Optional<ProjectPage> page, List<Release> releases) {
        this.name = name;
        this.page = page;
        this.releases = List.copyOf(releases);
        this.usable = select(Release::isUsable);
        this.stable = select(release -> !release.version().isPreRelease());
    }

    static Listing of(PackageName name, Optional<ProjectPage> page, WheelChoice choice) {
        Map<Version, Files> files = new TreeMap<>();
        page.ifPresent(p -> {
            addWheels(p.wheels(), files);
            addOthers(name, p.otherFiles(), files);
        });
        List<Release> releases = new ArrayList<>(files.size());
        files.forEach((version, all) -> releases.add(choice.release(name, version, all.wheels(), all.others())));
        return new Listing(name, page, releases);
    }

    /** The wheels of one version mostly stand together and share it, which saves comparing it with all others. */
    private static void addWheels(List<IndexFile> wheels, Map<Version, Files> files) {
        Version last = null;
        Files ofLast = new Files();
        for (IndexFile wheel : wheels) {
            Version version = wheel.filename().version();
            if (last == null || !version.equals(last)) {
                last = version;
                ofLast = files(files, version);
            }
            ofLast.wheels().add(wheel);
        }
    }

    /** Of no interest where there are wheels of the same version, whose text is mostly the same. */
    private static void addOthers(PackageName name, List<String> others, Map<Version, Files> files) {
        Set<String> withWheels = new HashSet<>();
        files.keySet().forEach(version -> withWheels.add(version.text()));
        SourceName source = new SourceName(name);
        for (String other : others) {
            source.versionText(other)
                    .filter(text -> !withWheels.contains(text))
                    .flatMap(Version::tryParse)
                    .ifPresent(version -> files(files, version).others().add(other));
        }
    }

    private static Files files(Map<Version, Files> files, Version version) {
        return files.computeIfAbsent(version, v -> new Files());
    }

    PackageName name() {
        return name;
    }

    /** Empty when no index knows the project. */
    Optional<ProjectPage> page() {
        return page;
    }

    List<Release> releases() {
        return releases;
    }

    Release release(int index) {
        return releases.get(index);
    }

    int size() {
        return releases.size();
    }

    VersionSet usable() {
        return usable;
    }

    /** The releases that are no pre-releases. */
    VersionSet stable() {
        return stable;
    }

    VersionSet accepted(Specifiers specifiers) {
        return accepted.computeIfAbsent(specifiers, s -> select(release -> s.accepts(release.version())));
    }

    VersionSet below(Version version) {
        return select(release -> release.version().compareTo(version) < 0);
    }

    VersionSet exactly(Version version) {
        int index = indexOf(version);
        return index < 0 ? VersionSet.none(size()) : VersionSet.only(size(), index);
    }

    /** The place of a version, or a negative number. */
    int indexOf(Version version) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = release(middle).version().compareTo(version);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -1;
    }

    private VersionSet select(Predicate<Release> wanted) {
        return VersionSet.of(releases.size(), i -> wanted.test(releases.get(i)));
    }
}
