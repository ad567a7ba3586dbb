package io.github.lambdalayer.python.index.http;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.Shown;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** Counts what comes out of gzip and stops at a limit: half a megabyte can unpack to half a gigabyte. */
public final class CappedStream extends FilterInputStream {

    private final long most;
    private final URI url;
    private long count;

    /** Fails with {@link IndexProblem#TOO_LARGE} when more than {@code most} bytes, whole MiB, are read. */
    public CappedStream(InputStream in, long most, URI url) {
        super(in);
        this.most = most;
        this.url = url;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count += Math.max(read, 0);
        if (count > most) {
            throw new LayerException(
                    IndexProblem.TOO_LARGE,
                    Shown.url(url) + " is larger than " + (most >> 20) + " MiB.",
                    "check the address of the index");
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
