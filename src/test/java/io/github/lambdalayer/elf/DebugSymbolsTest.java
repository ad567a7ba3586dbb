package io.github.lambdalayer.elf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DebugSymbolsTest {

    private static final int PROGBITS = 1;
    private static final int SYMTAB = 2;
    private static final int STRTAB = 3;
    private static final int LOADED = 2;

    @Test
    void whatDebuggersReadGoesAndTheRestStays() throws IOException {
        byte[] library = library()
                .loaded(".text", 500)
                .section(".comment", PROGBITS, 60, 0)
                .section(".debug_info", PROGBITS, 9000, 0)
                .section(".symtab", SYMTAB, 2400, 5)
                .section(".strtab", STRTAB, 900, 0)
                .bytes();
        byte[] smaller = DebugSymbols.remove(library).orElseThrow();
        assertThat(names(smaller)).containsExactly("", ".text", ".comment", ".shstrtab");
        assertThat(library.length - smaller.length).isBetween(9000 + 2400 + 900, 9000 + 2400 + 900 + 400);
        assertThat(Arrays.copyOfRange(smaller, 64, 620)).isEqualTo(Arrays.copyOfRange(library, 64, 620));
        assertThat(content(smaller, 2)).isEqualTo(content(library, 2));
        assertThat(ElfFile.read(source(smaller), "x.so")).isEqualTo(ElfFile.read(source(library), "x.so"));
    }

    @Test
    void nothingToGainIsLeftAsItIs() {
        assertThat(DebugSymbols.remove(library().loaded(".text", 500).bytes())).isEmpty();
        assertThat(DebugSymbols.remove(library()
                        .loaded(".text", 5)
                        .section(".debug_line", PROGBITS, 100, 0)
                        .bytes()))
                .isEmpty();
    }

    @Test
    void programThatCarriesSomethingBehindItsEndIsLeftAsItIs() {
        byte[] program = library()
                .loaded(".text", 500)
                .section(".debug_info", PROGBITS, 9000, 0)
                .bytes();
        assertThat(DebugSymbols.remove(Arrays.copyOf(program, program.length + 1)))
                .isEmpty();
    }

    @Test
    void sectionsThatWouldGetOtherNumbersAreLeftAsTheyAre() {
        assertThat(DebugSymbols.remove(library()
                        .section(".debug_info", PROGBITS, 9000, 0)
                        .loaded(".text", 500)
                        .bytes()))
                .isEmpty();
    }

    @Test
    void tableOfSymbolsThatSomethingNeedsStays() {
        assertThat(DebugSymbols.remove(library()
                        .loaded(".text", 500)
                        .section(".symtab", SYMTAB, 24_000, 3)
                        .section(".strtab", STRTAB, 900, 0)
                        .section(".llvm_addrsig", PROGBITS, 8, 2)
                        .bytes()))
                .isEmpty();
    }

    @Test
    void whatIsNoLibraryIsLeftAsItIs() {
        assertThat(DebugSymbols.remove(new byte[0])).isEmpty();
        assertThat(DebugSymbols.remove("#!/bin/sh\n".repeat(100).getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    @Test
    void damagedFileIsNeverAFailure() {
        byte[] library = library()
                .loaded(".text", 500)
                .section(".debug_info", PROGBITS, 9000, 0)
                .section(".symtab", SYMTAB, 2400, 4)
                .section(".strtab", STRTAB, 900, 0)
                .bytes();
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = library.clone();
            int table = library.length - 6 * SectionHeader.BYTES;
            int at = random.nextBoolean() ? random.nextInt(64) : table + random.nextInt(6 * SectionHeader.BYTES);
            damaged[at] = (byte) random.nextInt(256);
            Optional<byte[]> result = DebugSymbols.remove(damaged);
            result.ifPresent(bytes -> assertThat(bytes.length).isLessThan(damaged.length));
        }
    }

    private static List<String> names(byte[] elf) {
        ByteBuffer file = ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN);
        SectionHeader table = header(file, file.getShort(62));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < file.getShort(60); i++) {
            names.add(SectionNames.read(file, table, header(file, i).name()));
        }
        return names;
    }

    private static byte[] content(byte[] elf, int section) {
        SectionHeader header = header(ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN), section);
        return Arrays.copyOfRange(elf, (int) header.offset(), (int) (header.offset() + header.bytes()));
    }

    private static SectionHeader header(ByteBuffer file, int index) {
        return SectionHeader.read(file, (int) file.getLong(40) + index * SectionHeader.BYTES);
    }

    private static ElfBytes source(byte[] bytes) {
        return (position, target) -> target.put(bytes, (int) position, target.remaining());
    }

    private static Builder library() {
        return new Builder();
    }

    /** Writes libraries section by section; the loaded ones must come first, as linkers have it. */
    private static final class Builder {

        private final ByteBuffer out = ByteBuffer.allocate(64_000).order(ByteOrder.LITTLE_ENDIAN);
        private final List<SectionHeader> headers = new ArrayList<>();
        private final StringBuilder names = new StringBuilder("\0");
        private int loadedEnd;

        Builder() {
            out.position(64 + 56);
            headers.add(new SectionHeader(0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        }

        Builder loaded(String name, int bytes) {
            add(name, PROGBITS, LOADED, bytes, 0);
            loadedEnd = out.position();
            return this;
        }

        Builder section(String name, int type, int bytes, int link) {
            add(name, type, 0, bytes, link);
            return this;
        }

        private void add(String name, int type, int flags, int bytes, int link) {
            headers.add(new SectionHeader(names.length(), type, flags, 0, out.position(), bytes, link, 0, 1, 0));
            names.append(name).append('\0');
            byte[] content = new byte[bytes];
            new Random(bytes).nextBytes(content);
            out.put(content);
        }

        byte[] bytes() {
            int name = names.length();
            names.append(".shstrtab\0");
            headers.add(new SectionHeader(name, STRTAB, 0, 0, out.position(), names.length(), 0, 0, 1, 0));
            out.put(names.toString().getBytes(StandardCharsets.US_ASCII));
            int table = out.position();
            headers.forEach(header -> header.write(out));
            int end = out.position();
            out.position(0);
            out.putInt(0x464c457f).put(new byte[] {2, 1, 1});
            out.putShort(16, (short) 3).putShort(18, (short) 62);
            out.putLong(32, 64).putLong(40, table);
            out.putShort(52, (short) 64).putShort(54, (short) 56).putShort(56, (short) 1);
            out.putShort(58, (short) 64);
            out.putShort(60, (short) headers.size()).putShort(62, (short) (headers.size() - 1));
            out.putInt(64, 1).putLong(64 + 8, 0).putLong(64 + 32, loadedEnd);
            return Arrays.copyOf(out.array(), end);
        }
    }
}
