package io.github.lambdalayer.build;

import io.github.lambdalayer.build.LayerResult.ToldPackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is new in a layer since the page about it showed another one. The page's two last layers are remembered beside it, so
 * that a page that is made twice says the same.
 */
final class Differences {

    private Differences() {}

    /** In whole lines; none when the page has shown no other layer. */
    static List<String> toThePageBefore(ResultFiles files, LayerResult now) {
        Path last = files.folder().resolve("." + files.layer() + ".page.json");
        Path before = files.folder().resolve("." + files.layer() + ".page-before.json");
        Optional<LayerResult> shown = read(last);
        if (shown.isPresent() && !shown.get().sha256().equals(now.sha256())) {
            write(before, shown.get());
        }
        write(last, now);
        return read(before).map(old -> lines(old, now)).orElse(List.of());
    }

    /** {@code numpy 2.1.2 is 2.1.3 now}, {@code six 1.16.0 is new}, {@code pytz 2024.2 is gone}, and the sizes. */
    static List<String> lines(LayerResult old, LayerResult now) {
        Map<String, String> before = versions(old);
        Map<String, String> after = versions(now);
        List<String> lines = new ArrayList<>();
        after.forEach((name, version) -> {
            String other = before.get(name);
            if (other == null) {
                lines.add(name + " " + version + " is new");
            } else if (!other.equals(version)) {
                lines.add(name + " " + other + " is " + version + " now");
            }
        });
        before.forEach((name, version) -> {
            if (!after.containsKey(name)) {
                lines.add(name + " " + version + " is gone");
            }
        });
        if (old.unzippedBytes() != now.unzippedBytes()) {
            lines.add(String.format(
                    Locale.ROOT, "%,d bytes unzipped are %,d now", old.unzippedBytes(), now.unzippedBytes()));
        }
        return lines;
    }

    private static Map<String, String> versions(LayerResult result) {
        Map<String, String> versions = new TreeMap<>();
        for (ToldPackage each : result.packages()) {
            versions.put(each.name(), each.version());
        }
        return versions;
    }

    private static Optional<LayerResult> read(Path file) {
        try {
            return Files.exists(file) ? ResultReader.read(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // As if the page were the first.
        }
    }

    private static void write(Path file, LayerResult result) {
        try {
            ResultFiles.write(file, ResultWriter.write(result));
        } catch (IOException e) {
            throw new UncheckedIOException("JSON into memory", e);
        }
    }
}
