package io.github.lambdalayer.python.index.chain;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.ProjectPage;
import java.time.Instant;
import java.util.List;

/** An index as it was at an instant ({@code uploadedPriorTo}). */
final class UploadLimit {

    private UploadLimit() {}

    /**
     * The page without the wheels that arrived at {@code limit} or later.
     *
     * @throws LayerException with {@link IndexProblem#NO_UPLOAD_TIME} when a wheel has no time: it may not be let
     *     through, nor left out in silence
     */
    static ProjectPage apply(ProjectPage page, Instant limit) {
        List<IndexFile> older = page.wheels().stream()
                .filter(f -> uploadTime(page, f).isBefore(limit))
                .toList();
        return page.withOnly(older);
    }

    private static Instant uploadTime(ProjectPage page, IndexFile file) {
        return file.uploadTime()
                .orElseThrow(() -> new LayerException(
                        IndexProblem.NO_UPLOAD_TIME,
                        page.shownUrl() + " gives no upload time for " + file
                                + ", so <uploadedPriorTo> cannot be kept.",
                        "remove <uploadedPriorTo>, or ask an index that gives upload times, as pypi.org does"));
    }
}
