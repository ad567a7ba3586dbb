package io.github.lambdalayer.live;

import io.github.lambdalayer.lambda.LambdaTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** uv's answer for the same interpreter, wheels only. */
final class Uv {

    private final String program;
    private final String python;
    private final Path work;

    /** This uv with any Python, which it is told, since it tries all that there are otherwise. */
    Uv(String program, String python, Path work) {
        this.program = program;
        this.python = python;
        this.work = work;
    }

    /**
     * Resolves a set.
     *
     * @param glibc the minor version that uv's platform names: 17, 28, 31 …
     */
    Answer resolve(RequirementSet set, LambdaTarget target, int glibc) throws IOException {
        Path file = Files.createTempFile(work, "requirements", ".in");
        Files.write(file, set.requirements());
        String machine = target.architecture().machine();
        Program.Result result = Program.run(List.of(
                program,
                "pip",
                "compile",
                "--quiet",
                "--no-config",
                "--no-header",
                "--no-annotate",
                "--only-binary",
                ":all:",
                "--cache-dir",
                work.resolve("uv").toString(),
                "--python",
                python,
                "--python-version",
                target.pythonFullVersion(),
                "--python-platform",
                machine + "-manylinux_2_" + glibc,
                file.toString()));
        Files.delete(file);
        return result.status() == 0
                ? Answer.of(result.out()
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.contains("=="))
                        .map(line -> line.replaceFirst("\\[.*?]", ""))
                        .collect(Collectors.toSet()))
                : Answer.none(result.err().strip());
    }
}
