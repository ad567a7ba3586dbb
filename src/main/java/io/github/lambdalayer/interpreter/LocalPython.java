package io.github.lambdalayer.interpreter;

import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** The failure of this Python at a task, such as {@code cannot be run}; the hint says how to do without it. */
    LayerException failed(String cannot, String because, String hint, @Nullable IOException e) {
        return new LayerException(
                InterpreterProblem.LOCAL_PYTHON_FAILED, this + " " + cannot + ": " + because + ".", List.of(hint), e);
    }

    /** For example {@code Python 3.13.0 (/usr/bin/python3.13)}. */
    @Override
    public String toString() {
        return "Python " + fullVersion + " (" + program + ")";
    }
}
