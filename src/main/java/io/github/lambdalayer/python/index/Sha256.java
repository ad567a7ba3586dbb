package io.github.lambdalayer.python.index;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one digest that is trusted: 64 hexadecimal digits in lower case. */
final class Sha256 {

    private Sha256() {}

    /** Whether the text has the form of a digest in lower case. */
    static boolean isDigest(String text) {
        if (text.length() != 64) {
            return false;
        }
        for (int i = 0; i < 64; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** A fresh computation, which every JDK offers. */
    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was computed, as text; the computation starts anew. */
    static String finish(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The digest of these bytes. */
    static String of(byte[] content) {
        MessageDigest digest = start();
        digest.update(content);
        return finish(digest);
    }
}
