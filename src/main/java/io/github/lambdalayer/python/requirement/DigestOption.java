package io.github.lambdalayer.python.requirement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The digests of one requirement: {@code --hash=sha256:…}, or {@code #sha256=…} in its address. */
final class DigestOption {

    /** What protects a file, with the number of its hexadecimal digits. */
    private static final Map<String, Integer> SECURE = Map.of("sha256", 64, "sha384", 96, "sha512", 128);

    static final String FRAGMENT = "sha256=";

    private static final String ANEW = "let the tool that locks write it anew; pip hash prints that of a file";

    private final LinePlace place;

    DigestOption(LinePlace place) {
        this.place = place;
    }

    /** The sha256 among several digests of a requirement; wheels are known by it, so one of them must be. */
    Set<String> sha256(List<String> values) {
        Set<String> digests = new LinkedHashSet<>();
        for (String value : values) {
            sha256(value).ifPresent(digests::add);
        }
        if (digests.isEmpty() && !values.isEmpty()) {
            throw place.fault(
                    RequirementsFileProblem.REQUIREMENTS_FILE_HASH, "one of the digests must be a sha256.", ANEW);
        }
        return digests;
    }

    private Optional<String> sha256(String value) {
        int colon = value.indexOf(':');
        String algorithm = colon < 0 ? "" : value.substring(0, colon).toLowerCase(Locale.ROOT);
        String digest = value.substring(colon + 1).toLowerCase(Locale.ROOT);
        if (!SECURE.containsKey(algorithm)) {
            throw place.fault(
                    RequirementsFileProblem.REQUIREMENTS_FILE_HASH,
                    "--hash must be sha256, sha384 or sha512, such as --hash=sha256:<64 hexadecimal digits>.",
                    ANEW);
        }
        if (!isHex(digest, SECURE.getOrDefault(algorithm, 0))) {
            throw place.fault(
                    RequirementsFileProblem.REQUIREMENTS_FILE_HASH,
                    "a " + algorithm + " has " + SECURE.get(algorithm) + " hexadecimal digits.",
                    ANEW);
        }
        return algorithm.equals("sha256") ? Optional.of(digest) : Optional.empty();
    }

    /** The sha256 at the end of an address. */
    static Optional<String> ofAddress(String url) {
        int fragment = url.indexOf('#');
        String rest = fragment < 0 ? "" : url.substring(fragment + 1);
        for (String part : rest.split("&", -1)) {
            String digest = part.startsWith(FRAGMENT) ? part.substring(FRAGMENT.length()) : "";
            if (isHex(digest, 64)) {
                return Optional.of(digest.toLowerCase(Locale.ROOT));
            }
        }
        return Optional.empty();
    }

    private static boolean isHex(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
    }
}
