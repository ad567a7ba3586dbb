package io.github.lambdalayer.python.index.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.files.FileStamp;
import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.files.WholeFile;
import io.github.lambdalayer.python.index.cache.CacheLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The digests of the files of one folder, remembered for as long as the file system says that a file is the one that it
 * was: another wheel of the same size and time would have the digest of the one before it, which may be in the cache.
 */
final class FileDigests {

    private static final char SEPARATOR = '\t';

    private final Path folder;
    private final CacheLayout layout;

    /** {@code name TAB stamp} → digest. */
    private final Map<String, String> known = new ConcurrentHashMap<>();

    private boolean isLoaded;
    private volatile boolean isChanged;

    FileDigests(Path folder, CacheLayout layout) {
        this.folder = folder;
        this.layout = layout;
    }

    /** The digest of a file, computed when it is not remembered. */
    String of(Path file) throws IOException {
        load();
        Instant now = Instant.now();
        String key = String.valueOf(file.getFileName()) + SEPARATOR + FileStamp.text(file);
        String digest = known.get(key);
        if (digest == null) {
            digest = Sha256.hex(Sha256.digest(file));
            if (isSettled(file, now)) {
                known.put(key, digest);
                isChanged = true;
            }
        }
        return digest;
    }

    /** Whether a change since then would show. */
    private static boolean isSettled(Path file, Instant then) throws IOException {
        return FileStamp.of(file).map(stamp -> stamp.isSettled(then)).orElse(true);
    }

    /** Keeps what was computed; a cache that cannot be written is no reason to fail. */
    synchronized void remember() {
        if (!isChanged) {
            return;
        }
        StringBuilder text = new StringBuilder();
        new TreeMap<>(known)
                .forEach((key, digest) ->
                        text.append(digest).append(SEPARATOR).append(key).append('\n'));
        WholeFile.note(layout.digests(folder), text.toString().getBytes(UTF_8), WholeFile.SHARED_SUFFIX);
        isChanged = false;
    }

    private synchronized void load() {
        if (isLoaded) {
            return;
        }
        isLoaded = true;
        try {
            if (Files.isRegularFile(layout.digests(folder))) {
                Files.readAllLines(layout.digests(folder)).forEach(this::take);
            }
        } catch (IOException e) {
            // Not text, or gone meanwhile: computed again.
        }
    }

    private void take(String line) {
        int end = line.indexOf(SEPARATOR);
        if (end > 0 && Sha256.isDigest(line.substring(0, end))) {
            known.put(line.substring(end + 1), line.substring(0, end));
        }
    }
}
