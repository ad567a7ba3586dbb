package io.github.lambdalayer.audit;

import io.github.lambdalayer.audit.LibraryFolders.Lost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Libraries that are in the layer, at a place where the loader does not look: it looks into the folders that the library names
 * which needs them ({@code DT_RPATH}, {@code DT_RUNPATH}), and into {@code lib/} of the layer (ld.so(8); LD_LIBRARY_PATH of AWS
 * Lambda). Nothing is said of packages that load libraries themselves, or whose scripts set LD_LIBRARY_PATH as kaleido's does.
 */
final class LibraryPathCheck implements LibraryCheck {

    private static final Mention LOADING = Mention.ofAny(List.of("CDLL", "LoadLibrary", "dlopen", "LD_LIBRARY_PATH"));

    @Override
    public String id() {
        return "library-path";
    }

    @Override
    public List<Finding> check(List<Library> libraries, AuditedLayer layer) {
        LibraryFolders folders = LibraryFolders.of(libraries, layer);
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (AuditedTarget target : layer.targets()) {
            Optional<RuntimeLibraries> runtime = RuntimeLibraries.of(target.target());
            runtime.ifPresent(known -> lost(libraries, layer, target, known, folders)
                    .forEach((origin, lost) -> findings.putIfAbsent(origin, finding(lost))));
        }
        return new ArrayList<>(findings.values());
    }

    /** By who brings the library that is in need. */
    private static Map<String, List<Lost>> lost(
            List<Library> libraries,
            AuditedLayer layer,
            AuditedTarget target,
            RuntimeLibraries runtime,
            LibraryFolders folders) {
        List<Library> usable = libraries.stream()
                .filter(library -> library.isFor(target) && library.fits(target))
                .toList();
        List<Lost> lost = folders.lost(usable, runtime);
        if (lost.isEmpty()) {
            return Map.of();
        }
        Loading loading = new Loading(libraries, layer, target);
        Map<String, List<Lost>> byOrigin = lost.stream()
                .filter(each -> loading.loads(each.by()))
                .collect(Collectors.groupingBy(each -> each.by().origin(), LinkedHashMap::new, Collectors.toList()));
        byOrigin.keySet().removeIf(origin -> loadsItself(origin, layer));
        return byOrigin;
    }

    private static boolean loadsItself(String origin, AuditedLayer layer) {
        return layer.plan().entries().stream()
                .filter(entry -> entry.content().origin().equals(origin))
                .filter(entry -> entry.path().endsWith(".py") || entry.content().isScript())
                .anyMatch(LOADING::isIn);
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
