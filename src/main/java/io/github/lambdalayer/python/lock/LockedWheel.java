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

    @Override
    public String toString() {
        return filename.text();
    }
}
