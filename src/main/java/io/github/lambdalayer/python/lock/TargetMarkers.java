package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.requirement.Marker;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.version.Version;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The targets of one lock, and how markers tell them from each other. */
final class TargetMarkers {

    private final List<PythonTarget> targets;

    /** Targets of which no two have the same minor version and machine. */
    TargetMarkers(Collection<PythonTarget> targets) {
        this.targets = targets.stream()
                .sorted(Comparator.comparing(PythonTarget::pythonVersion).thenComparing(PythonTarget::machine))
                .toList();
        long distinct =
                targets.stream().map(t -> python(t) + machine(t)).distinct().count();
        if (distinct == 0 || distinct < targets.size()) {
            throw new IllegalArgumentException("one lock needs targets that markers can tell apart: " + targets);
        }
    }

    /** From the oldest Python to the newest. */
    List<PythonTarget> targets() {
        return targets;
    }

    /** One marker for each target. */
    List<Marker> environments() {
        return targets.stream()
                .map(t -> python(t) + " and " + machine(t)
                        + " and sys_platform == 'linux' and implementation_name == 'cpython'")
                .map(Marker::parse)
                .toList();
    }

    /** From the oldest minor version to the newest: {@code >=3.12,<3.14}. */
    Specifiers requiresPython() {
        Version oldest = Version.parse(minor(targets.get(0)));
        Version newest = Version.parse(minor(targets.get(targets.size() - 1)));
        String next = newest.release().get(0) + "." + (newest.release().get(1).intValueExact() + 1);
        return Specifiers.parse(">=" + oldest + ",<" + next);
    }

    /** A short marker that holds for some of the targets and for none of the others. */
    Marker only(Set<PythonTarget> some) {
        if (some.containsAll(targets)) {
            return Marker.ALWAYS;
        }
        List<String> machines = targets.stream()
                .filter(some::contains)
                .map(TargetMarkers::machine)
                .distinct()
                .toList();
        boolean wholeMachines = some.containsAll(
                targets.stream().filter(t -> machines.contains(machine(t))).toList());
        return Marker.parse(String.join(" or ", wholeMachines ? machines : pythons(some)));
    }

    /** A clause for each Python, with its machines where it is not all of them. */
    private List<String> pythons(Set<PythonTarget> some) {
        return targets.stream()
                .filter(some::contains)
                .map(TargetMarkers::python)
                .distinct()
                .flatMap(python -> clauses(python, some))
                .toList();
    }

    private Stream<String> clauses(String python, Set<PythonTarget> some) {
        List<PythonTarget> ofPython =
                targets.stream().filter(t -> python(t).equals(python)).toList();
        return some.containsAll(ofPython)
                ? Stream.of(python)
                : ofPython.stream().filter(some::contains).map(t -> python + " and " + machine(t));
    }

    private static String minor(PythonTarget target) {
        return target.markers().get("python_version");
    }

    private static String python(PythonTarget target) {
        return "python_version == '" + minor(target) + "'";
    }

    private static String machine(PythonTarget target) {
        return "platform_machine == '" + target.machine() + "'";
    }
}
