package io.github.lambdalayer.python.wheel;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The digests that RECORD may use, one object for each, used again and again. */
final class Digests {

    /** RECORD's name of an algorithm → Java's; "sha256 or better" (PEP 427). */
    private static final Map<String, String> ALGORITHMS =
            Map.of("sha256", "SHA-256", "sha384", "SHA-384", "sha512", "SHA-512");

    private final Map<String, Sink> sinks = new HashMap<>();

    /** A sink for the next file, which hands on what it gets; empty when the row's digest proves nothing. */
    Optional<Sink> begin(RecordRow row, OutputStream beside) {
        if (!ALGORITHMS.containsKey(row.algorithm())) {
            return Optional.empty();
        }
        Sink sink = sinks.computeIfAbsent(row.algorithm(), Digests::sink);
        sink.digest.reset();
        sink.beside = beside;
        return Optional.of(sink);
    }

    private static Sink sink(String algorithm) {
        try {
            return new Sink(MessageDigest.getInstance(ALGORITHMS.get(algorithm)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    /** Digests a file while it is inflated. */
    static final class Sink extends OutputStream {

        private final MessageDigest digest;
        private OutputStream beside = OutputStream.nullOutputStream();

        private Sink(MessageDigest digest) {
            this.digest = digest;
        }

        @Override
        public void write(int b) throws IOException {
            digest.update((byte) b);
            beside.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            digest.update(bytes, offset, length);
            beside.write(bytes, offset, length);
        }

        /** Whether what was written has this digest, in URL-safe base64 or, as some builders write it, in hex. */
        boolean matches(String expected) {
            byte[] actual = digest.digest();
            return MessageDigest.isEqual(actual, decode(expected, actual.length));
        }

        private static byte[] decode(String text, int length) {
            try {
                return text.length() == 2 * length
                        ? HexFormat.of().parseHex(text)
                        : Base64.getUrlDecoder().decode(text);
            } catch (IllegalArgumentException e) {
                return new byte[0];
            }
        }
    }
}
