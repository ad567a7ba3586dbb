package io.github.lambdalayer.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The one digest that is trusted, as text 64 hexadecimal digits in lower case.
 *
 * <pre>{@code
 * Sha256.hex(Sha256.digest(Path.of("layer.zip")))
 * }</pre>
 */
public final class Sha256 {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int DIGITS = 64;

    private Sha256() {}

    /** Whether the text has the form of a digest in lower case. */
    public static boolean isDigest(String text) {
        if (text.length() != DIGITS) {
            return false;
        }
        for (int i = 0; i < DIGITS; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** A fresh computation, which every JDK offers. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a JDK without SHA-256", e);
        }
    }

    /** What was computed, as text; the computation starts anew. */
    public static String finish(MessageDigest digest) {
        return hex(digest.digest());
    }

    /** A digest as text. */
    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /** The digest of these bytes, as text. */
    public static String of(byte[] content) {
        return hex(start().digest(content));
    }

    /** The digest of a whole file, of which no more than 64 KiB are in memory. */
    public static byte[] digest(Path file) throws IOException {
        MessageDigest digest = start();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return digest.digest();
    }
}
