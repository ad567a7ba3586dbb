package io.github.lambdalayer.testing.aws;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** The digests that Lambda and S3 speak of. */
final class Digests {

    private Digests() {}

    /** Base64 of the SHA-256, as {@code CodeSha256} has it. */
    static String sha256(byte[] content) {
        return base64(digest("SHA-256", content));
    }

    static String sha256Hex(byte[] content) {
        return HexFormat.of().formatHex(digest("SHA-256", content));
    }

    static String sha1(byte[] content) {
        return base64(digest("SHA-1", content));
    }

    static String md5(byte[] content) {
        return base64(digest("MD5", content));
    }

    static String crc32(byte[] content) {
        return checksum(new CRC32(), content);
    }

    static String crc32c(byte[] content) {
        return checksum(new CRC32C(), content);
    }

    private static String checksum(Checksum checksum, byte[] content) {
        checksum.update(content, 0, content.length);
        return base64(HexFormat.of().parseHex(HexFormat.of().toHexDigits((int) checksum.getValue())));
    }

    private static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
