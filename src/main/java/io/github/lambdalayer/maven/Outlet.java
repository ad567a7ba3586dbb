package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.ResultFiles;
import io.github.lambdalayer.explain.LayerAnswers;
import io.github.lambdalayer.problem.Printable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;

/** Where answers go: into the log, or into {@code outputFile}; as {@code text}, or as {@code json}. */
final class Outlet {

    enum Format {
        TEXT,
        JSON
    }

    private final Format format;
    private final Path basedir;
    private final Optional<Path> file;
    private final Log log;

    private Outlet(Format format, Path basedir, Optional<Path> file, Log log) {
        this.format = format;
        this.basedir = basedir;
        this.file = file;
        this.log = log;
    }

    static Outlet of(Parameters parameters, Path basedir, Log log) {
        return of(parameters.word("output", Format.values(), Format.TEXT), parameters, basedir, log);
    }

    /** For answers that are never anything but JSON. */
    static Outlet ofJson(Parameters parameters, Path basedir, Log log) {
        return of(Format.JSON, parameters, basedir, log);
    }

    private static Outlet of(Format format, Parameters parameters, Path basedir, Log log) {
        return new Outlet(
                format, basedir, parameters.nonEmpty("outputFile").map(given -> given.under(Path.of(""))), log);
    }

    /** Tells answers about layers; where there are several, each below the layer's name. */
    void tell(List<LayerAnswers> layers) {
        List<String> lines = layers.stream()
                .flatMap(layer -> layer.lines().isEmpty()
                        ? Stream.of("Layer " + layer.layer() + " has no packages of Python.")
                        : Stream.concat(
                                Stream.of("Layer " + layer.layer()).filter(name -> layers.size() > 1),
                                layer.lines().stream()))
                .toList();
        tell(lines, () -> LayerAnswers.json(layers));
    }

    /** Tells the lines, or the JSON; that goes to standard output alone where there is no file, so that {@code mvn -q} can be piped. */
    void tell(List<String> told, Supplier<String> json) {
        // What packages require is their own words, and these are no orders for a terminal.
        List<String> lines = told.stream().map(Printable::text).toList();
        if (file.isPresent()) {
            String text = format == Format.JSON ? json.get() : String.join("\n", lines) + "\n";
            ResultFiles.write(basedir.resolve(file.get()), text);
            log.info("Wrote " + file.get());
        } else if (format == Format.JSON) {
            print(json.get());
        } else {
            lines.forEach(log::info);
        }
    }

    /** JSON is UTF-8 (RFC 8259), whatever the console's letters are. */
    private static void print(String json) {
        System.out.writeBytes(json.getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
