package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.ResultFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Where the answer of a goal that asks AWS goes: the log, a file, or standard output for JSON that is piped on. */
final class AwsOutlet {

    enum Format {
        TEXT,
        JSON
    }

    private final Format format;
    private final Optional<Path> file;
    private final Log log;

    private AwsOutlet(Format format, Optional<Path> file, Log log) {
        this.format = format;
        this.file = file;
        this.log = log;
    }

    static AwsOutlet of(Parameters parameters, Path basedir, Log log) {
        return new AwsOutlet(
                parameters.word("output", Format.values(), Format.TEXT),
                parameters.nonEmpty("outputFile").map(given -> basedir.resolve(given.text())),
                log);
    }

    boolean isJson() {
        return format == Format.JSON;
    }

    /** Tells the lines, or the JSON. */
    void tell(List<String> lines, String json) {
        if (file.isPresent()) {
            ResultFiles.write(file.get(), isJson() ? json : String.join("\n", lines) + "\n");
            log.info("Wrote " + file.get());
        } else if (isJson()) {
            System.out.print(json);
        } else {
            lines.forEach(log::info);
        }
    }
}
