package io.github.lambdalayer.zip;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** A stored entry as bytes that can be read at any place. */
record PartOfSource(ByteSource source, RawEntry entry) implements ByteSource {

    @Override
    public String name() {
        return entry.name();
    }

    @Override
    public long size() {
        return entry.compressedBytes();
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
        check(position, target.remaining());
        source.read(entry.dataOffset() + position, target);
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel to) throws IOException {
        check(position, count);
        return source.transferTo(entry.dataOffset() + position, count, to);
    }

    private void check(long position, long count) throws EOFException {
        if (position > size() - count) {
            throw new EOFException(entry.name() + " ends before byte " + size());
        }
    }

    /** Does nothing; the archive stays open. */
    @Override
    public void close() {}
}
