package io.github.lambdalayer.interpreter;

import java.nio.file.Path;

/**
 * A CPython of this machine.
 *
 * @param program for example {@code /usr/bin/python3.13}
 * @param fullVersion for example {@code 3.13.0}
 * @param system {@code linux}, {@code darwin} or {@code win32}, as {@code sys.platform} has it
 * @param machine for example {@code x86_64}
 */
public record LocalPython(Path program, String fullVersion, String system, String machine) {

    /** Whether it loads libraries that are for Linux on this machine, for example {@code aarch64}. */
    public boolean loads(String otherMachine) {
        return system.equals("linux") && machine.equals(otherMachine);
    }

    /** For example {@code Python 3.13.0 (/usr/bin/python3.13)}. */
    @Override
    public String toString() {
        return "Python " + fullVersion + " (" + program + ")";
    }
}
