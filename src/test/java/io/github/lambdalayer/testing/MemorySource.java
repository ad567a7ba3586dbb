package io.github.lambdalayer.testing;

import io.github.lambdalayer.zip.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes in memory; counts how often they were read. */
public final class MemorySource implements ByteSource {

    private final ByteSource bytes;
    private int reads;

    public MemorySource(String name, byte[] bytes) {
        this.bytes = ByteSource.of(name, bytes);
    }

    @Override
    public String name() {
        return bytes.name();
    }

    @Override
    public long size() {
        return bytes.size();
    }

    /** How often {@link #read} was called. */
    public int reads() {
        return reads;
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
        reads++;
        bytes.read(position, target);
    }

    @Override
    public void close() {}
}
