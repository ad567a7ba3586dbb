package io.github.lambdalayer.python.requirement;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Reads the options that say where packages come from; no value of theirs is ever told, since they may hold secrets. */
final class IndexOptionReader {

    private final RequirementsPolicy policy;
    private final ProjectFolder project;
    private FileIndexes found = FileIndexes.NONE;

    IndexOptionReader(RequirementsPolicy policy, ProjectFolder project) {
        this.policy = policy;
        this.project = project;
    }

    FileIndexes found() {
        return found;
    }

    /** @param folder that of the file, from which folders of wheels are seen */
    void read(OptionWords words, LinePlace place, Path folder) {
        switch (policy.indexOptions()) {
            case REFUSE ->
                throw place.fault(
                        RequirementsFileProblem.REQUIREMENTS_FILE_INDEX,
                        words.option().shown() + " would change where packages come from, and only the pom may.",
                        "take it out, and name the index in <indexes>",
                        "or set <indexOptions> to ignore, or to use where you trust the file with that");
            case IGNORE -> {}
            case USE -> use(words, place, folder);
        }
    }

    private void use(OptionWords words, LinePlace place, Path folder) {
        switch (words.option()) {
            case INDEX_URL -> found = found.withUrl(url(words, place));
            case EXTRA_INDEX_URL -> found = found.withExtraUrl(url(words, place));
            case FIND_LINKS -> found = found.withFindLinks(wheels(words, place, folder));
            case NO_INDEX -> found = found.withoutIndex();
            // --trusted-host: certificates are always looked at, and http needs no permission.
            default -> {}
        }
    }

    private static String url(OptionWords words, LinePlace place) {
        URI url;
        try {
            url = new URI(words.value());
        } catch (URISyntaxException e) {
            throw place.fault(
                    RequirementsFileProblem.REQUIREMENTS_FILE_INDEX,
                    words.option().shown() + " is no address.");
        }
        if (url.getHost() == null || !String.valueOf(url.getScheme()).startsWith("http")) {
            throw place.fault(
                    RequirementsFileProblem.REQUIREMENTS_FILE_INDEX,
                    words.option().shown() + " is no address of http or https.",
                    "for a folder of wheels use --find-links");
        }
        if (url.getRawUserInfo() != null) {
            throw place.fault(
                    RequirementsFileProblem.REQUIREMENTS_FILE_INDEX,
                    words.option().shown() + " holds credentials, and a requirements file is for all to read.",
                    "put them into settings.xml as <server><id>" + url.getHost() + "</id>");
        }
        return words.value();
    }

    private Path wheels(OptionWords words, LinePlace place, Path folder) {
        if (words.value().contains("://")) {
            throw place.fault(
                    RequirementsFileProblem.REQUIREMENTS_FILE_INDEX,
                    words.option().shown() + " names an address, and only folders of wheels are looked into.",
                    "name an index in <indexes>");
        }
        return project.resolve(folder, words.value(), place);
    }
}
