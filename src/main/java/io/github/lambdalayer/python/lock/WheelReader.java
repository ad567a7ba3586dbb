package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.wheel.WheelFilename;
import io.github.lambdalayer.toml.TomlEntries;
import io.github.lambdalayer.toml.TomlValue;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads the wheels of one {@code [[packages]]}. */
final class WheelReader {

    private final AddressReader addresses;

    WheelReader(AddressReader addresses) {
        this.addresses = addresses;
    }

    /** The wheels; an archive that is a wheel counts as one. */
    List<LockedWheel> readAll(TomlEntries entry) {
        Stream<TomlEntries> archive = entry.table("archive").stream()
                .filter(a -> WheelAddress.lastSegment(a).endsWith(".whl") && !a.has("subdirectory"));
        return Stream.concat(entry.tables("wheels").stream(), archive)
                .map(this::read)
                .toList();
    }

    private LockedWheel read(TomlEntries wheel) {
        WheelFilename filename = filename(wheel);
        return new LockedWheel(
                filename,
                url(wheel, filename),
                bytes(wheel),
                WheelDigest.sha256(wheel, filename),
                wheel.time("upload-time"));
    }

    // PEP 751: the name wins; without it, the last component of the path or the URL.
    private static WheelFilename filename(TomlEntries wheel) {
        if (wheel.has("name")) {
            return TomlValue.required(wheel, "name", WheelFilename::parse);
        }
        return TomlValue.parse(wheel, WheelAddress.key(wheel), WheelAddress.lastSegment(wheel), WheelFilename::parse);
    }

    private URI url(TomlEntries wheel, WheelFilename filename) {
        return wheel.has("path") ? addresses.ofPath(wheel, "path") : addresses.ofUrl(wheel, "url", filename);
    }

    /** The length of a file, or -1 when the lock does not say. */
    static long bytes(TomlEntries wheel) {
        OptionalLong bytes = wheel.integer("size");
        if (bytes.orElse(0) < 0) {
            throw wheel.fault(
                    LockProblem.LOCK_VALUE,
                    "size",
                    wheel.path("size") + " is " + bytes.getAsLong() + "; no file is that small.");
        }
        return bytes.orElse(-1);
    }
}
