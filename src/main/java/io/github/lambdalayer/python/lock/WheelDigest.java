package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.wheel.WheelFilename;
import io.github.lambdalayer.toml.TomlEntries;
import java.util.Locale;
import java.util.Set;

/** The {@code hashes} of a locked file. */
final class WheelDigest {

    private WheelDigest() {}

    /** The sha256 in lower case; wheels are kept by it, so another digest does not do. */
    static String sha256(TomlEntries wheel, WheelFilename filename) {
        TomlEntries hashes = wheel.table("hashes").orElseThrow(() -> wheel.missing("hashes"));
        Set<String> algorithms = hashes.keys();
        algorithms.forEach(hashes::requiredText);
        if (!algorithms.contains("sha256")) {
            throw wheel.fault(
                    LockProblem.LOCK_HASH,
                    "hashes",
                    wheel.path("hashes") + ": " + filename + " has "
                            + (algorithms.isEmpty() ? "no digest" : "only " + String.join(" and ", algorithms))
                            + ", and a sha256 is needed.",
                    "mvn lambda-layer:lock");
        }
        String digest = hashes.requiredText("sha256").toLowerCase(Locale.ROOT);
        if (!isSha256(digest)) {
            throw hashes.fault(
                    LockProblem.LOCK_HASH, "sha256", hashes.path("sha256") + ": a sha256 has 64 hexadecimal digits.");
        }
        return digest;
    }

    /** Whether a text has the form of a sha256 in hexadecimal digits. */
    static boolean isSha256(String digest) {
        return digest.length() == 64 && digest.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }
}
