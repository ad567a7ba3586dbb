package io.github.lambdalayer.testing.aws;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A body in S3's own chunks: sizes and signatures between the content, checksums in the trailer. */
record AwsChunked(Bytes content, Map<String, String> trailers) {

    static AwsChunked decode(byte[] body) {
        ByteArrayOutputStream content = new ByteArrayOutputStream(body.length);
        int at = 0;
        while (true) {
            String head = line(body, at);
            at += head.length() + 2;
            int size = Integer.parseInt(head.split(";", 2)[0], 16);
            if (size == 0) {
                return new AwsChunked(new Bytes(content.toByteArray()), trailers(body, at));
            }
            content.write(body, at, size);
            at += size + 2;
        }
    }

    private static Map<String, String> trailers(byte[] body, int start) {
        Map<String, String> trailers = new LinkedHashMap<>();
        int at = start;
        while (at < body.length) {
            String line = line(body, at);
            at += line.length() + 2;
            int colon = line.indexOf(':');
            if (colon > 0) {
                trailers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return trailers;
    }

    private static String line(byte[] body, int start) {
        int end = start;
        while (end < body.length && body[end] != '\r') {
            end++;
        }
        return new String(body, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
