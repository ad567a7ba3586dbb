package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.DeclaredRequirement;
import io.github.lambdalayer.python.requirement.Marker;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.requirement.SettledExtras;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.version.Version;
import io.github.lambdalayer.toml.TomlEntries;
import io.github.lambdalayer.toml.TomlValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the {@code [[package]]} of a poetry.lock. */
final class PoetryPackageReader {

    private static final String FROM_INDEX = "legacy";

    private static final Set<String> DIRECT = Set.of("file", "url");

    private static final String SHA256 = "sha256:";

    private final LockFolder folder;
    private final Set<ExtraName> extras;
    private final Set<ExtraName> groups;
    private final BuiltWheels built;

    /** @param groups those that count, {@code main} among them */
    PoetryPackageReader(LockFolder folder, Set<ExtraName> extras, Set<ExtraName> groups, BuiltWheels built) {
        this.folder = folder;
        this.extras = extras;
        this.groups = groups;
        this.built = built;
    }

    /** The pin of a package with its digests; empty when none of the groups or extras needs it. */
    Optional<DeclaredRequirement> pin(TomlEntries entry) {
        PackageName name = name(entry);
        return marker(entry).map(marker -> {
            Set<String> digests = hasWheel(entry) ? digests(entry, name) : ofBuilt(entry);
            Requirement requirement = wheel(entry)
                    .map(url -> Requirement.parse(name + " @ " + url))
                    .map(direct -> direct.withUrlSha256(digests.iterator().next()))
                    .orElseGet(() -> Requirement.of(name, version(entry)));
            String origin = entry.place().origin() + ", line " + entry.place().line();
            return new DeclaredRequirement(requirement, origin, digests).where(marker);
        });
    }

    /** A package that is needed and has no wheel, neither in the lock nor among those that were built. */
    Optional<UnbuiltPackage> unbuilt(TomlEntries entry) {
        return marker(entry)
                .filter(marker -> !hasWheel(entry) && ofBuilt(entry).isEmpty())
                .map(marker -> new UnbuiltPackage(
                        name(entry),
                        TomlValue.optional(entry, "version", Version::parse),
                        marker,
                        Specifiers.ANY,
                        List.of(),
                        source(entry)));
    }

    private static PackageName name(TomlEntries entry) {
        return TomlValue.required(entry, "name", PackageName::of);
    }

    private static Specifiers version(TomlEntries entry) {
        return TomlValue.required(entry, "version", version -> Specifiers.parse("==" + version));
    }

    private boolean hasWheel(TomlEntries entry) {
        return type(entry).equals(FROM_INDEX)
                ? entry.tables("files").stream()
                        .anyMatch(file -> file.text("file").orElse("").endsWith(".whl"))
                : wheel(entry).isPresent();
    }

    private static String type(TomlEntries entry) {
        return entry.table("source").flatMap(source -> source.text("type")).orElse(FROM_INDEX);
    }

    /** The digests of wheels that somebody has built of a package that the lock has only as sources. */
    private Set<String> ofBuilt(TomlEntries entry) {
        Specifiers pin = version(entry);
        return built.of(name(entry)).stream()
                .filter(file -> pin.accepts(file.filename().version()))
                .map(IndexFile::sha256)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Where the package is needed, for any of the groups that count. */
    private Optional<Marker> marker(TomlEntries entry) {
        List<Marker> markers = TomlValue.each(entry, "groups", ExtraName::of).stream()
                .filter(groups::contains)
                .flatMap(group -> SettledExtras.in(marker(entry, group), extras).stream())
                .toList();
        return markers.isEmpty() ? Optional.empty() : Optional.of(Marker.anyOf(markers));
    }

    /** One marker for all groups, or a table of them by group. */
    private static Marker marker(TomlEntries entry, ExtraName group) {
        if (!entry.isTable("markers")) {
            return TomlValue.optional(entry, "markers", Marker::parse).orElse(Marker.ALWAYS);
        }
        return entry.table("markers").stream()
                .flatMap(byGroup -> byGroup.keys().stream()
                        .filter(key -> ExtraName.normalForm(key).equals(group.value()))
                        .flatMap(key -> TomlValue.optional(byGroup, key, Marker::parse).stream()))
                .findFirst()
                .orElse(Marker.ALWAYS);
    }

    /** Where the wheel is, of a package that is not from an index. */
    private Optional<String> wheel(TomlEntries entry) {
        return entry.table("source")
                .filter(source -> source.text("type").filter(DIRECT::contains).isPresent())
                .filter(source ->
                        Requirement.bare(source.text("url").orElse("")).endsWith(".whl"))
                .map(source -> source.text("type").equals(Optional.of("url"))
                        ? source.requiredText("url")
                        : TomlValue.required(
                                source,
                                "url",
                                path -> folder.resolve(path).toUri().toString()));
    }

    private static BuildSource source(TomlEntries entry) {
        Optional<TomlEntries> source = entry.table("source");
        String url = source.flatMap(s -> s.text("url")).orElse("");
        return switch (type(entry)) {
            case FROM_INDEX ->
                BuildSource.ofIndex(
                        entry.tables("files").isEmpty() ? "an entry without files" : "a source distribution", url);
            case "git" ->
                BuildSource.repository(
                        "git",
                        url,
                        source.flatMap(s -> s.text("resolved_reference")).orElse(""));
            case "directory" -> BuildSource.at("a folder", url);
            default -> BuildSource.at("an archive that is no wheel", url);
        };
    }

    private static Set<String> digests(TomlEntries entry, PackageName name) {
        Set<String> digests = new LinkedHashSet<>();
        for (TomlEntries file : entry.tables("files")) {
            String hash = file.requiredText("hash").toLowerCase(Locale.ROOT);
            if (hash.startsWith(SHA256) && WheelDigest.isSha256(hash.substring(SHA256.length()))) {
                digests.add(hash.substring(SHA256.length()));
            }
        }
        if (digests.isEmpty()) {
            throw entry.fault(LockProblem.LOCK_HASH, "files", name + " has no file with a sha256.", "poetry lock");
        }
        return digests;
    }
}
