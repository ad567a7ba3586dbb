package io.github.lambdalayer.zip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PureDeflaterTest {

    static Stream<byte[]> contents() {
        return Stream.of(
                new byte[0],
                new byte[] {7},
                new byte[100_000],
                random(70_000, 256),
                random(70_000, 3),
                fibonacci(),
                text(300_000),
                longDistances());
    }

    @ParameterizedTest
    @MethodSource("contents")
    void everyInflaterGetsTheBytesBack(byte[] bytes) throws DataFormatException {
        byte[] deflated = PureDeflater.deflate(bytes);
        Inflater inflater = new Inflater(true);
        inflater.setInput(deflated);
        byte[] back = new byte[bytes.length + 1];
        int length = inflater.inflate(back);
        assertThat(inflater.finished() || inflater.inflate(back, length, 1) == 0)
                .isTrue();
        assertThat(inflater.finished()).isTrue();
        assertThat(inflater.getBytesRead()).isEqualTo(deflated.length);
        assertThat(Arrays.copyOf(back, length)).isEqualTo(bytes);
        inflater.end();
    }

    @Test
    void sameBytesOnEveryMachine() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(PureDeflater.deflate(text(100_000)));
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("b25b902fc6374690962029f2e2f12558bfeb4205ea5dfb866916c82a9be9ab37");
    }

    @Test
    void randomContentsOfAllSizes() throws DataFormatException {
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            everyInflaterGetsTheBytesBack(random(random.nextInt(5000), 1 + random.nextInt(256)));
        }
    }

    @Test
    void whatDoesNotGetSmallerIsStored() throws IOException {
        byte[] noise = random(1000, 256);
        PackedEntry stored = PackedEntry.of("noise", noise);
        assertThat(stored.entry().method()).isEqualTo(RawEntry.STORED);
        assertThat(stored.entry().compressedBytes()).isEqualTo(1000);
        byte[] text = text(1000);
        PackedEntry packed = PackedEntry.of("text", text);
        assertThat(packed.entry().method()).isEqualTo(RawEntry.DEFLATED);
        ByteBuffer back = ByteBuffer.allocate(1000);
        try (ByteSource unpacked = packed.unpacked()) {
            unpacked.read(0, back);
        }
        assertThat(back.array()).isEqualTo(text);
    }

    private static byte[] random(int length, int values) {
        Random random = new Random(length);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) random.nextInt(values);
        }
        return bytes;
    }

    /** Counts for which Huffman's tree is deeper than a code may be. */
    private static byte[] fibonacci() {
        byte[] bytes = new byte[32_000];
        int at = 0;
        int count = 1;
        int next = 1;
        for (int symbol = 0; at < bytes.length; symbol++) {
            int end = Math.min(bytes.length, at + count);
            Arrays.fill(bytes, at, end, (byte) symbol);
            at = end;
            int sum = count + next;
            count = next;
            next = sum;
        }
        Random random = new Random(2);
        for (int i = bytes.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            byte swapped = bytes[i];
            bytes[i] = bytes[other];
            bytes[other] = swapped;
        }
        return bytes;
    }

    private static byte[] text(int length) {
        Random random = new Random(3);
        byte[] bytes = new byte[length];
        String words = "import os\nimport sys\n\ndef f(self, x):\n    return self.x + x\n";
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte)
                    (random.nextInt(20) == 0
                            ? 'a' + random.nextInt(26)
                            : words.charAt((i + random.nextInt(2) * 7) % words.length()));
        }
        return bytes;
    }

    private static byte[] longDistances() {
        byte[] noise = random(32_768, 256);
        byte[] twice = Arrays.copyOf(noise, 2 * noise.length);
        System.arraycopy(noise, 0, twice, noise.length, noise.length);
        return twice;
    }
}
