package io.github.lambdalayer.python.resolve;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.PackageIndex;
import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.index.ProjectStatus;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An index in memory. What a test says nothing about is plain: one wheel {@code py3-none-any} for each release. */
final class MemoryIndex implements PackageIndex {

    private final Map<PackageName, List<MemoryRelease>> projects = new LinkedHashMap<>();
    private final Map<PackageName, UnaryOperator<ProjectPage>> changes = new HashMap<>();
    private final Map<String, MemoryRelease> byFile = new HashMap<>();
    private final Map<String, CoreMetadata> metadata = new HashMap<>();
    private final Map<PackageName, Optional<ProjectPage>> pages = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private UnaryOperator<List<IndexFile>> order = UnaryOperator.identity();

    /** Adds a release, to be described further. */
    MemoryRelease release(String name, String version) {
        MemoryRelease release = new MemoryRelease(name, version);
        pages.clear();
        projects.computeIfAbsent(PackageName.of(name), n -> new ArrayList<>()).add(release);
        return release;
    }

    /** Adds several releases that need the same. */
    MemoryIndex releases(String name, List<String> versions, String... requires) {
        versions.forEach(version -> release(name, version).requires(requires));
        return this;
    }

    /** A project that the index knows, but has no file of. */
    MemoryIndex empty(String name) {
        projects.put(PackageName.of(name), new ArrayList<>());
        return this;
    }

    /** Lists the files of every page in another order. */
    MemoryIndex ordered(UnaryOperator<List<IndexFile>> other) {
        order = other;
        return this;
    }

    /** Changes what is said of a project. */
    MemoryIndex change(String name, UnaryOperator<ProjectPage> change) {
        changes.put(PackageName.of(name), change);
        return this;
    }

    /** The file names whose metadata was asked for, in that order. */
    List<String> asked() {
        return asked;
    }

    @Override
    public Optional<ProjectPage> page(PackageName name) {
        return pages.computeIfAbsent(
                name, n -> Optional.ofNullable(projects.get(n)).map(releases -> page(n, releases)));
    }

    private ProjectPage page(PackageName name, List<MemoryRelease> releases) {
        List<IndexFile> wheels = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (MemoryRelease release : releases) {
            for (IndexFile wheel : release.wheels()) {
                byFile.put(wheel.filename().text(), release);
                wheels.add(wheel);
            }
            others.addAll(release.sources());
        }
        ProjectPage page = new ProjectPage(
                name,
                "pypi",
                "https://index.example/simple/" + name + "/",
                order.apply(wheels),
                others,
                ProjectStatus.ACTIVE,
                0,
                List.of(),
                List.of());
        return changes.getOrDefault(name, UnaryOperator.identity()).apply(page);
    }

    @Override
    public CoreMetadata metadata(IndexFile file) {
        asked.add(file.filename().text());
        return metadata.computeIfAbsent(file.filename().text(), this::parsed);
    }

    private CoreMetadata parsed(String file) {
        projects.keySet().forEach(this::page); // Of a wheel that has an address of its own no page was asked for.
        String text = Objects.requireNonNull(byFile.get(file)).metadata();
        return CoreMetadata.parse(text.getBytes(UTF_8), file);
    }

    @Override
    public void prefetch(Collection<PackageName> names) {
        names.forEach(this::page);
    }

    @Override
    public String shownPlaces(PackageName name) {
        return "https://index.example/simple/";
    }
}
