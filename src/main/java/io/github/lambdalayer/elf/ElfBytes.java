package io.github.lambdalayer.elf;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of a file that may be inside of an archive: reading backwards can be slow, reading on is fast. */
@FunctionalInterface
public interface ElfBytes {

    /** Fills what remains of {@code target} with the bytes from {@code position} on, or fails. */
    void read(long position, ByteBuffer target) throws IOException;
}
