package io.github.lambdalayer.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Libraries that others need and that neither the layer nor the runtime has. What is anywhere in the layer counts as found,
 * since packages load their own libraries in ways of their own.
 */
final class NeededLibraryCheck implements LibraryCheck {

    /** One library that is missing for one package. */
    private record Missing(String origin, String soname) {}

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
                missing(libraries, target, inLayer, runtime.get()).forEach((missing, by) -> {
                    Finding finding = finding(missing.soname(), by, target, runtime.get());
                    findings.putIfAbsent(finding.message(), finding);
                });
            }
        }
        return new ArrayList<>(findings.values());
    }

    /** File names and sonames. */
    private static Set<String> inLayer(List<Library> libraries, AuditedLayer layer) {
        Stream<String> files = layer.plan().entries().stream()
                .map(entry -> entry.path().substring(entry.path().lastIndexOf('/') + 1));
        Stream<String> sonames = libraries.stream().map(library -> library.elf().soname());
        return Stream.concat(files, sonames).collect(Collectors.toSet());
    }

    private static Map<Missing, List<Library>> missing(
            List<Library> libraries, AuditedTarget target, Set<String> inLayer, RuntimeLibraries runtime) {
        Map<Missing, List<Library>> missing = new LinkedHashMap<>();
        for (Library library : libraries) {
            if (!library.isFor(target) || !library.fits(target)) {
                continue;
            }
            for (String path : library.elf().needed()) {
                String soname = path.substring(path.lastIndexOf('/') + 1);
                if (!inLayer.contains(soname) && !runtime.has(soname)) {
                    missing.computeIfAbsent(new Missing(library.origin(), soname), key -> new ArrayList<>())
                            .add(library);
                }
            }
        }
        return missing;
    }

    private Finding finding(String soname, List<Library> by, AuditedTarget target, RuntimeLibraries runtime) {
        String message = Libraries.told(by, "needs", "need") + " " + soname + ", which neither the layer nor "
                + target.target().runtime() + " has.";
        String hint = soname.startsWith("libc.musl-")
                ? "choose a wheel for manylinux; this one is for Alpine Linux"
                : "put the library into lib/ of the layer with <resources>, or choose a package that brings it";
        boolean fails = runtime.surelyLacks(soname) && by.stream().anyMatch(Library::isModule);
        return fails ? error(message, hint) : warning(message, hint);
    }
}
