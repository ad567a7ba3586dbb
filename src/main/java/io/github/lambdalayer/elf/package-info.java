/** Reads the few fields of an ELF file that decide whether a library loads: its machine, and what it needs. */
@NullMarked
package io.github.lambdalayer.elf;

import org.jspecify.annotations.NullMarked;
