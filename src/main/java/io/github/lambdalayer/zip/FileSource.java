package io.github.lambdalayer.zip;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file as a {@link ByteSource}; its size is the one it had when it was opened. */
record FileSource(String name, long size, FileChannel channel) implements ByteSource {

    static FileSource open(Path file, String name) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new FileSource(name, channel.size(), channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
        long at = position;
        while (target.hasRemaining()) {
            int read = channel.read(target, at);
            if (read < 0) {
                throw endedAt(at);
            }
            at += read;
        }
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel to) throws IOException {
        long done = 0;
        while (done < count) {
            long moved = channel.transferTo(position + done, count - done, to);
            if (moved <= 0) {
                throw endedAt(position + done);
            }
            done += moved;
        }
        return count;
    }

    private EOFException endedAt(long position) {
        return new EOFException(name + " ends before byte " + position);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
