package io.github.lambdalayer.python.index.wheels;

import io.github.lambdalayer.python.index.http.Exchange;
import io.github.lambdalayer.python.index.http.HttpAnswer;
import io.github.lambdalayer.python.index.http.Web;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;

/** Asks for a part of a file, first and last byte included. */
final class RangeExchange implements Exchange<RangeExchange.Part> {

    /**
     * What came.
     *
     * @param bytes empty when the server does not send parts
     * @param total the length of the whole file, or -1
     */
    record Part(ByteBuffer bytes, long total) {

        static final Part REFUSED = new Part(ByteBuffer.allocate(0), -1);

        boolean isRefused() {
            return bytes.capacity() == 0;
        }
    }

    private final long first;
    private final long last;

    RangeExchange(long first, long last) {
        this.first = first;
        this.last = last;
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Accept-Encoding", "identity", "Range", "bytes=" + first + "-" + last);
    }

    @Override
    public Part read(HttpAnswer answer) throws IOException {
        ContentRange range = ContentRange.of(answer);
        if (answer.status() == 404 || answer.status() == 410) {
            throw Web.unexpected(answer);
        }
        if (answer.status() != 206 || range.first() != first || range.last() > last) {
            return Part.REFUSED;
        }
        int length = (int) (range.last() - first + 1);
        byte[] bytes = answer.body().readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new Part(ByteBuffer.wrap(bytes), range.total());
    }
}
