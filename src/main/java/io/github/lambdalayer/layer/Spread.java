package io.github.lambdalayer.layer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.python.wheel.DataPath;
import io.github.lambdalayer.python.wheel.RecordRow;
import io.github.lambdalayer.python.wheel.WheelFile;
import io.github.lambdalayer.zip.RawEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an installer makes of one wheel: its files at their places, INSTALLER, and a RECORD that is true for what is there.
 * No caches, no signature of a RECORD that is no longer the same.
 */
final class Spread {

    private static final Set<String> INSTALLERS_FILES =
            Set.of("RECORD", "RECORD.jws", "RECORD.p7s", "INSTALLER", "REQUESTED", "direct_url.json");
    private static final byte[] INSTALLER = "lambda-layer-maven-plugin\n".getBytes(UTF_8);

    private final WheelFile wheel;
    private final SitePackages site;
    private final Exclusions exclusions;
    private final Stripping stripping;
    private final CompiledModules compiled;
    private final Savings savings;
    private final Map<String, String> digests = new HashMap<>();

    Spread(
            WheelFile wheel,
            SitePackages site,
            Exclusions exclusions,
            Stripping stripping,
            CompiledModules compiled,
            Savings savings) {
        this.stripping = stripping;
        this.compiled = compiled;
        this.savings = savings;
        this.wheel = wheel;
        this.site = site;
        this.exclusions = exclusions;
    }

    /** The wheel's files in the layer; RECORD is the last. */
    List<LayerEntry> entries() {
        for (RecordRow row : wheel.record()) {
            digests.put(row.path(), row.digest());
        }
        List<LayerEntry> entries =
                new ArrayList<>(files().filter(entry -> !entry.isDirectory() && !isInstallersFile(entry.name()))
                        .flatMap(entry -> place(entry).stream())
                        .flatMap(entry -> compiled.of(entry).stream())
                        .toList());
        entries.add(made("INSTALLER", INSTALLER));
        entries.add(made("RECORD", RecordText.of(entries, site, site.resolve(wheel.distInfo() + "/RECORD"))));
        return entries;
    }

    /** Making libraries smaller is worth several processors. */
    private Stream<RawEntry> files() {
        return exclusions.debugSymbols() ? wheel.zip().entries().parallelStream() : wheel.zip().entries().stream();
    }

    private boolean isInstallersFile(String path) {
        return path.startsWith(wheel.distInfo() + "/")
                && INSTALLERS_FILES.contains(path.substring(wheel.distInfo().length() + 1));
    }

    private LayerEntry made(String name, byte[] bytes) {
        String path = site.resolve(wheel.distInfo() + "/" + name);
        return new LayerEntry(
                path, LayerEntry.FILE, new Content.Made(wheel.filename().text(), bytes));
    }

    private Optional<LayerEntry> place(RawEntry entry) {
        DataPath data = wheel.inData(entry).orElse(new DataPath("purelib", entry.name()));
        if (isCache(data.path())) {
            return Optional.empty();
        }
        Optional<String> excludedBy = exclusions.by(data.path());
        if (excludedBy.isPresent()) {
            savings.add(excludedBy.get(), entry.unzippedBytes());
            return Optional.empty();
        }
        String path = path(data);
        if (data.kind().equals("scripts")) {
            return Optional.of(new LayerEntry(path, LayerEntry.EXECUTABLE, script(entry)));
        }
        return Optional.of(
                new LayerEntry(path, entry.isExecutable() ? LayerEntry.EXECUTABLE : LayerEntry.FILE, copied(entry)));
    }

    /** As {@code pip install --target} and uv place the kinds of the {@code .data} folder. */
    private String path(DataPath data) {
        return switch (data.kind()) {
            case "data" -> "python/" + data.path();
            case "scripts" -> "python/bin/" + data.path();
            case "headers" -> "python/include/" + data.path();
            default -> site.resolve(data.path());
        };
    }

    private static boolean isCache(String path) {
        return path.startsWith("__pycache__/") || path.contains("/__pycache__/");
    }

    private Content copied(RawEntry entry) {
        if (exclusions.debugSymbols()) {
            Optional<Content> stripped = stripping.strip(wheel, entry);
            if (stripped.isPresent()) {
                savings.add(
                        SlimPreset.DEBUG_SYMBOLS.toString(),
                        entry.unzippedBytes() - stripped.get().unzippedBytes());
                return stripped.get();
            }
        }
        return new Content.Copied(wheel, entry, digests.getOrDefault(entry.name(), ""));
    }

    private Content script(RawEntry entry) {
        return Shebang.needsChange(wheel, entry)
                ? new Content.Made(wheel.filename().text(), Shebang.change(wheel.content(entry)))
                : copied(entry);
    }
}
