package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.LayerEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Libraries that are in the layer, at a place where the loader does not look: it looks into the folders that the library names
 * which needs them ({@code DT_RPATH}, {@code DT_RUNPATH}), and into {@code lib/} of the layer (ld.so(8); LD_LIBRARY_PATH of AWS
 * Lambda). Nothing is said of packages that load libraries themselves.
 */
final class LibraryPathCheck implements LibraryCheck {

    private static final List<String> LOADING = List.of("CDLL", "LoadLibrary", "dlopen");

    /** Something that is needed and not found, with the folder where it is. */
    private record Lost(Library by, String soname, String folder) {}

    @Override
    public String id() {
        return "library-path";
    }

    @Override
    public List<Finding> check(List<Library> libraries, AuditedLayer layer) {
        Map<String, Set<String>> folders = folders(libraries, layer);
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (AuditedTarget target : layer.targets()) {
            Optional<RuntimeLibraries> runtime = RuntimeLibraries.of(target.target());
            runtime.ifPresent(known -> lost(libraries, layer, target, known, folders)
                    .forEach((origin, lost) -> findings.putIfAbsent(origin, finding(lost))));
        }
        return new ArrayList<>(findings.values());
    }

    /** By file name and soname. */
    private static Map<String, Set<String>> folders(List<Library> libraries, AuditedLayer layer) {
        Map<String, Set<String>> folders = new HashMap<>();
        for (LayerEntry entry : layer.plan().entries()) {
            FileName name = FileName.of(entry.path());
            if (name.isOfLibrary()) {
                folders.computeIfAbsent(name.text(), key -> new TreeSet<>()).add(Place.folderOf(entry.path()));
            }
        }
        libraries.forEach(library -> folders.computeIfAbsent(library.elf().soname(), key -> new TreeSet<>())
                .add(Place.folderOf(library.path())));
        return folders;
    }

    /** By who brings the library that is in need. */
    private static Map<String, List<Lost>> lost(
            List<Library> libraries,
            AuditedLayer layer,
            AuditedTarget target,
            RuntimeLibraries runtime,
            Map<String, Set<String>> folders) {
        List<Library> usable = libraries.stream()
                .filter(library -> library.isFor(target) && library.fits(target))
                .toList();
        // DT_RPATH counts for all that the library loads in turn, so the folders of one library count for its whole
        // package.
        Map<String, Set<String>> searched = new HashMap<>();
        usable.forEach(library -> searched.computeIfAbsent(library.origin(), key -> new HashSet<>())
                .addAll(searched(library)));
        List<Lost> lost = new ArrayList<>();
        Set<String> found = new HashSet<>();
        for (Library library : usable) {
            for (String path : library.elf().needed()) {
                String soname = FileName.of(path).text();
                Set<String> places = folders.getOrDefault(soname, Set.of());
                Set<String> looked = searched.getOrDefault(library.origin(), Set.of());
                if (places.stream().anyMatch(looked::contains)) {
                    found.add(soname);
                } else if (!places.isEmpty() && !runtime.has(soname)) {
                    lost.add(new Lost(library, soname, places.iterator().next()));
                }
            }
        }
        // What one library finds is in memory for the next.
        lost.removeIf(each -> found.contains(each.soname()));
        if (lost.isEmpty()) {
            return Map.of();
        }
        Loading loading = new Loading(libraries, layer, target);
        return lost.stream()
                .filter(each -> loading.loads(each.by()))
                .filter(each -> !loadsItself(each.by().origin(), layer))
                .collect(Collectors.groupingBy(each -> each.by().origin(), LinkedHashMap::new, Collectors.toList()));
    }

    private static Set<String> searched(Library library) {
        String origin = Place.folderOf(library.path());
        Set<String> searched = Stream.of(library.elf().rpath(), library.elf().runpath())
                .flatMap(paths -> Stream.of(paths.split(":", -1)))
                .filter(path -> !path.isEmpty())
                .map(path -> path.replace("${ORIGIN}", origin).replace("$ORIGIN", origin))
                .map(path -> "/" + Place.of(path).path())
                .collect(Collectors.toCollection(HashSet::new));
        searched.add("/opt/lib");
        return searched;
    }

    private static boolean loadsItself(String origin, AuditedLayer layer) {
        return layer.plan().entries().stream()
                .filter(entry ->
                        entry.path().endsWith(".py") && entry.content().origin().equals(origin))
                .anyMatch(entry -> LOADING.stream()
                        .anyMatch(word -> Mention.of(word, "", "").isIn(entry)));
    }

    private Finding finding(List<Lost> lost) {
        List<Library> by = lost.stream().map(Lost::by).distinct().toList();
        Lost first = lost.get(0);
        long more = lost.stream().map(Lost::soname).distinct().count() - 1;
        return warning(
                Libraries.told(by, "needs", "need") + " " + first.soname() + (more == 0 ? "" : " and " + more + " more")
                        + ", and the loader does not look where the layer has " + (more == 0 ? "it" : "them") + ", in "
                        + first.folder() + ".",
                "put it into lib/ of the layer, or load it first with ctypes.CDLL");
    }
}
