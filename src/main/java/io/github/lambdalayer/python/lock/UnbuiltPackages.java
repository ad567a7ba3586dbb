package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.problem.LayerException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Packages of a lock that have no wheel: all are told at once, so that one run of pip builds them. */
final class UnbuiltPackages {

    private UnbuiltPackages() {}

    /** The failure that a lock, for example {@code uv.lock}, has these packages only as sources. */
    static LayerException refused(String lock, List<UnbuiltPackage> unbuilt) {
        boolean one = unbuilt.size() == 1;
        return new LayerException(
                LockProblem.LOCK_NOT_A_WHEEL,
                sentence(lock, unbuilt),
                "leave " + (one ? "it" : "those that the layer does not need") + " out with <excludedPackages>",
                "or build in an image of the runtime, and name the folder of the " + (one ? "wheel" : "wheels")
                        + " in <findLinks>: " + commands(unbuilt));
    }

    private static String sentence(String lock, List<UnbuiltPackage> unbuilt) {
        if (unbuilt.size() == 1) {
            return lock + " has " + unbuilt.get(0) + " only as "
                    + unbuilt.get(0).source().form() + ", and nothing is built here.";
        }
        return lock + " has no wheel of " + unbuilt.size() + " packages, and nothing is built here:\n  "
                + unbuilt.stream()
                        .map(each -> each + ": " + each.source().form())
                        .collect(Collectors.joining("\n  "));
    }

    /** One for each index: of several, pip would take a package from whichever has it. */
    private static String commands(List<UnbuiltPackage> unbuilt) {
        Map<String, String> names = unbuilt.stream()
                .collect(Collectors.groupingBy(
                        each -> each.source().command(),
                        TreeMap::new,
                        Collectors.mapping(UnbuiltPackage::buildable, Collectors.joining(" "))));
        return names.entrySet().stream()
                .map(command -> command.getKey() + " " + command.getValue())
                .collect(Collectors.joining(" && "));
    }
}
