package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.Shown;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Marker;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.wheel.WheelFilename;
import io.github.lambdalayer.toml.TomlEntries;
import io.github.lambdalayer.toml.TomlValue;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads what a uv.lock says of one package's files. */
final class UvWheelReader {

    private static final String SHA256 = "sha256:";

    private static final Set<String> FOLDERS = Set.of("directory", "editable", "virtual");

    private final AddressReader addresses;

    UvWheelReader(AddressReader addresses) {
        this.addresses = addresses;
    }

    LockEntry entry(UvPackage found, List<PackageName> dependencies) {
        List<TomlEntries> listed = found.entry().tables("wheels");
        if (!listed.stream().allMatch(wheel -> wheel.has("hash"))) {
            return unbuilt(found, dependencies, source(found).as("wheels whose sha256 their index does not tell"));
        }
        List<LockedWheel> wheels =
                listed.stream().map(wheel -> wheel(wheel, found)).toList();
        if (wheels.isEmpty()) {
            return unbuilt(found, dependencies, source(found));
        }
        return new LockedPackage(
                found.name(),
                found.version().orElseGet(() -> wheels.get(0).filename().version()),
                Marker.ALWAYS,
                Specifiers.ANY,
                dependencies,
                index(found),
                wheels);
    }

    private static UnbuiltPackage unbuilt(UvPackage found, List<PackageName> dependencies, BuildSource source) {
        return new UnbuiltPackage(found.name(), found.version(), Marker.ALWAYS, Specifiers.ANY, dependencies, source);
    }

    private static BuildSource source(UvPackage found) {
        Map<String, String> source = found.source();
        if (source.containsKey("git")) {
            return repository(source.getOrDefault("git", ""));
        }
        return source.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals("registry") && !entry.getKey().equals("subdirectory"))
                .findFirst()
                .map(entry -> BuildSource.at(form(entry.getKey()), entry.getValue()))
                .orElseGet(() -> BuildSource.ofIndex("a source distribution", index(found)));
    }

    private static String form(String kind) {
        return FOLDERS.contains(kind) ? "a folder" : "a source distribution";
    }

    /** {@code https://example.org/repo?rev=main#<commit>} */
    private static BuildSource repository(String git) {
        String url = git.split("[?#]", 2)[0];
        return BuildSource.repository("git", url, git.contains("#") ? git.substring(git.indexOf('#') + 1) : "");
    }

    private static String index(UvPackage found) {
        String registry = found.source().getOrDefault("registry", "");
        return registry.contains("://") ? registry : "";
    }

    private LockedWheel wheel(TomlEntries wheel, UvPackage found) {
        String key = wheel.has("url") ? "url" : wheel.has("path") ? "path" : "filename";
        String last = key.equals("url")
                ? Shown.decodedLastSegment(TomlValue.required(wheel, key, WheelAddress::parse))
                : lastSegment(wheel.requiredText(key));
        WheelFilename filename = TomlValue.parse(wheel, key, last, WheelFilename::parse);
        URI url = key.equals("url") ? addresses.ofUrl(wheel, key, filename) : local(wheel, key, found);
        return new LockedWheel(
                filename,
                url,
                WheelReader.bytes(wheel),
                sha256(wheel),
                TomlValue.optional(wheel, "upload-time", UvWheelReader::instant));
    }

    /** A file of a folder of wheels, or the very file that the source names. */
    private URI local(TomlEntries wheel, String key, UvPackage found) {
        TomlEntries source = found.entry().table("source").orElseThrow(() -> wheel.missing("url"));
        if (source.has("path")) {
            return addresses.ofPath(source, "path");
        }
        String folder = source.text("registry").orElse(".");
        return TomlValue.required(wheel, key, text -> addresses.resolve(folder + "/" + text));
    }

    private static String sha256(TomlEntries wheel) {
        String text = wheel.requiredText("hash").toLowerCase(Locale.ROOT);
        if (!text.startsWith(SHA256) || !WheelDigest.isSha256(text.substring(SHA256.length()))) {
            throw wheel.fault(
                    LockProblem.LOCK_HASH,
                    "hash",
                    wheel.path("hash") + " must be sha256: and 64 hexadecimal digits.",
                    "uv lock");
        }
        return text.substring(SHA256.length());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new LayerException(LockProblem.LOCK_VALUE, "this is no time such as 2024-12-04T17:35:26Z.");
        }
    }

    private static String lastSegment(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
