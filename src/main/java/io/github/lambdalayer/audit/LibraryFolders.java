package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.LayerEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In which folders of the layer libraries are, by file name and soname, and in which ones the loader looks for them. */
final class LibraryFolders {

    /** Something that is needed and not found, with the folder where it is. */
    record Lost(Library by, String soname, String folder) {}

    private final Map<String, Set<String>> byName = new HashMap<>();

    private LibraryFolders() {}

    static LibraryFolders of(List<Library> libraries, AuditedLayer layer) {
        LibraryFolders folders = new LibraryFolders();
        layer.plan().entries().stream()
                .map(LayerEntry::path)
                .filter(path -> FileName.of(path).isOfLibrary())
                .forEach(path -> folders.add(FileName.of(path).text(), path));
        libraries.forEach(library -> folders.add(library.elf().soname(), library.path()));
        return folders;
    }

    private void add(String name, String path) {
        byName.computeIfAbsent(name, key -> new TreeSet<>()).add(Place.folderOf(path));
    }

    /** What these libraries need and the loader does not find, though it is somewhere in the layer. */
    List<Lost> lost(List<Library> libraries, RuntimeLibraries runtime) {
        Map<String, Set<String>> searched = searched(libraries);
        List<Lost> lost = new ArrayList<>();
        Set<String> found = new HashSet<>();
        for (Library library : libraries) {
            Set<String> looked = searched.getOrDefault(library.origin(), Set.of());
            for (String path : library.elf().needed()) {
                String soname = FileName.of(path).text();
                Set<String> places = byName.getOrDefault(soname, Set.of());
                if (places.stream().anyMatch(looked::contains)) {
                    found.add(soname);
                } else if (!places.isEmpty() && !runtime.has(soname)) {
                    lost.add(new Lost(library, soname, places.iterator().next()));
                }
            }
        }
        // What one library finds is in memory for the next.
        lost.removeIf(each -> found.contains(each.soname()));
        return lost;
    }

    /** By origin: DT_RPATH counts for all that a library loads in turn, so what one names counts for its whole package. */
    private static Map<String, Set<String>> searched(List<Library> libraries) {
        return libraries.stream()
                .collect(Collectors.groupingBy(
                        Library::origin, Collectors.flatMapping(LibraryFolders::searched, Collectors.toSet())));
    }

    private static Stream<String> searched(Library library) {
        String origin = Place.folderOf(library.path());
        Stream<String> named = Stream.of(library.elf().rpath(), library.elf().runpath())
                .flatMap(paths -> Stream.of(paths.split(":", -1)))
                .filter(path -> !path.isEmpty())
                .map(path -> path.replace("${ORIGIN}", origin).replace("$ORIGIN", origin))
                .map(path -> "/" + Place.of(path).path());
        return Stream.concat(named, Stream.of("/opt/lib"));
    }
}
