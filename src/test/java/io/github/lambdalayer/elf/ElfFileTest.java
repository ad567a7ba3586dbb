package io.github.lambdalayer.elf;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.testing.ElfBuilder;
import io.github.lambdalayer.zip.ByteSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ElfFileTest {

    @Test
    void whatTheLoaderLooksAtIsRead() throws IOException {
        ElfFile elf = read(ElfBuilder.x86_64()
                        .soname("libdemo.so.1")
                        .needs("libc.so.6", "GLIBC_2.2.5", "GLIBC_2.34")
                        .needs("libm.so.6")
                        .needs("libstdc++.so.6", "GLIBCXX_3.4.29")
                        .rpath("$ORIGIN/../demo.libs")
                        .runpath("$ORIGIN")
                        .padding(100_000)
                        .bytes())
                .orElseThrow();
        assertThat(elf.machine()).isEqualTo(ElfMachine.X86_64).hasToString("x86_64");
        assertThat(elf.bits()).isEqualTo(64);
        assertThat(elf.soname()).isEqualTo("libdemo.so.1");
        assertThat(elf.needed()).containsExactly("libc.so.6", "libm.so.6", "libstdc++.so.6");
        assertThat(elf.rpath()).isEqualTo("$ORIGIN/../demo.libs");
        assertThat(elf.runpath()).isEqualTo("$ORIGIN");
        assertThat(elf.versions())
                .containsExactly(
                        new NeededVersion("libc.so.6", "GLIBC_2.2.5"),
                        new NeededVersion("libc.so.6", "GLIBC_2.34"),
                        new NeededVersion("libstdc++.so.6", "GLIBCXX_3.4.29"));
    }

    @Test
    void versionThatItCanDoWithoutIsLeftOut() throws IOException {
        byte[] weak =
                ElfBuilder.aarch64().needs("libc.so.6", "GLIBC_2.99").weak().bytes();
        assertThat(read(weak).orElseThrow().versions()).isEmpty();
        assertThat(read(weak).orElseThrow().machine())
                .isEqualTo(ElfMachine.AARCH64)
                .hasToString("aarch64");
    }

    @Test
    void nameOfAnyLengthIsRead() throws IOException {
        for (int length : new int[] {0, 1, 62, 63, 64, 65, 127, 128, 1000, 4095}) {
            String name = "x".repeat(length);
            assertThat(read(ElfBuilder.x86_64().soname(name).bytes())
                            .orElseThrow()
                            .soname())
                    .isEqualTo(name);
        }
    }

    @Test
    void programWithoutDynamicSectionNeedsNothing() throws IOException {
        ElfFile elf = read(ElfBuilder.x86_64().statically().bytes()).orElseThrow();
        assertThat(elf.needed()).isEmpty();
        assertThat(elf.versions()).isEmpty();
    }

    @Test
    void ofOtherKindsTheMachineIsRead() throws IOException {
        ElfFile i386 = read(ElfBuilder.i386()).orElseThrow();
        assertThat(i386.machine()).hasToString("i386");
        assertThat(i386.bits()).isEqualTo(32);
        byte[] bigEndian = new byte[64];
        System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F', 2, 2, 1}, 0, bigEndian, 0, 7);
        bigEndian[19] = 22;
        assertThat(read(bigEndian).orElseThrow().machine()).hasToString("s390");
        assertThat(read(ElfBuilder.machine(999).bytes()).orElseThrow().machine())
                .hasToString("machine 999");
    }

    @Test
    void whatIsNoElfFileIsNone() throws IOException {
        assertThat(read(new byte[0])).isEmpty();
        assertThat(read("#!/bin/sh\n# a script, and no library\n".getBytes(US_ASCII)))
                .isEmpty();
        assertThat(read(Arrays.copyOf(ElfBuilder.i386(), 19))).isEmpty();
    }

    @Test
    void damageNeverGoesUnsaid() throws IOException {
        byte[] good = ElfBuilder.x86_64()
                .soname("libdemo.so.1")
                .needs("libc.so.6", "GLIBC_2.17")
                .needs("libm.so.6", "GLIBC_2.29")
                .bytes();
        for (int i = 20; i < good.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = good.clone();
                flipped[i] ^= (byte) (1 << bit);
                readOrRefuse(flipped);
            }
        }
        for (int length = 20; length < good.length; length++) {
            readOrRefuse(Arrays.copyOf(good, length));
        }
    }

    private static void readOrRefuse(byte[] bytes) throws IOException {
        try {
            read(bytes);
        } catch (LayerException e) {
            assertThat(e.sentence()).startsWith("demo.so is a broken library: ");
        }
    }

    @Test
    void libraryThatIsCutOff() {
        byte[] good = ElfBuilder.x86_64().needs("libc.so.6").padding(1000).bytes();
        assertThatThrownBy(() -> read(Arrays.copyOf(good, 900)))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo("demo.so is a broken library: it ends before its tables do.\n"
                                        + "hint: choose another release\nsee problems.html#bad-elf"));
    }

    private static Optional<ElfFile> read(byte[] bytes) throws IOException {
        return ElfFile.read(ByteSource.of("demo.so", bytes)::read, "demo.so");
    }
}
