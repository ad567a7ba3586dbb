package io.github.lambdalayer.interpreter;

import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compiles modules into {@code .pyc} files of the kind that Python takes without looking at the source (PEP 552, "unchecked
 * hash-based"): the date of a file in a layer says nothing, and the folder of a layer cannot be written to. Each module is
 * compiled by a process of its own, so that its bytes depend on nothing but the module and the Python.
 */
public final class Bytecode {

    private static final Duration LIMIT = Duration.ofMinutes(20);

    private final LocalPython python;
    private final Duration limit;

    /** Compiles with this Python. */
    public Bytecode(LocalPython python) {
        this(python, LIMIT);
    }

    Bytecode(LocalPython python, Duration limit) {
        this.python = python;
        this.limit = limit;
    }

    /** How Python names its own compiled files, for example {@code cpython-313}. */
    public String tag() {
        String[] parts = python.fullVersion().split("\\.", -1);
        return "cpython-" + parts[0] + parts[1];
    }

    /**
     * Compiles all modules below a folder; what is no Python of this version is left out, such as templates.
     *
     * @param sources laid out as the layer is
     * @param out where the compiled files go, laid out likewise
     * @param only whether they are for use without their sources
     * @return how many there are
     * @throws LayerException {@link InterpreterProblem#LOCAL_PYTHON_FAILED}
     */
    public int compile(Path sources, Path out, boolean only) {
        try {
            PythonProcess.Ended ended = PythonProcess.of(python.program())
                    .limit(limit)
                    .run(List.of(
                            "-I",
                            "-S",
                            "-B",
                            "-W",
                            "ignore",
                            "-c",
                            ImportTrial.script("bytecode.py"),
                            sources.toString(),
                            out.toString(),
                            only ? "only" : "beside"));
            String output = ended.output().strip();
            String last = output.substring(output.lastIndexOf('\n') + 1);
            if (ended.status() == PythonProcess.TOO_LATE) {
                throw failed("it did not end within " + limit.toMinutes() + " minutes", null);
            }
            if (ended.status() != 0 || !last.startsWith("compiled ")) {
                throw failed(last.isEmpty() ? "it ended with status " + ended.status() : last, null);
            }
            return Integer.parseInt(last.substring("compiled ".length()));
        } catch (IOException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        }
    }

    private LayerException failed(String because, @Nullable IOException e) {
        return python.failed("cannot compile the layer's modules", because, "set <bytecode>none</bytecode>", e);
    }
}
