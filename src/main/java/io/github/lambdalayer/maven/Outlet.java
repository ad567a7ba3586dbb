package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.BuildProblem;
import io.github.lambdalayer.explain.LayerAnswers;
import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Where answers go: into the log, or into {@code outputFile}; as {@code text}, or as {@code json}. */
final class Outlet {

    enum Format {
        TEXT,
        JSON
    }

    private final Format format;
    private final Path basedir;
    private final Optional<String> file;
    private final Log log;

    private Outlet(Format format, Path basedir, Optional<String> file, Log log) {
        this.format = format;
        this.basedir = basedir;
        this.file = file;
        this.log = log;
    }

    static Outlet of(Parameters parameters, Path basedir, Log log) {
        return new Outlet(
                parameters.word("output", Format.values(), Format.TEXT),
                basedir,
                parameters.nonEmpty("outputFile").map(Given::text),
                log);
    }

    /** Tells the answers; JSON without a file goes to standard output alone, so that {@code mvn -q} can be piped. */
    void tell(List<LayerAnswers> layers) {
        List<String> lines =
                layers.stream().flatMap(layer -> layer.lines().stream()).toList();
        if (file.isPresent()) {
            write(
                    file.get(),
                    format == Format.JSON
                            ? LayerAnswers.json(layers)
                            : lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
        } else if (format == Format.JSON) {
            System.out.print(LayerAnswers.json(layers));
        } else {
            lines.forEach(log::info);
        }
    }

    private void write(String name, String text) {
        Path path = basedir.resolve(name);
        try {
            Files.createDirectories(path.toAbsolutePath().resolveSibling(""));
            Files.writeString(path, text, StandardCharsets.UTF_8);
            log.info("Wrote " + name);
        } catch (IOException e) {
            throw new LayerException(
                    BuildProblem.CANNOT_WRITE,
                    name + " cannot be written (" + e.getClass().getSimpleName() + ").",
                    List.of(),
                    e);
        }
    }
}
