package io.github.lambdalayer.problem;

import java.util.Locale;

/** Amounts of bytes as people read them: a thousand or a million bytes, with one digit behind the point. */
public final class Bytes {

    private Bytes() {}

    /** {@code 41.2 MB}, or below a megabyte {@code 3.1 kB}. */
    public static String shown(long bytes) {
        return Math.abs(bytes) < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    /** {@code 275.6 MB (275,600,000 bytes)}, for a number that is compared with a limit. */
    public static String exactly(long bytes) {
        return shown(bytes) + String.format(Locale.ROOT, " (%,d bytes)", bytes);
    }
}
