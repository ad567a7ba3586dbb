package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.wheel.WheelFilename;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One wheel that a lock allows, for example {@code six-1.17.0-py2.py3-none-any.whl}.
 *
 * @param filename its name, which need not be the last segment of {@code url}
 * @param url where its bytes are, without credentials; {@code file:} for one beside the lock
 * @param bytes its length in bytes, or -1 when the lock does not say
 * @param sha256 64 lower-case hexadecimal digits
 * @param uploadTime when its index received it, when the lock says so
 */
public record LockedWheel(WheelFilename filename, URI url, long bytes, String sha256, Optional<Instant> uploadTime) {

    /** The order of the wheels of a lock. */
    static final Comparator<LockedWheel> BY_NAME = Comparator.comparing(LockedWheel::toString);

    /** Written out, as is {@link #hashCode}: the JVM takes milliseconds to make those of a record at their first call. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LockedWheel that
                && filename.equals(that.filename)
                && sha256.equals(that.sha256)
                && bytes == that.bytes
                && url.equals(that.url)
                && uploadTime.equals(that.uploadTime);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return filename.text();
    }
}
