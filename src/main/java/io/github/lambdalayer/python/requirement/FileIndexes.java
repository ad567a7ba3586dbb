package io.github.lambdalayer.python.requirement;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where requirements files say that packages come from.
 *
 * @param url of {@code --index-url}; "" where there is none
 * @param extraUrls of {@code --extra-index-url}, in order
 * @param findLinks folders of {@code --find-links}, in order
 * @param noIndex whether {@code --no-index} forbids all indexes
 */
public record FileIndexes(String url, List<String> extraUrls, List<Path> findLinks, boolean noIndex) {

    /** Nothing is said. */
    public static final FileIndexes NONE = new FileIndexes("", List.of(), List.of(), false);

    /** Copies the lists. */
    public FileIndexes {
        extraUrls = List.copyOf(extraUrls);
        findLinks = List.copyOf(findLinks);
    }

    /** What a further file says too; of two {@code --index-url} the later counts, as with pip. */
    public FileIndexes and(FileIndexes later) {
        return new FileIndexes(
                later.url.isEmpty() ? url : later.url,
                both(extraUrls, later.extraUrls),
                both(findLinks, later.findLinks),
                noIndex || later.noIndex);
    }

    FileIndexes withUrl(String other) {
        return new FileIndexes(other, extraUrls, findLinks, noIndex);
    }

    FileIndexes withExtraUrl(String other) {
        return and(new FileIndexes("", List.of(other), List.of(), false));
    }

    FileIndexes withFindLinks(Path folder) {
        return and(new FileIndexes("", List.of(), List.of(folder), false));
    }

    FileIndexes withoutIndex() {
        return new FileIndexes(url, extraUrls, findLinks, true);
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
