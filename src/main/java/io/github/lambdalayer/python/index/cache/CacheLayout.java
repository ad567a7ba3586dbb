package io.github.lambdalayer.python.index.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.name.PackageName;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where things are in the cache, and nothing else knows:
 *
 * <pre>
 * v3/pages/&lt;16 hex of the index&gt;/p-six.page
 * v3/metadata/&lt;16 hex of a server&gt;/8abb2f1d…      METADATA of the wheel with that digest
 * v3/wheels/8a/8abb2f1d…/six-1.16.0-py2.py3-none-any.whl
 * v3/wheels/8a/8abb2f1d…/six-1.16.0-py2.py3-none-any.whl.part
 * v3/wheels/8a/8abb2f1d…/six-1.16.0-py2.py3-none-any.whl.stamp
 * v3/wheels/8a/8abb2f1d….lock
 * v3/folders/&lt;16 hex of the folder&gt;.digests
 * v3/libraries/5d41aa…                                 what was read of libraries
 * v3/zips/3f2a9c…                                      the sums of a layer's zip
 * </pre>
 *
 * <p>A wheel that has its name was verified as a whole by this version of the format. When the rules or the format
 * change, the version changes: older plugins go on with their own folder.
 */
public final class CacheLayout {

    private static final String VERSION = "v3";
    private static final int LONGEST_NAME = 100;

    private final Path root;

    /** Few servers have the metadata of all wheels. */
    private final Map<String, String> servers = new ConcurrentHashMap<>();

    /** The layout below this folder, which need not exist. */
    public CacheLayout(Path cacheDirectory) {
        this.root = cacheDirectory.resolve(VERSION);
    }

    Path root() {
        return root;
    }

    /** All pages of one index. */
    public Path pages(URI index) {
        return root.resolve("pages").resolve(shortened(index.toString()));
    }

    /** The page of a project; the prefix keeps Windows from taking {@code con} or {@code aux} for a device. */
    public static Path page(Path pages, PackageName name) {
        String text = name.value().length() <= LONGEST_NAME
                ? name.value()
                : Sha256.of(name.value().getBytes(UTF_8));
        return pages.resolve("p-" + text + ".page");
    }

    /** The metadata of a wheel, as the server of its address has it: what another one says of the same wheel may be a lie. */
    public Path metadata(IndexFile file) {
        URI url = file.url();
        return root.resolve("metadata")
                .resolve(servers.computeIfAbsent(
                        url.getScheme() + "://" + url.getRawAuthority(), CacheLayout::shortened))
                .resolve(file.sha256());
    }

    /** The folder of all wheels. */
    public Path wheels() {
        return root.resolve("wheels");
    }

    /** A verified wheel: its digest and its name, since both were verified together. */
    public Path wheel(IndexFile file) {
        return wheelFolder(file.sha256()).resolve(file.filename().text());
    }

    /** A wheel that is not complete or not yet verified. */
    public Path part(IndexFile file) {
        return wheelFolder(file.sha256()).resolve(file.filename().text() + ".part");
    }

    /** The stamp that a wheel had when its digest was computed last. */
    public Path stamp(IndexFile file) {
        return wheelFolder(file.sha256()).resolve(file.filename().text() + ".stamp");
    }

    /** Locked by whoever writes a wheel with this digest; never deleted, else two could hold it. */
    public Path lock(String sha256) {
        return wheels().resolve(sha256.substring(0, 2)).resolve(sha256 + ".lock");
    }

    /** The digest to which a {@code .part} belongs: the name of its folder. */
    static String digestOfPart(Path part) {
        return String.valueOf(part.getName(part.getNameCount() - 2));
    }

    /** What is remembered of a folder of wheels. */
    public Path digests(Path folder) {
        return root.resolve("folders").resolve(shortened(folder.toString()) + ".digests");
    }

    /** What is remembered of libraries. */
    public Path libraries() {
        return root.resolve("libraries");
    }

    /** What is remembered of a zip that was made of what has this digest. */
    public Path zip(String sha256) {
        return root.resolve("zips").resolve(sha256);
    }

    private Path wheelFolder(String sha256) {
        return wheels().resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static String shortened(String text) {
        return Sha256.of(text.getBytes(UTF_8)).substring(0, 16);
    }
}
