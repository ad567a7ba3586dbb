package io.github.lambdalayer.audit;

import java.util.Locale;

/** Sizes as people read them: megabytes of a million bytes, with one digit behind the point. */
final class Megabytes {

    private Megabytes() {}

    static String of(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    /** {@code 275.6 MB (275,600,000 bytes)}, for a number that is compared with a limit. */
    static String exactly(long bytes) {
        return of(bytes) + String.format(Locale.ROOT, " (%,d bytes)", bytes);
    }
}
