package io.github.lambdalayer.interpreter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A layer that is unpacked in a folder, as AWS Lambda does it in {@code /opt}.
 *
 * @param folder for example {@code /tmp/lambda-layer-check4711/opt}
 * @param version of the Python that it is tried with, for example {@code 3.13}
 */
public record UnpackedLayer(Path folder, String version) {

    /** The folders that Python finds its modules in, in the order that Lambda has them. */
    public List<Path> path() {
        return Stream.of("python/lib/python" + version + "/site-packages", "python")
                .map(folder::resolve)
                .filter(Files::isDirectory)
                .toList();
    }

    /** What a process is to know of the layer. */
    PythonProcess on(PythonProcess process) {
        return process.with("LD_LIBRARY_PATH", folder.resolve("lib").toString());
    }
}
