package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.Wanted;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.problem.Problems;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.requirement.FileIndexes;
import io.github.lambdalayer.python.requirement.IndexOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads where packages come from. */
final class IndexReader {

    private final Parameters parameters;
    private final Problems problems;
    private final Path basedir;
    private final MavenSettings settings;
    private final IndexListReader indexes;

    IndexReader(Parameters parameters, Problems problems, Path basedir, MavenSettings settings) {
        this.parameters = parameters;
        this.problems = problems;
        this.basedir = basedir;
        this.settings = settings;
        this.indexes = new IndexListReader(parameters, problems, settings);
    }

    /** The settings; {@code otherCache} is used where no folder is given. */
    IndexSettings read(Wanted wanted, Path otherCache, boolean offline, Clock clock) {
        IndexOptions options = fileOptions();
        FileIndexes named = options == IndexOptions.USE
                ? Objects.requireNonNullElse(problems.collect(() -> wanted.fileIndexes(basedir)), FileIndexes.NONE)
                : FileIndexes.NONE;
        Path cache = parameters
                .nonEmpty("cacheDirectory")
                .flatMap(given -> Optional.ofNullable(problems.collect(() -> given.under(basedir))))
                .orElse(otherCache);
        IndexSettings read = IndexSettings.of(cache)
                .withIndexes(named.noIndex() ? List.of() : indexes.read(named))
                .withPinned(indexes.pinned())
                .withFindLinks(findLinks(named))
                .withFileOptions(options)
                .withOffline(offline)
                .withProxies(Objects.requireNonNullElse(problems.collect(settings::proxies), List.of()));
        return parameters
                .nonEmpty("uploadedPriorTo")
                .flatMap(given -> Optional.ofNullable(problems.collect(() -> Moments.instant(given, clock))))
                .map(read::withUploadedPriorTo)
                .orElse(read);
    }

    private IndexOptions fileOptions() {
        IndexOptions options =
                problems.collect(() -> parameters.word("indexOptions", IndexOptions.values(), IndexOptions.REFUSE));
        return options == null ? IndexOptions.REFUSE : options;
    }

    private List<Path> findLinks(FileIndexes named) {
        return Stream.concat(
                        parameters.list("findLinks", Separator.COMMA).stream()
                                .map(given -> problems.collect(() -> folder(given)))
                                .filter(Objects::nonNull),
                        named.findLinks().stream())
                .distinct()
                .toList();
    }

    private Path folder(Given given) {
        if (given.text().contains("://")) {
            throw new LayerException(
                    PomProblem.BAD_PARAMETER,
                    given.place() + " is \"" + Printable.name(Printable.withoutUserInfo(given.text()))
                            + "\", but findLinks takes folders.",
                    "write a folder as a path, and name an address as <index> in <indexes>");
        }
        return given.under(basedir).normalize();
    }
}
