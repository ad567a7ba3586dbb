package io.github.lambdalayer.zip;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A deflated entry as bytes that can be read at any place: reading on inflates what lies between, reading back begins
 * again. For one thread; CRC and size are not looked at.
 */
final class UnpackedSource implements ByteSource {

    private static final int BUFFER = 64 << 10;

    private final ByteSource source;
    private final RawEntry entry;
    private final Inflater inflater = new Inflater(true);
    private final byte[] packed = new byte[BUFFER];
    private final byte[] window = new byte[BUFFER];
    private long windowStart;
    private int windowLength;
    private long fed;

    UnpackedSource(ByteSource source, RawEntry entry) {
        this.source = source;
        this.entry = entry;
    }

    @Override
    public String name() {
        return entry.name();
    }

    @Override
    public long size() {
        return entry.unzippedBytes();
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
        if (position < windowStart) {
            inflater.reset();
            windowStart = 0;
            windowLength = 0;
            fed = 0;
        }
        long at = position;
        while (target.hasRemaining()) {
            while (at >= windowStart + windowLength) {
                inflate();
            }
            int from = (int) (at - windowStart);
            int length = Math.min(target.remaining(), windowLength - from);
            target.put(window, from, length);
            at += length;
        }
    }

    private void inflate() throws IOException {
        windowStart += windowLength;
        windowLength = 0;
        try {
            while (windowLength < BUFFER && !inflater.finished()) {
                feed();
                windowLength += inflater.inflate(window, windowLength, BUFFER - windowLength);
            }
        } catch (DataFormatException e) {
            throw new IOException(entry.name() + " cannot be inflated", e);
        }
        if (windowLength == 0) {
            throw new EOFException(entry.name() + " ends before byte " + windowStart);
        }
    }

    private void feed() throws IOException {
        if (inflater.needsInput()) {
            int length = (int) Math.min(BUFFER, entry.compressedBytes() - fed);
            if (length == 0 || inflater.needsDictionary()) {
                throw new EOFException(entry.name() + " ends before byte " + windowStart);
            }
            source.read(entry.dataOffset() + fed, ByteBuffer.wrap(packed, 0, length));
            inflater.setInput(packed, 0, length);
            fed += length;
        }
    }

    /** Frees the inflater; the archive stays open. */
    @Override
    public void close() {
        inflater.end();
    }
}
