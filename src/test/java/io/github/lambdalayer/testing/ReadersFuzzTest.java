package io.github.lambdalayer.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.elf.DebugSymbols;
import io.github.lambdalayer.elf.ElfFile;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.zip.ByteSource;
import io.github.lambdalayer.zip.RawEntry;
import io.github.lambdalayer.zip.RawZip;
import io.github.lambdalayer.zip.ZipLimits;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damages archives and libraries at random, with a seed for each round, so that what once went wrong can be made again:
 * {@code ReadersFuzzTest.zip(4711)}. {@link #main} goes on for as long as it is told.
 */
public class ReadersFuzzTest {

    private static final int ROUNDS = 20_000;
    private static final ZipLimits LIMITS = new ZipLimits(100_000, 1 << 20, 50, 1 << 20);
    private static final byte[] ARCHIVE = ZipBuilder.zip()
            .directory("pkg/")
            .file("pkg/a.py", "x = 1\n".repeat(50))
            .stored("pkg/b.py", "y = 2\n")
            .file("pkg/\u00e9.txt", "z")
            .bytes();
    private static final Map<String, String> CONTENT = content(ARCHIVE).orElseThrow();
    private static final byte[] LIBRARY = ElfBuilder.x86_64()
            .soname("libdemo.so.1")
            .needs("libc.so.6", "GLIBC_2.17", "GLIBC_2.34")
            .needs("libstdc++.so.6", "GLIBCXX_3.4.29")
            .runpath("$ORIGIN/../demo.libs")
            .bytes();

    @Test
    void damagedArchivesAreRefusedOrReadAsTheyAre() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            zip(seed);
        }
    }

    @Test
    void damagedLibrariesAreRefusedOrRead() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            elf(seed);
        }
    }

    /** A program header of a negative size once asked for 2 GB of memory. */
    @ParameterizedTest
    @ValueSource(longs = 1_010_103)
    void whatOnceWentWrong(long seed) {
        round(seed);
    }

    /** One round: no file has another content than it should, and nothing but our own failure is thrown. */
    static void zip(long seed) {
        content(damaged(ARCHIVE, seed))
                .ifPresent(content -> content.forEach((name, text) -> {
                    if (CONTENT.containsKey(name)) {
                        assertThat(text).as("%s in round %d", name, seed).isEqualTo(CONTENT.get(name));
                    }
                }));
    }

    static void elf(long seed) {
        byte[] library = damaged(LIBRARY, seed);
        try {
            ElfFile.read((position, target) -> read(library, position, target), "x.so");
        } catch (LayerException e) {
            assertThat(e.sentence()).startsWith("x.so is a broken library: ");
        } catch (IOException e) {
            throw new AssertionError("round " + seed, e);
        }
        DebugSymbols.remove(library).ifPresent(smaller -> assertThat(smaller).hasSizeLessThan(library.length));
    }

    private static void read(byte[] bytes, long position, ByteBuffer target) throws EOFException {
        if (position > bytes.length - target.remaining()) {
            throw new EOFException();
        }
        target.put(bytes, (int) position, target.remaining());
    }

    private static Optional<Map<String, String>> content(byte[] archive) {
        try {
            RawZip zip = RawZip.read(ByteSource.of("demo.zip", archive), LIMITS);
            Map<String, String> content = new TreeMap<>();
            for (RawEntry entry : zip.entries()) {
                content.put(entry.name(), new String(zip.content(entry), UTF_8));
            }
            return Optional.of(content);
        } catch (LayerException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A few changes: bytes at random, numbers that are extreme, pieces that are missing, doubled or moved. */
    private static byte[] damaged(byte[] good, long seed) {
        Random random = new Random(seed);
        byte[] bytes = good.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(1 + random.nextInt(16), bytes.length - at);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> Arrays.fill(bytes, at, at + Math.min(length, 8), (byte) (random.nextBoolean() ? 0xFF : 0));
                case 3 -> System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - length + 1), length);
                case 4 -> bytes = joined(bytes, at + length, at);
                default -> bytes = joined(bytes, at, Math.min(bytes.length, at + length));
            }
        }
        return bytes;
    }

    /** The bytes up to one place, and those from another on. */
    private static byte[] joined(byte[] bytes, int end, int begin) {
        byte[] joined = Arrays.copyOf(bytes, end + bytes.length - begin);
        System.arraycopy(bytes, begin, joined, end, bytes.length - begin);
        return joined.length == 0 ? new byte[1] : joined;
    }

    private static void round(long seed) {
        try {
            zip(seed);
            elf(seed);
        } catch (RuntimeException | Error e) {
            throw new AssertionError("round " + seed, e);
        }
    }

    /** Goes on for so many seconds, from a seed that is told. */
    public static void main(String[] arguments) {
        long end = System.nanoTime() + Long.parseLong(arguments[0]) * 1_000_000_000L;
        long seed = Long.parseLong(arguments[1]);
        long begin = seed;
        while (System.nanoTime() < end) {
            round(seed++);
        }
        System.out.println((seed - begin) + " rounds of each, all is well");
    }
}
