package io.github.lambdalayer.audit;

import io.github.lambdalayer.problem.WordList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Libraries that others need and that neither the layer nor the runtime has. What is anywhere in the layer counts as found,
 * since packages load their own libraries in ways of their own.
 */
final class NeededLibraryCheck implements LibraryCheck {

    private static final int NAMED = 5;

    @Override
    public String id() {
        return "needed-library";
    }

    @Override
    public List<Finding> check(List<Library> libraries, AuditedLayer layer) {
        Set<String> inLayer = inLayer(libraries, layer);
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (AuditedTarget target : layer.targets()) {
            Optional<RuntimeLibraries> runtime = RuntimeLibraries.of(target.target());
            if (runtime.isPresent()) {
                byOrigin(libraries, target)
                        .values()
                        .forEach(ofOne -> findings(
                                        ofOne,
                                        target,
                                        inLayer,
                                        runtime.get(),
                                        () -> new Loading(libraries, layer, target))
                                .forEach(finding -> findings.putIfAbsent(finding.message(), finding)));
            }
        }
        return new ArrayList<>(findings.values());
    }

    /** File names and sonames. */
    private static Set<String> inLayer(List<Library> libraries, AuditedLayer layer) {
        Stream<String> files = layer.plan().entries().stream()
                .map(entry -> FileName.of(entry.path()).text());
        Stream<String> sonames = libraries.stream().map(library -> library.elf().soname());
        return Stream.concat(files, sonames).collect(Collectors.toSet());
    }

    private static Map<String, List<Library>> byOrigin(List<Library> libraries, AuditedTarget target) {
        return libraries.stream()
                .filter(library -> library.isFor(target) && library.fits(target))
                .collect(Collectors.groupingBy(Library::origin, LinkedHashMap::new, Collectors.toList()));
    }

    /** At most one error and one warning about a package, however many libraries are missing. */
    private List<Finding> findings(
            List<Library> ofOne,
            AuditedTarget target,
            Set<String> inLayer,
            RuntimeLibraries runtime,
            Supplier<Loading> loading) {
        boolean isToldByName =
                ofOne.stream().anyMatch(library -> ModuleName.of(library.path()).isForAnother(target));
        Map<String, List<Library>> missing = new LinkedHashMap<>();
        for (Library library : ofOne) {
            for (String path : library.elf().needed()) {
                String soname = FileName.of(path).text();
                boolean told = isToldByName && isOfAlpine(soname);
                if (!told && !inLayer.contains(soname) && !runtime.has(soname)) {
                    missing.computeIfAbsent(soname, key -> new ArrayList<>()).add(library);
                }
            }
        }
        Map<Boolean, Map<String, List<Library>>> byFatal = missing.entrySet().stream()
                .collect(Collectors.partitioningBy(
                        each -> runtime.surelyLacks(each.getKey()) && isMostOf(ofOne, each.getValue(), loading),
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new)));
        List<Finding> findings = new ArrayList<>();
        byFatal.forEach((fatal, sonames) -> {
            if (!sonames.isEmpty()) {
                findings.add(finding(fatal, sonames, ofOne, target));
            }
        });
        return findings;
    }

    /**
     * Whether it is the C library of Alpine Linux, which Rust calls {@code libc.so}; modules whose names say that they are for
     * Alpine are the matter of {@link PlatformCheck}.
     */
    private static boolean isOfAlpine(String soname) {
        return soname.startsWith("libc.musl-") || soname.equals("libc.so");
    }

    /**
     * Whether the package can hardly be of use: most of its modules cannot be imported, not just a few for special uses. One
     * without modules, such as lightgbm, has a library that its sources load.
     */
    private static boolean isMostOf(List<Library> ofOne, List<Library> affected, Supplier<Loading> loading) {
        List<Library> modules = ofOne.stream().filter(Library::isNamedAsModule).toList();
        List<Library> ofUse =
                modules.isEmpty() ? ofOne.stream().filter(loading.get()::loads).toList() : modules;
        long broken = broken(ofOne, affected).stream().filter(ofUse::contains).count();
        return broken > 0 && 2 * broken >= ofUse.size();
    }

    /** With a library fails what needs it, as rasterio's modules do with their libgdal when that misses libexpat. */
    private static Set<Library> broken(List<Library> ofOne, List<Library> affected) {
        Set<Library> broken = new LinkedHashSet<>(affected);
        int before = 0;
        while (broken.size() > before) {
            before = broken.size();
            Set<String> names = broken.stream()
                    .flatMap(library ->
                            Stream.of(library.name().text(), library.elf().soname()))
                    .collect(Collectors.toSet());
            ofOne.stream()
                    .filter(library -> library.elf().needed().stream()
                            .anyMatch(path -> names.contains(FileName.of(path).text())))
                    .forEach(broken::add);
        }
        return broken;
    }

    private Finding finding(
            boolean fatal, Map<String, List<Library>> missing, List<Library> ofOne, AuditedTarget target) {
        Set<Library> by = missing.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        List<Library> inOrder = ofOne.stream().filter(by::contains).toList();
        String message = Libraries.told(inOrder, "needs", "need") + " " + WordList.first(NAMED, missing.keySet())
                + ", which neither the layer nor " + target.target().runtime() + " has.";
        String them = missing.size() == 1 ? "it" : "them";
        String hint = missing.keySet().stream().anyMatch(NeededLibraryCheck::isOfAlpine)
                ? "choose a wheel for manylinux; this one is for Alpine Linux"
                : "put " + them + " into lib/ of the layer with <resources>, or choose a package that brings " + them;
        return fatal ? error(message, hint) : warning(message, hint);
    }
}
