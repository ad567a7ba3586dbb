package io.github.lambdalayer.python.index.wheels;

import io.github.lambdalayer.files.WholeFile;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.Pause;
import io.github.lambdalayer.python.index.Shown;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.index.cache.CacheLayout;
import io.github.lambdalayer.python.index.cache.DigestLock;
import io.github.lambdalayer.python.index.cache.Disk;
import io.github.lambdalayer.python.index.cache.LockWait;
import io.github.lambdalayer.python.index.cache.StrayParts;
import io.github.lambdalayer.python.wheel.WheelFile;
import io.github.lambdalayer.python.wheel.WheelWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The only way into the cache: under a lock, into a {@code .part}, digest, verification, and only then the name. */
final class WheelIntake {

    private final CacheLayout layout;
    private final CachedWheels cached;
    private final WheelBytes source;
    private final CachedMetadata metadata;
    private final Transfers transfers;
    private final Pause pause;
    private final StrayParts strays;

    WheelIntake(
            CacheLayout layout,
            CachedWheels cached,
            WheelBytes source,
            CachedMetadata metadata,
            Transfers transfers,
            Pause pause) {
        this.layout = layout;
        this.cached = cached;
        this.source = source;
        this.metadata = metadata;
        this.transfers = transfers;
        this.pause = pause;
        this.strays = new StrayParts(layout);
    }

    /** Fetches a wheel unless another process has just done so. */
    void take(IndexFile file, WheelWatch watch) {
        strays.sweepOnce();
        Path path = layout.lock(file.sha256());
        LockWait waiting = new LockWait(path, layout.part(file), file.toString(), transfers, pause);
        try {
            DigestLock lock = DigestLock.take(path, waiting);
            try (lock) {
                if (!cached.isSound(file)) {
                    fetch(file, watch);
                }
            }
        } catch (IOException e) {
            throw Disk.unwritable(layout.wheel(file), file.bytes(), e);
        }
    }

    private void fetch(IndexFile file, WheelWatch watch) throws IOException {
        Transfers.Transfer transfer = transfers.begin(file.index(), Shown.withoutQuery(file.url()), file.bytes());
        Path path = layout.part(file);
        try {
            try (PartFile part = PartFile.create(path, file.bytes())) {
                source.copy(file, part, transfer);
                checkDigest(file, part);
            }
            verify(file, path, watch);
            name(file, path);
            transfer.succeeded();
        } catch (IOException | RuntimeException e) {
            transfer.failed(e);
            throw e;
        } finally {
            Files.deleteIfExists(path);
        }
    }

    private void checkDigest(IndexFile file, PartFile part) {
        String actual = part.sha256();
        if (!actual.equals(file.sha256())) {
            throw new LayerException(
                    IndexProblem.DIGEST_DIFFERS,
                    file + " from " + Shown.url(file.url()) + " has sha256 " + actual + " in " + part.bytes()
                            + " bytes, but " + file.sha256() + " was announced.",
                    file.index().isEmpty()
                            ? "run again; if it repeats, the sha256 that is named for it is wrong, or what lies there"
                            : "run again; if it repeats, do not trust this index or the proxy before it");
        }
        if (file.bytes() >= 0 && part.bytes() != file.bytes()) {
            transfers.warn(file + " has " + part.bytes() + " bytes, but " + file.bytes() + " were announced.");
        }
    }

    private void verify(IndexFile file, Path path, WheelWatch watch) throws IOException {
        try (WheelFile wheel = WheelFile.verify(path, file.filename(), watch)) {
            metadata.checkAgainst(file, wheel);
        }
    }

    private void name(IndexFile file, Path path) throws IOException {
        Path target = layout.wheel(file);
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(target);
        }
        WholeFile.move(path, target);
        cached.trust(file);
    }
}
