package io.github.lambdalayer.elf;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Takes a file as it passes by, and keeps of a large one its two ends: a library has the tables there that the loader reads,
 * and its code between them.
 *
 * <pre>{@code
 * FileEnds ends = new FileEnds(22_419_249, kept -> ElfFile.read(kept, "libopenblas.so"));
 * }</pre>
 */
public final class FileEnds extends OutputStream implements ElfBytes {

    /** OpenBLAS, with more symbols than any other library of the most used wheels, needs 1.1 MB. */
    static final int END = 5 << 18;

    private final byte[] kept;
    private final long bytes;
    private final Consumer<ElfBytes> whole;

    /** How much of the file lies between its ends. */
    private final long gap;

    private long written;

    /**
     * Waits for a file.
     *
     * @param bytes its size, of which memory is taken for 2.5 MB at most
     * @param whole given the ends once the file is closed
     */
    public FileEnds(long bytes, Consumer<ElfBytes> whole) {
        this.bytes = bytes;
        this.whole = whole;
        this.kept = new byte[(int) Math.min(bytes, 2 * END)];
        this.gap = bytes - kept.length;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        keep(source, offset, length, 0, Math.min(END, kept.length));
        keep(source, offset, length, END + gap, bytes);
        written += length;
    }

    /** What of these bytes belongs between two places of the file. */
    private void keep(byte[] source, int offset, int length, long from, long to) {
        long first = Math.max(written, from);
        long last = Math.min(written + length, to);
        if (first < last) {
            System.arraycopy(source, offset + (int) (first - written), kept, (int) place(first), (int) (last - first));
        }
    }

    private long place(long position) {
        return position < END ? position : position - gap;
    }

    /**
     * Gives bytes that are kept.
     *
     * @throws EOFException behind the end of the file
     * @throws IOException for bytes between its ends
     */
    @Override
    public void read(long position, ByteBuffer target) throws IOException {
        long last = position + target.remaining();
        if (last > bytes) {
            throw new EOFException("the file ends before byte " + last);
        }
        if (gap > 0 && last > END && position < END + gap) {
            throw new IOException("byte " + Math.max(position, END) + " was not kept");
        }
        target.put(kept, (int) place(position), target.remaining());
    }

    @Override
    public void close() {
        whole.accept(this);
    }
}
