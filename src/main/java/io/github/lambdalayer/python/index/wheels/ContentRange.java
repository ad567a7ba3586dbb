package io.github.lambdalayer.python.index.wheels;

import io.github.lambdalayer.python.index.http.HttpAnswer;

/**
 * Which part of a file an answer holds (RFC 9110, 14.4): {@code bytes 100-199/1000}.
 *
 * @param first the place of the first byte, or -1 when the header makes no sense
 * @param last the place of the last byte
 * @param total the length of the whole file, or -1 when it is not told
 */
record ContentRange(long first, long last, long total) {

    private static final ContentRange NONE = new ContentRange(-1, -1, -1);

    static ContentRange of(HttpAnswer answer) {
        String text = answer.header("Content-Range").orElse("").strip();
        int dash = text.indexOf('-');
        int slash = text.indexOf('/');
        if (!text.startsWith("bytes ") || dash < 0 || slash < dash) {
            return NONE;
        }
        long first = HttpAnswer.number(text.substring("bytes ".length(), dash).strip());
        long last = HttpAnswer.number(text.substring(dash + 1, slash).strip());
        long total = HttpAnswer.number(text.substring(slash + 1).strip());
        return first < 0 || last < first ? NONE : new ContentRange(first, last, total);
    }
}
