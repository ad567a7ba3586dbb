package io.github.lambdalayer.elf;

import io.github.lambdalayer.problem.ProblemCode;

/** What can be wrong with an ELF file. */
public enum ElfProblem implements ProblemCode {
    /** It begins like one, and its tables lead nowhere. */
    BAD_ELF
}
