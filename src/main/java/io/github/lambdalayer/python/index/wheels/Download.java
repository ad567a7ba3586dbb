package io.github.lambdalayer.python.index.wheels;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.Shown;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.index.http.Exchange;
import io.github.lambdalayer.python.index.http.HttpAnswer;
import io.github.lambdalayer.python.index.http.Web;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Map;

/**
 * Fetches one file into a {@link PartFile}. When the connection breaks off, the next attempt asks for the rest, on the
 * condition that the file is still the same; whatever does not fit exactly starts anew, so no file is ever mixed.
 */
final class Download implements Exchange<Long> {

    private static final int BUFFER = 64 << 10;

    /** Where neither server nor index say how long a file is; the largest wheels have 3 GB. */
    private static final long MOST_BYTES = 8L << 30;

    private final IndexFile file;
    private final PartFile part;
    private final Transfers.Transfer transfer;
    private String validator = "";

    Download(IndexFile file, PartFile part, Transfers.Transfer transfer) {
        this.file = file;
        this.part = part;
        this.transfer = transfer;
    }

    @Override
    public Map<String, String> headers() {
        if (part.bytes() == 0 || validator.isEmpty()) {
            return Map.of("Accept-Encoding", "identity");
        }
        return Map.of("Accept-Encoding", "identity", "Range", "bytes=" + part.bytes() + "-", "If-Range", validator);
    }

    @Override
    public Long read(HttpAnswer answer) throws IOException {
        switch (answer.status()) {
            case 200 -> startAnew();
            case 206 -> continueAt(answer);
            case 404, 410 -> throw gone(answer);
            case 416 -> {
                startAnew();
                throw new ProtocolException("the rest of the file was refused");
            }
            default -> throw Web.unexpected(answer);
        }
        validator = validator(answer);
        copy(answer);
        return part.bytes();
    }

    private void startAnew() {
        long dropped = part.restart();
        if (dropped > 0) {
            transfer.progressed(-dropped);
        }
        validator = "";
    }

    /** Takes a 206 that continues exactly where we stopped, and no other: some caches send any part they have. */
    private void continueAt(HttpAnswer answer) throws IOException {
        ContentRange range = ContentRange.of(answer);
        boolean fits = !validator.isEmpty() && range.first() == part.bytes() && validator.equals(validator(answer));
        if (!fits) {
            startAnew();
            throw new ProtocolException("another part of the file came than was asked for");
        }
    }

    /** What proves that a file has not changed: a strong ETag, or the date of its last change. */
    private static String validator(HttpAnswer answer) {
        String etag = answer.echo("ETag").orElse("");
        return etag.startsWith("\"") ? etag : answer.echo("Last-Modified").orElse("");
    }

    private void copy(HttpAnswer answer) throws IOException {
        byte[] buffer = new byte[BUFFER];
        InputStream body = answer.body();
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            part.write(buffer, read);
            transfer.progressed(read);
            if (part.bytes() > MOST_BYTES) {
                throw new LayerException(
                        IndexProblem.TOO_LARGE,
                        Shown.url(answer.url()) + " is larger than " + (MOST_BYTES >> 20) + " MiB.",
                        "check the address of the index");
            }
        }
    }

    private LayerException gone(HttpAnswer answer) {
        return new LayerException(
                IndexProblem.FILE_GONE,
                file + " is no longer at " + Shown.url(answer.url()) + " (" + answer.status() + ").",
                "make the lock anew: mvn lambda-layer:lock");
    }
}
