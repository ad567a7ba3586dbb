package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.Wanted;
import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.maven.Artifacts.Found;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.wheel.WheelFilename;
import io.github.lambdalayer.python.wheel.WheelNaming;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Wheels that are Maven artifacts: {@code <dependency>…<type>whl</type></dependency>}. They are copied under the names that
 * wheels have into a folder that is then asked before every index, as one of {@code findLinks} is.
 */
final class MavenWheels {

    /** No wheel. */
    static final MavenWheels NONE = new MavenWheels(Map.of());

    /** For wheels of one package, the version that they have. */
    private record Wheels(PackageName name, Map<WheelFilename, Found> wheels) {

        WheelFilename any() {
            return wheels.keySet().iterator().next();
        }

        String coordinates() {
            return wheels.values().iterator().next().coordinates();
        }

        String nameAndVersion() {
            return name + " " + any().version();
        }
    }

    private final Map<PackageName, Wheels> packages;

    private MavenWheels(Map<PackageName, Wheels> packages) {
        this.packages = packages;
    }

    /** Reads what the wheels are; each that is none is a fault of its own. */
    static MavenWheels of(List<Found> dependencies, Problems problems) {
        Map<PackageName, Wheels> packages = new LinkedHashMap<>();
        for (Found dependency : dependencies) {
            WheelFilename name = problems.collect(() -> WheelNaming.of(dependency.file(), dependency.coordinates()));
            if (name != null) {
                Wheels known = packages.computeIfAbsent(name.name(), key -> new Wheels(key, new LinkedHashMap<>()));
                if (!known.wheels().isEmpty() && !known.any().version().equals(name.version())) {
                    problems.add(twoVersions(known, dependency, name));
                }
                known.wheels().put(name, dependency);
            }
        }
        return new MavenWheels(packages);
    }

    boolean isEmpty() {
        return packages.isEmpty();
    }

    /** Puts the wheels into a folder, in which nothing else is left. */
    void into(Path folder) {
        Map<String, Path> files = new LinkedHashMap<>();
        packages.values()
                .forEach(
                        each -> each.wheels().forEach((name, dependency) -> files.put(name.text(), dependency.file())));
        Copies.into(folder, files);
    }

    /**
     * What a layer asks for with these wheels: where it is the only one of its pom, every wheel; else those that it
     * requires.
     */
    Wanted wanted(Wanted wanted, List<LambdaTarget> targets, boolean isOneOfSeveral, Problems problems) {
        List<Requirement> all = new ArrayList<>(wanted.requirements());
        for (Wheels each : packages.values()) {
            List<Requirement> declared = wanted.requirements().stream()
                    .filter(requirement -> requirement.name().equals(each.name()))
                    .filter(requirement -> targets.stream()
                            .anyMatch(target ->
                                    requirement.marker().holds(target.python().markers(), Set.of())))
                    .toList();
            if (isOneOfSeveral && declared.isEmpty()) {
                continue;
            }
            declared.stream()
                    .filter(requirement ->
                            !requirement.specifiers().accepts(each.any().version()))
                    .forEach(requirement -> problems.add(otherVersion(each, requirement)));
            targets.forEach(target -> requireFitting(each, target, problems));
            all.add(Requirement.parse(each.name() + "==" + each.any().version()));
        }
        return wanted.requiring(all);
    }

    private static void requireFitting(Wheels wheels, LambdaTarget target, Problems problems) {
        boolean fits = wheels.wheels().keySet().stream()
                .anyMatch(name -> target.python().tags().match(name.tags()).fits());
        if (!fits) {
            problems.add(new LayerException(
                    PomProblem.WRONG_WHEEL,
                    "The dependency " + wheels.coordinates() + " is " + wheels.any() + ", which does not fit " + target
                            + ": "
                            + target.python().tags().match(wheels.any().tags()).because() + ".",
                    "deploy the wheel for it too, for example under a classifier, and depend on that"));
        }
    }

    private static LayerException otherVersion(Wheels wheels, Requirement requirement) {
        return new LayerException(
                PomProblem.WRONG_WHEEL,
                "The pom requires " + requirement + ", and its dependency " + wheels.coordinates() + " is "
                        + wheels.nameAndVersion() + ".",
                "leave out one of them, or depend on the version that is required");
    }

    private static LayerException twoVersions(Wheels known, Found other, WheelFilename name) {
        return new LayerException(
                PomProblem.WRONG_WHEEL,
                "The dependencies " + known.coordinates() + " and " + other.coordinates() + " are both of the package "
                        + name.name() + ", in the versions " + known.any().version() + " and " + name.version() + ".",
                "depend on one of them");
    }
}
