package io.github.lambdalayer.python.index;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.version.Version;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that one index offers of one project, for example the 49 wheels of {@code six} on {@code pypi}.
 *
 * @param name the project
 * @param index the id of the index, for example {@code pypi} or {@code findLinks}
 * @param shownUrl where the page is, without credentials: {@code https://pypi.org/simple/six/}
 * @param wheels every wheel, in the order of the index, yanked ones among them
 * @param otherFiles the names of source distributions and other files, which are never used: {@code six-1.16.0.tar.gz}
 * @param status what the index says about the project as a whole (PEP 792)
 * @param tooNew how many wheels were left out because they are newer than the settings allow
 * @param warnings whole sentences for the user who comes to use this project; mostly empty
 * @param notAsked indexes that come later and were therefore not asked: {@code https://pypi.org/simple/}
 */
public record ProjectPage(
        PackageName name,
        String index,
        String shownUrl,
        List<IndexFile> wheels,
        List<String> otherFiles,
        ProjectStatus status,
        int tooNew,
        List<String> warnings,
        List<String> notAsked) {

    private static final List<String> ENDINGS = List.of(".tar.gz", ".zip", ".tar.bz2");

    /** Copies the lists. */
    public ProjectPage {
        wheels = List.copyOf(wheels);
        otherFiles = List.copyOf(otherFiles);
        warnings = List.copyOf(warnings);
        notAsked = List.copyOf(notAsked);
    }

    /** A page of an active project, about which there is nothing more to say. */
    public static ProjectPage of(PackageName name, String index, String shownUrl, List<IndexFile> wheels) {
        return new ProjectPage(name, index, shownUrl, wheels, List.of(), ProjectStatus.ACTIVE, 0, List.of(), List.of());
    }

    /** The same page with only these of its wheels; the others, and what else there is of their versions, are too new. */
    public ProjectPage withOnly(List<IndexFile> olderWheels) {
        Set<Version> older = versions(olderWheels);
        Set<String> gone = versions(wheels).stream()
                .filter(version -> !older.contains(version))
                .map(Version::text)
                .collect(Collectors.toSet());
        return new ProjectPage(
                name,
                index,
                shownUrl,
                olderWheels,
                otherFiles.stream()
                        .filter(file -> !gone.contains(version(file)))
                        .toList(),
                status,
                wheels.size() - olderWheels.size(),
                warnings,
                notAsked);
    }

    private static Set<Version> versions(List<IndexFile> files) {
        return files.stream().map(file -> file.filename().version()).collect(Collectors.toSet());
    }

    /** What stands between the last hyphen and the ending of {@code six-1.16.0.tar.gz}. */
    private static String version(String file) {
        String stem = file.substring(file.lastIndexOf('-') + 1);
        return ENDINGS.stream()
                .filter(stem::endsWith)
                .findFirst()
                .map(ending -> stem.substring(0, stem.length() - ending.length()))
                .orElse(stem);
    }

    /** The same page, found before these indexes were asked. */
    public ProjectPage withNotAsked(List<String> indexes) {
        return new ProjectPage(name, index, shownUrl, wheels, otherFiles, status, tooNew, warnings, indexes);
    }
}
