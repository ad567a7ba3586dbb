package io.github.lambdalayer.elf;

import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A program or library, as the loader sees it (System V gABI; LSB, "Symbol Versioning").
 *
 * <pre>{@code
 * ElfFile.read(source::read, "python/numpy/_core/_multiarray_umath.so")
 *         .map(ElfFile::versions); // [GLIBC_2.17 of libc.so.6, …]
 * }</pre>
 *
 * @param machine the processor
 * @param bits 32 or 64
 * @param soname its own name; empty when it has none
 * @param needed the sonames of the libraries that it needs
 * @param rpath {@code DT_RPATH}, searched before all else unless there is a runpath; empty when it has none
 * @param runpath {@code DT_RUNPATH}, searched late; empty when it has none
 * @param versions the versions that it needs, those left out that it can do without
 */
public record ElfFile(
        ElfMachine machine,
        int bits,
        String soname,
        List<String> needed,
        String rpath,
        String runpath,
        List<NeededVersion> versions) {

    /** Keeps copies of the lists. */
    public ElfFile {
        needed = List.copyOf(needed);
        versions = List.copyOf(versions);
    }

    /**
     * Reads a file; empty when it does not begin like an ELF file. Of one that is not for 64 bits with the lowest byte
     * first only {@code machine} and {@code bits} are read, since no Lambda function can load it.
     *
     * @param name what sentences call it
     * @throws LayerException {@link ElfProblem#BAD_ELF}
     */
    public static Optional<ElfFile> read(ElfBytes bytes, String name) throws IOException {
        return new ElfReader(bytes, name).read();
    }
}
