package io.github.lambdalayer.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.testing.ElfBuilder;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FileEndsTest {

    private static final int END = FileEnds.END;
    private static final int PIECE = 64 << 10;

    private final List<ElfBytes> closed = new ArrayList<>();

    @Test
    void smallFileIsKeptWhole() throws IOException {
        for (int size : new int[] {0, 1, PIECE, END - 1, END, END + 1, 2 * END - 1, 2 * END}) {
            byte[] file = random(size);
            ElfBytes ends = ends(file, PIECE);
            assertThat(read(ends, 0, size)).isEqualTo(file);
            assertThat(read(ends, size / 2, size - size / 2)).isEqualTo(Arrays.copyOfRange(file, size / 2, size));
            assertThatThrownBy(() -> read(ends, 1, size)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void bothEndsOfALargeOneAreKept() throws IOException {
        for (int size : new int[] {2 * END + 1, 2 * END + PIECE, 5 * END + 7}) {
            for (int piece : new int[] {1_000, PIECE, size}) {
                byte[] file = random(size);
                ElfBytes ends = ends(file, piece);
                assertThat(read(ends, 0, END)).isEqualTo(Arrays.copyOf(file, END));
                assertThat(read(ends, size - END, END)).isEqualTo(Arrays.copyOfRange(file, size - END, size));
                assertThatThrownBy(() -> read(ends, size, 1)).isInstanceOf(EOFException.class);
            }
        }
    }

    @Test
    void middleIsAskedForInVain() {
        int size = 2 * END + 1;
        ElfBytes ends = ends(random(size), PIECE);
        assertThatThrownBy(() -> read(ends, END, 1)).isExactlyInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(ends, END - 1, 2)).isExactlyInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(ends, 0, size)).isExactlyInstanceOf(IOException.class);
    }

    @Test
    void byteByByteIsTheSame() throws IOException {
        byte[] file = random(300);
        FileEnds ends = new FileEnds(file.length, closed::add);
        for (byte each : file) {
            ends.write(each);
        }
        assertThat(closed).isEmpty();
        ends.close();
        assertThat(read(closed.get(0), 0, file.length)).isEqualTo(file);
    }

    @Test
    void libraryIsReadFromItsEnds() throws IOException {
        byte[] library = ElfBuilder.x86_64()
                .soname("liblarge.so.1")
                .needs("libc.so.6", "GLIBC_2.34")
                .padding(4 * END)
                .bytes();
        Optional<ElfFile> whole =
                ElfFile.read((position, target) -> target.put(library, (int) position, target.remaining()), "x");
        assertThat(whole).isPresent();
        assertThat(ElfFile.read(ends(library, PIECE), "x")).isEqualTo(whole);
    }

    private ElfBytes ends(byte[] file, int piece) {
        try (FileEnds ends = new FileEnds(file.length, closed::add)) {
            for (int done = 0; done < file.length; done += piece) {
                ends.write(file, done, Math.min(piece, file.length - done));
            }
        }
        return closed.remove(0);
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static byte[] read(ElfBytes bytes, long position, int length) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(length);
        bytes.read(position, target);
        assertThat(target.hasRemaining()).isFalse();
        return target.array();
    }
}
