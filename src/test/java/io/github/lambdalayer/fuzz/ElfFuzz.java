package io.github.lambdalayer.fuzz;

import io.github.lambdalayer.elf.DebugSymbols;
import io.github.lambdalayer.elf.ElfFile;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.zip.ByteSource;
import java.io.IOException;
import java.util.Optional;

/** A library is refused in a sentence, or read; without its debug symbols it is smaller, and to the loader the same. */
public final class ElfFuzz {

    private ElfFuzz() {}

    /** Called by the fuzzer with each input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Optional<ElfFile> whole = read(input);
        Optional<byte[]> smaller = DebugSymbols.remove(input);
        if (smaller.isPresent()
                && (smaller.get().length >= input.length || !read(smaller.get()).equals(whole))) {
            throw new AssertionError("without its debug symbols " + whole + " is another library");
        }
    }

    private static Optional<ElfFile> read(byte[] library) throws IOException {
        ByteSource source = ByteSource.of("x.so", library);
        try {
            return ElfFile.read(source::read, "x.so");
        } catch (LayerException e) {
            if (!e.sentence().startsWith("x.so is a broken library: ")) {
                throw new AssertionError("not a sentence about the library", e);
            }
            return Optional.empty();
        }
    }
}
