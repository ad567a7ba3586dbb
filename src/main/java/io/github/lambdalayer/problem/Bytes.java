package io.github.lambdalayer.problem;

import java.util.Locale;

/** Amounts of bytes as people read them: bytes, and from a thousand or a million on these, with one digit behind the point. */
public final class Bytes {

    private Bytes() {}

    /** {@code 41.2 MB}, below a megabyte {@code 3.1 kB}, and below that {@code 27 bytes}. */
    public static String shown(long bytes) {
        if (Math.abs(bytes) < 1000) {
            return Counted.of(bytes, "byte");
        }
        return Math.abs(bytes) < 999_950
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    /** {@code 275.6 MB (275,600,000 bytes)}, for a number that is compared with a limit. */
    public static String exactly(long bytes) {
        return Math.abs(bytes) < 1000 ? shown(bytes) : shown(bytes) + String.format(Locale.ROOT, " (%,d bytes)", bytes);
    }
}
