package io.github.lambdalayer.python.wheel;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/**
 * One row of RECORD, for example {@code demo/__init__.py,sha256=nia_…,6}.
 *
 * @param path the file, beside the dist-info folder
 * @param algorithm {@code sha256} or stronger; empty when the row has no digest
 * @param hash the digest in URL-safe base64 without padding, or in hex; empty when the row has none
 * @param bytes the file's size; empty when the row has none
 */
public record RecordRow(String path, String algorithm, String hash, OptionalLong bytes) {

    /**
     * The rows of a RECORD, in their order.
     *
     * @param origin what sentences call it
     * @throws io.github.lambdalayer.problem.LayerException {@link WheelProblem#BAD_RECORD}
     */
    public static List<RecordRow> parse(byte[] record, String origin) {
        return WheelRecord.parse(record, origin);
    }

    /** The digest as RECORD should have it, in base64 though it may be written in hex; empty when the row has none. */
    public String digest() {
        if (algorithm.isEmpty()) {
            return "";
        }
        return algorithm + "=" + (isHex() ? base64(HexFormat.of().parseHex(hash)) : hash);
    }

    boolean isHex() {
        int digits = switch (algorithm) {
            case "sha256" -> 64;
            case "sha384" -> 96;
            case "sha512" -> 128;
            default -> 0;
        };
        return digits > 0 && hash.length() == digits && hash.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
