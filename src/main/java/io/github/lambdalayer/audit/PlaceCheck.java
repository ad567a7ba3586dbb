package io.github.lambdalayer.audit;

import io.github.lambdalayer.lambda.Language;
import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.problem.WordList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Modules that are all where no runtime looks: a zip of the packages without the folder {@code python/} above them, or with
 * that of another Python ("Packaging your layer content", AWS Lambda developer guide). Extensions and wrappers of the runtime bring
 * files at places of their own, so a layer with one is let alone, as are files that do not look like packages. And a layer
 * in which nothing is at all, which AWS refuses.
 */
final class PlaceCheck implements LayerCheck {

    private static final int NAMED = 3;

    /** {@code six-1.17.0.dist-info/…}, {@code requests/__init__.py}, {@code python/lib/python3.11/site-packages/…}. */
    private static final Pattern PACKAGE = Pattern.compile(
            "^([^/]+\\.dist-info/|(?!lib/|bin/)[^/]+/__init__\\.py$|python/lib/python[^/]+/site-packages/)");

    @Override
    public String id() {
        return "place";
    }

    @Override
    public List<Finding> check(AuditedLayer layer) {
        List<String> paths =
                layer.plan().entries().stream().map(LayerEntry::path).toList();
        if (paths.isEmpty()) {
            return List.of(error(
                    "The layer has no file, and AWS takes no zip without one.",
                    "see what <exclusions>, <excludedPackages> and <providedBy> leave out"));
        }
        if (layer.plan().entries().stream().anyMatch(PlaceCheck::isStartedByItself)) {
            return List.of();
        }
        Set<Finding> findings = new LinkedHashSet<>();
        for (AuditedTarget target : layer.targets()) {
            List<String> folders = folders(target);
            if (paths.stream().noneMatch(path -> isSeen(path, folders))) {
                List<String> modules = modules(paths, target.target().runtime().language());
                if (!modules.isEmpty()) {
                    findings.add(finding(modules, folders, target));
                }
            }
        }
        return new ArrayList<>(findings);
    }

    /** An extension, or a script for AWS_LAMBDA_EXEC_WRAPPER: both know where their own code is. */
    private static boolean isStartedByItself(LayerEntry entry) {
        return entry.path().startsWith("extensions/")
                || (entry.path().indexOf('/') < 0 && entry.content().isScript());
    }

    /** Empty for Java: an agent, which JAVA_TOOL_OPTIONS names, can be anywhere. */
    private static List<String> modules(List<String> paths, Language language) {
        return switch (language) {
            case PYTHON ->
                arePackages(paths) ? paths.stream().filter(PlaceCheck::isModule).toList() : List.of();
            case JAVA -> List.of();
            case NODEJS ->
                paths.stream().filter(path -> path.startsWith("node_modules/")).toList();
        };
    }

    /** Models, office suites and databases bring sources and libraries as well, in folders of their own. */
    private static boolean arePackages(List<String> paths) {
        return paths.stream().anyMatch(path -> PACKAGE.matcher(path).find())
                || (paths.stream().noneMatch(path -> path.contains("/"))
                        && paths.stream().anyMatch(path -> path.endsWith(".py")));
    }

    private static boolean isModule(String path) {
        return ModuleName.of(path).isCode()
                && !path.contains("__pycache__/")
                && !path.startsWith("lib/")
                && !path.startsWith("bin/");
    }

    private static List<String> folders(AuditedTarget target) {
        return target.isPython() ? List.of("python/", target.ownFolder()) : List.of("nodejs/");
    }

    /** Below {@code python/} there are the folders of other Pythons too. */
    private static boolean isSeen(String path, List<String> folders) {
        String last = folders.get(folders.size() - 1);
        return path.startsWith(last) || (path.startsWith(folders.get(0)) && !AuditedTarget.isOfOneRuntime(path));
    }

    private Finding finding(List<String> modules, List<String> folders, AuditedTarget target) {
        List<String> tops = modules.stream().map(PlaceCheck::top).distinct().toList();
        return error(
                target.target().runtime() + " looks for modules in " + String.join(" and ", folders)
                        + " of a layer, and all of this one are in "
                        + WordList.first(NAMED, tops) + ".",
                "make the zip with its packages below " + folders.get(0));
    }

    /** {@code requests/} of {@code requests/api.py}; of the folder of another Python all. */
    private static String top(String path) {
        String within = Stream.of("/site-packages/", "/node_modules/")
                .filter(path::contains)
                .map(folder -> path.substring(0, path.indexOf(folder) + folder.length()))
                .findFirst()
                .orElse("");
        int slash = path.indexOf('/');
        return !within.isEmpty() ? within : slash < 0 ? path : path.substring(0, slash + 1);
    }
}
