package io.github.lambdalayer.build;

import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.lock.LockInput;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.version.Specifiers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The wheels for one target, sorted by package, whether a lock or the resolver chose them. */
record Selection(LambdaTarget target, List<Chosen> packages) {

    /**
     * One package.
     *
     * @param file its wheel
     * @param requiresPython the interpreters that the package is for
     * @param dependencies what it asks for on this target
     */
    record Chosen(IndexFile file, Specifiers requiresPython, List<PackageName> dependencies) {

        Chosen {
            dependencies = List.copyOf(dependencies);
        }

        PackageName name() {
            return file.filename().name();
        }
    }

    Selection {
        packages = List.copyOf(packages);
    }

    /** The names of the packages. */
    Set<PackageName> names() {
        return packages.stream().map(Chosen::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The wheels alone. */
    List<IndexFile> files() {
        return packages.stream().map(Chosen::file).toList();
    }

    /** The packages that ask for one of them, sorted. */
    List<PackageName> requiredBy(PackageName name) {
        return packages.stream()
                .filter(chosen -> chosen.dependencies().contains(name))
                .map(Chosen::name)
                .sorted()
                .toList();
    }

    /** The same for a lock. */
    LockInput locked() {
        return new LockInput(
                target.python(),
                packages.stream()
                        .map(c -> new LockInput.Wheel(c.file(), c.requiresPython(), c.dependencies()))
                        .toList());
    }

    /** The wheels of all of them, each once by its digest, sorted by name. */
    static List<IndexFile> files(List<Selection> selections) {
        Map<String, IndexFile> byName = new TreeMap<>();
        for (Selection selection : selections) {
            selection.files().forEach(file -> byName.putIfAbsent(file.filename().text() + file.sha256(), file));
        }
        return List.copyOf(byName.values());
    }

    /** How many packages are in them, each counted once. */
    static int countPackages(List<Selection> selections) {
        return (int) selections.stream()
                .flatMap(selection -> selection.packages().stream())
                .map(Chosen::name)
                .distinct()
                .count();
    }
}
