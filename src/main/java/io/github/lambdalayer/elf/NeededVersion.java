package io.github.lambdalayer.elf;

/**
 * A version of its symbols that a library must have, for example {@code GLIBC_2.17} of {@code libc.so.6}.
 *
 * @param library the soname
 * @param version the version's name
 */
public record NeededVersion(String library, String version) {}
