package io.github.lambdalayer.python.index.wheels;

import io.github.lambdalayer.zip.ByteSource;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A wheel on its server, read by ranges: the end first, where a zip has its directory and most wheels their metadata.
 * Reading METADATA of most wheels takes one request, of those with thousands of files two or three.
 */
final class RemoteWheel implements ByteSource {

    /** Fetches a part of the file; empty when the server sends no parts. */
    @FunctionalInterface
    interface Ranges {
        RangeExchange.Part get(long first, long last);
    }

    /** The server does not send parts of files. */
    static final class RangesRefused extends IOException {

        private static final long serialVersionUID = 1L;
    }

    private record Block(long start, ByteBuffer bytes) {

        long end() {
            return start + bytes.capacity();
        }

        boolean holds(long from, long to) {
            return start <= from && to <= end();
        }
    }

    /** Holds directory and METADATA of nine wheels in ten; another request costs more than these bytes. */
    private static final int TAIL = 48 << 10;

    private static final int AHEAD = 16 << 10;

    /** A directory of more than this before the end is not a wheel's. */
    private static final int LARGEST_GAP = 8 << 20;

    private final String name;
    private final Ranges ranges;
    private final List<Block> blocks = new ArrayList<>();
    private final long size;

    private RemoteWheel(String name, long size, Ranges ranges) {
        this.name = name;
        this.size = size;
        this.ranges = ranges;
    }

    /**
     * Opens a wheel.
     *
     * @param bytes its length, or -1 when it must be asked for
     * @throws RangesRefused when the server does not send parts
     */
    static RemoteWheel open(String name, long bytes, Ranges ranges) throws IOException {
        long size = bytes >= 0 ? bytes : get(ranges, 0, 0).total();
        if (size < 0) {
            throw new RangesRefused();
        }
        RemoteWheel wheel = new RemoteWheel(name, size, ranges);
        wheel.load(Math.max(0, size - TAIL), size);
        return wheel;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public synchronized void read(long position, ByteBuffer target) throws IOException {
        long end = position + target.remaining();
        if (position < 0 || end > size) {
            throw new EOFException(name + " ends before byte " + end);
        }
        Block block = block(position, end);
        target.put(block.bytes().slice((int) (position - block.start()), target.remaining()));
    }

    private Block block(long from, long to) throws IOException {
        for (Block block : blocks) {
            if (block.holds(from, to)) {
                return block;
            }
        }
        Block tail = blocks.get(0);
        boolean reachesTail = to > tail.start() - AHEAD && tail.start() - from <= LARGEST_GAP;
        if (reachesTail) {
            return extendTail(tail, Math.max(0, from - AHEAD));
        }
        return load(from, Math.min(size, Math.max(to, from + AHEAD)));
    }

    /** What lies before the directory is probably wanted next. */
    private Block extendTail(Block tail, long from) throws IOException {
        ByteBuffer before = get(ranges, from, tail.start() - 1).bytes();
        ByteBuffer all = ByteBuffer.allocate(before.capacity() + tail.bytes().capacity());
        all.put(before.duplicate()).put(tail.bytes().duplicate());
        Block longer = new Block(from, all.clear());
        blocks.set(0, longer);
        return longer;
    }

    private Block load(long from, long to) throws IOException {
        Block block = new Block(from, get(ranges, from, to - 1).bytes());
        blocks.add(block);
        return block;
    }

    private static RangeExchange.Part get(Ranges ranges, long first, long last) throws IOException {
        RangeExchange.Part part = ranges.get(first, last);
        if (part.isRefused() || part.bytes().capacity() != last - first + 1) {
            throw new RangesRefused();
        }
        return part;
    }

    @Override
    public void close() {}
}
