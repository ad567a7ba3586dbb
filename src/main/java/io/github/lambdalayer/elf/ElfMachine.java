package io.github.lambdalayer.elf;

/**
 * The processor that a library is for, as {@code e_machine} tells it (System V gABI, "ELF Header").
 *
 * @param code for example 62
 */
public record ElfMachine(int code) {

    /** Intel and AMD, 64 bits. */
    public static final ElfMachine X86_64 = new ElfMachine(62);

    /** ARM, 64 bits. */
    public static final ElfMachine AARCH64 = new ElfMachine(183);

    /** The name that Linux has for it: {@code x86_64}, {@code aarch64}, {@code i386}. */
    @Override
    public String toString() {
        return switch (code) {
            case 3 -> "i386";
            case 8 -> "mips";
            case 20 -> "ppc";
            case 21 -> "ppc64";
            case 22 -> "s390";
            case 40 -> "arm";
            case 62 -> "x86_64";
            case 183 -> "aarch64";
            case 243 -> "riscv";
            case 258 -> "loongarch";
            default -> "machine " + code;
        };
    }
}
