package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.version.PreReleases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A random index of a few packages, and what is asked of it.
 *
 * @param excluded a package to leave out, or empty
 */
record OracleWorld(
        List<OracleRelease> releases,
        List<String> roots,
        List<String> constraints,
        String excluded,
        PreReleases preReleases) {

    private static final PythonTarget TARGET = PythonTarget.linux("3.13.0", "x86_64", 34);
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");
    private static final List<String> VERSIONS = List.of("1.0", "1.1", "2.0a1", "2.0", "3.0rc1");

    private static final List<PreReleases> MODES = List.of(PreReleases.values());
    private static final List<Flaw> FLAWS = List.of(Flaw.values());

    /** What may be wrong with a release. */
    enum Flaw {
        NONE,
        YANKED,
        WRONG_TAG,
        ONLY_SOURCE,
        OTHER_PYTHON,
        OTHER_PYTHON_IN_METADATA
    }

    /**
     * One release.
     *
     * @param requires of the release itself
     * @param extras what each extra requires besides
     */
    record OracleRelease(
            String name, String version, Flaw flaw, List<String> requires, Map<String, List<String>> extras) {}

    static OracleWorld random(Random random) {
        int packages = 2 + random.nextInt(4);
        List<OracleRelease> releases = new ArrayList<>();
        for (String name : NAMES.subList(0, packages)) {
            for (String version : VERSIONS) {
                if (random.nextInt(5) < 3) {
                    releases.add(release(name, version, packages, random));
                }
            }
        }
        List<String> constraints = random.nextInt(4) == 0 ? List.of(plain(packages, random)) : List.of();
        return new OracleWorld(
                releases,
                requirements(1 + random.nextInt(3), packages, random),
                constraints,
                random.nextInt(10) == 0 ? NAMES.get(random.nextInt(packages)) : "",
                MODES.get(random.nextInt(MODES.size())));
    }

    private static OracleRelease release(String name, String version, int packages, Random random) {
        Flaw flaw = random.nextInt(3) == 0 ? FLAWS.get(random.nextInt(FLAWS.size())) : Flaw.NONE;
        Map<String, List<String>> extras = new LinkedHashMap<>();
        for (String extra : List.of("x", "y")) {
            if (random.nextInt(3) == 0) {
                extras.put(extra, requirements(random.nextInt(3), packages, random));
            }
        }
        return new OracleRelease(name, version, flaw, requirements(random.nextInt(3), packages, random), extras);
    }

    private static List<String> requirements(int count, int packages, Random random) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String marker = switch (random.nextInt(8)) {
                case 0 -> " ; python_version < '3.13'";
                case 1 -> " ; python_version >= '3.13'";
                default -> "";
            };
            all.add(plain(packages, random) + marker);
        }
        return all;
    }

    private static String plain(int packages, Random random) {
        String name = random.nextInt(30) == 0 ? "missing" : NAMES.get(random.nextInt(packages));
        String extra = switch (random.nextInt(6)) {
            case 0 -> "[x]";
            case 1 -> "[x,y]";
            default -> "";
        };
        String version = VERSIONS.get(random.nextInt(VERSIONS.size()));
        String operator = switch (random.nextInt(7)) {
            case 0 -> "==";
            case 1 -> "<";
            case 2 -> ">=";
            case 3 -> "!=";
            case 4 -> ">";
            default -> "";
        };
        return name + extra + (operator.isEmpty() ? "" : operator + version);
    }

    /** The same requirements and releases, in another order. */
    OracleWorld declaredOtherwise(Random random) {
        List<OracleRelease> others = releases.stream()
                .map(r ->
                        new OracleRelease(r.name(), r.version(), r.flaw(), shuffled(r.requires(), random), r.extras()))
                .toList();
        return new OracleWorld(shuffled(others, random), shuffled(roots, random), constraints, excluded, preReleases);
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    ResolveRequest request() {
        return ResolveRequest.of(roots.stream().map(RootRequirement::ofPom).toList(), TARGET)
                .withConstraints(constraints.stream().map(Requirement::parse).toList())
                .withExcluded(excluded.isEmpty() ? Set.of() : Set.of(PackageName.of(excluded)))
                .withPreReleases(preReleases);
    }

    MemoryIndex index() {
        MemoryIndex index = new MemoryIndex();
        for (OracleRelease release : releases) {
            MemoryRelease added = index.release(release.name(), release.version())
                    .requires(release.requires().toArray(String[]::new));
            release.extras().forEach((extra, requires) -> added.extra(extra, requires.toArray(String[]::new)));
            flaw(added, release.flaw());
        }
        return index;
    }

    private static void flaw(MemoryRelease release, Flaw flaw) {
        switch (flaw) {
            case NONE -> release.source();
            case YANKED -> release.yanked("");
            case WRONG_TAG -> release.tags("cp312-cp312-manylinux_2_17_x86_64", "py3-none-win_amd64");
            case ONLY_SOURCE -> release.onlySource();
            case OTHER_PYTHON -> release.python(">=3.14");
            case OTHER_PYTHON_IN_METADATA -> release.pythonInMetadata("<3.13");
        }
    }

    /** All of it, to repeat a failing case by hand. */
    @Override
    public String toString() {
        return "root " + roots + " constraints " + constraints + " excluded " + excluded + "\n"
                + releases.stream().map(OracleRelease::toString).collect(Collectors.joining("\n"));
    }
}
