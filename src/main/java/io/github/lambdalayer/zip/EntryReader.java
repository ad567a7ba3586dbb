package io.github.lambdalayer.zip;

import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks one entry after the other with the same two buffers, never more than an entry declares. To be used by one
 * thread.
 */
public final class EntryReader implements AutoCloseable {

    private static final int BUFFER = 64 << 10;

    private final ByteSource source;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] packed = new byte[BUFFER];
    private final byte[] unpacked = new byte[BUFFER];

    EntryReader(ByteSource source) {
        this.source = source;
    }

    /**
     * Unpacks an entry into {@code sink}, and checks that it has exactly the size and CRC that its headers promise.
     *
     * @throws LayerException when it has not
     */
    public void verify(RawEntry entry, OutputStream sink) throws IOException {
        LocalHeader.check(source, entry);
        crc.reset();
        if (entry.method() == RawEntry.STORED) {
            copy(entry, sink);
        } else {
            inflate(entry, sink);
        }
        if (crc.getValue() != entry.crc()) {
            throw corrupt(entry, "is corrupt: its CRC does not match.");
        }
    }

    /** The first {@code bytes} unpacked bytes of an entry, fewer when it is smaller; its CRC is not looked at. */
    public byte[] start(RawEntry entry, int bytes) throws IOException {
        LocalHeader.check(source, entry);
        byte[] start = new byte[(int) Math.min(bytes, entry.unzippedBytes())];
        if (entry.method() == RawEntry.STORED) {
            source.read(entry.dataOffset(), ByteBuffer.wrap(start));
            return start;
        }
        inflater.reset();
        int done = 0;
        for (long fed = 0; done < start.length && !inflater.finished(); ) {
            fed += feed(entry, fed);
            done += inflateOnce(entry, start, done);
        }
        return Arrays.copyOf(start, done);
    }

    private void copy(RawEntry entry, OutputStream sink) throws IOException {
        long done = 0;
        while (done < entry.compressedBytes()) {
            int length = read(entry, done);
            crc.update(packed, 0, length);
            sink.write(packed, 0, length);
            done += length;
        }
    }

    private void inflate(RawEntry entry, OutputStream sink) throws IOException {
        inflater.reset();
        long fed = 0;
        while (!inflater.finished()) {
            fed += feed(entry, fed);
            drain(entry, sink);
        }
        long unused = entry.compressedBytes() - inflater.getBytesRead();
        if (unused != 0) {
            throw corrupt(entry, "has " + unused + " bytes behind its compressed data.");
        }
        if (inflater.getBytesWritten() != entry.unzippedBytes()) {
            throw corrupt(
                    entry,
                    "unpacks to " + inflater.getBytesWritten() + " bytes, and declares " + entry.unzippedBytes() + ".");
        }
    }

    /** Gives the inflater the next piece when it has none; returns how long that is. */
    private int feed(RawEntry entry, long fed) throws IOException {
        if (!inflater.needsInput()) {
            return 0;
        }
        if (fed == entry.compressedBytes()) {
            throw corrupt(entry, "is corrupt: its compressed data is cut off.");
        }
        int length = read(entry, fed);
        inflater.setInput(packed, 0, length);
        return length;
    }

    private void drain(RawEntry entry, OutputStream sink) throws IOException {
        int length = inflateOnce(entry, unpacked, 0);
        if (inflater.getBytesWritten() > entry.unzippedBytes()) {
            throw corrupt(entry, "unpacks to more than the " + entry.unzippedBytes() + " bytes that it declares.");
        }
        crc.update(unpacked, 0, length);
        sink.write(unpacked, 0, length);
    }

    private int inflateOnce(RawEntry entry, byte[] target, int from) {
        try {
            int length = inflater.inflate(target, from, target.length - from);
            if (inflater.needsDictionary()) {
                throw new DataFormatException("a dictionary is asked for");
            }
            return length;
        } catch (DataFormatException e) {
            throw ZipProblem.CORRUPT_ENTRY.in(
                    source.name(),
                    "entry " + ZipProblem.quoted(entry.name()) + " is corrupt: it cannot be inflated.",
                    e);
        }
    }

    private int read(RawEntry entry, long done) throws IOException {
        int length = (int) Math.min(BUFFER, entry.compressedBytes() - done);
        source.read(entry.dataOffset() + done, ByteBuffer.wrap(packed, 0, length));
        return length;
    }

    private LayerException corrupt(RawEntry entry, String sentence) {
        return ZipProblem.CORRUPT_ENTRY.inEntry(source.name(), entry.name(), sentence);
    }

    @Override
    public void close() {
        inflater.end();
    }
}
