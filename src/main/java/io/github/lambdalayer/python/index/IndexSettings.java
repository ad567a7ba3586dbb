package io.github.lambdalayer.python.index;

import io.github.lambdalayer.proxy.ProxySettings;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.IndexOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which indexes there are, in order, and how they are reached.
 *
 * <pre>{@code
 * IndexSettings.of(cache).withIndexes(List.of(IndexLocation.of("pypi", "https://pypi.org/simple/")))
 * }</pre>
 *
 * @param indexes asked in this order after the folders; the first that knows a project decides
 * @param findLinks folders of wheels, asked first
 * @param pinned projects that are looked up in one index only, by its id
 * @param cacheDirectory holds pages, metadata and wheels; made when absent
 * @param offline whether no socket may be opened
 * @param uploadedPriorTo files that arrived at their index at this instant or later do not exist
 * @param fileOptions whether requirements files may name indexes too
 * @param proxies the first that fits an address is used; without any, the JVM's own settings count
 */
public record IndexSettings(
        List<IndexLocation> indexes,
        List<Path> findLinks,
        Map<PackageName, String> pinned,
        Path cacheDirectory,
        boolean offline,
        Optional<Instant> uploadedPriorTo,
        IndexOptions fileOptions,
        List<ProxySettings> proxies) {

    /** Copies the lists. */
    public IndexSettings {
        indexes = List.copyOf(indexes);
        findLinks = List.copyOf(findLinks);
        pinned = Map.copyOf(pinned);
        proxies = List.copyOf(proxies);
    }

    /** No index at all, online, no proxy. */
    public static IndexSettings of(Path cacheDirectory) {
        return new IndexSettings(
                List.of(),
                List.of(),
                Map.of(),
                cacheDirectory,
                false,
                Optional.empty(),
                IndexOptions.REFUSE,
                List.of());
    }

    /** The same with these indexes, in order. */
    public IndexSettings withIndexes(List<IndexLocation> others) {
        return new IndexSettings(
                others, findLinks, pinned, cacheDirectory, offline, uploadedPriorTo, fileOptions, proxies);
    }

    /** The same with these folders of wheels. */
    public IndexSettings withFindLinks(List<Path> folders) {
        return new IndexSettings(
                indexes, folders, pinned, cacheDirectory, offline, uploadedPriorTo, fileOptions, proxies);
    }

    /** The same with projects that belong to one index each. */
    public IndexSettings withPinned(Map<PackageName, String> others) {
        return new IndexSettings(
                indexes, findLinks, others, cacheDirectory, offline, uploadedPriorTo, fileOptions, proxies);
    }

    /** The same, without opening a socket. */
    public IndexSettings withOffline(boolean other) {
        return new IndexSettings(
                indexes, findLinks, pinned, cacheDirectory, other, uploadedPriorTo, fileOptions, proxies);
    }

    /** The same, as the indexes were at this instant. */
    public IndexSettings withUploadedPriorTo(Instant instant) {
        return new IndexSettings(
                indexes, findLinks, pinned, cacheDirectory, offline, Optional.of(instant), fileOptions, proxies);
    }

    /** The same, whenever files were uploaded. */
    public IndexSettings withoutUploadLimit() {
        return new IndexSettings(
                indexes, findLinks, pinned, cacheDirectory, offline, Optional.empty(), fileOptions, proxies);
    }

    /** The same, where requirements files may or may not name indexes too. */
    public IndexSettings withFileOptions(IndexOptions other) {
        return new IndexSettings(indexes, findLinks, pinned, cacheDirectory, offline, uploadedPriorTo, other, proxies);
    }

    /** The same through these proxies. */
    public IndexSettings withProxies(List<ProxySettings> others) {
        return new IndexSettings(
                indexes, findLinks, pinned, cacheDirectory, offline, uploadedPriorTo, fileOptions, others);
    }
}
