package io.github.lambdalayer.python.index.wheels;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.cache.NotInCache;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import io.github.lambdalayer.python.wheel.WheelFile;
import io.github.lambdalayer.python.wheel.WheelWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** What wheels say about themselves, found in the cheapest way there is. */
public final class WheelMetadata {

    private final CachedMetadata cache;
    private final CachedWheels wheels;
    private final WheelIntake intake;
    private final RemoteMetadata remote;
    private final boolean offline;

    WheelMetadata(
            CachedMetadata cache, CachedWheels wheels, WheelIntake intake, RemoteMetadata remote, boolean offline) {
        this.cache = cache;
        this.wheels = wheels;
        this.intake = intake;
        this.remote = remote;
        this.offline = offline;
    }

    /** The metadata of a wheel: from the cache, from the file beside it, from its end, or from the whole of it. */
    public CoreMetadata of(IndexFile file) {
        return cache.read(file).or(() -> ofCachedWheel(file)).orElseGet(() -> fetched(file));
    }

    private Optional<CoreMetadata> ofCachedWheel(IndexFile file) {
        return !file.sha256().isEmpty() && wheels.isSound(file)
                ? Optional.of(metadata(wheels.open(file)))
                : Optional.empty();
    }

    private CoreMetadata fetched(IndexFile file) {
        if (file.isLocal()) {
            return metadata(WheelFile.open(Path.of(file.url()), file.filename()));
        }
        if (offline) {
            throw NotInCache.metadata(file.toString());
        }
        return remote.beside(file)
                .or(() -> remote.atTheEnd(file))
                .map(content -> kept(file, content))
                .orElseGet(() -> ofWholeWheel(file));
    }

    private CoreMetadata kept(IndexFile file, byte[] content) {
        CoreMetadata metadata = CoreMetadata.parse(content, file.toString());
        boolean fits = metadata.name().equals(file.filename().name())
                && metadata.version().equals(file.filename().version());
        if (!fits) {
            throw CachedMetadata.differs(file, "its file name");
        }
        cache.write(file, content);
        return metadata;
    }

    private CoreMetadata ofWholeWheel(IndexFile file) {
        WheelStore.requireDigest(file);
        intake.take(file, WheelWatch.NONE);
        return metadata(wheels.open(file));
    }

    private static CoreMetadata metadata(WheelFile open) {
        try (open) {
            return open.metadata();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
