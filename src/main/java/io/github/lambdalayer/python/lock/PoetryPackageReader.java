package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.DeclaredRequirement;
import io.github.lambdalayer.python.requirement.Marker;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.requirement.SettledExtras;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.toml.TomlEntries;
import io.github.lambdalayer.toml.TomlValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the {@code [[package]]} of a poetry.lock. */
final class PoetryPackageReader {

    private static final Map<String, String> TO_BE_BUILT =
            Map.of("git", "a repository", "directory", "a folder", "file", "a file", "url", "an address");

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
        PackageName name = TomlValue.required(entry, "name", PackageName::of);
        Specifiers pin = TomlValue.required(entry, "version", version -> Specifiers.parse("==" + version));
        return marker(entry).map(marker -> {
            String origin = entry.place().origin() + ", line " + entry.place().line();
            Set<String> ofBuilt = ofBuilt(entry, name, pin);
            Requirement requirement = wheel(entry)
                    .map(url -> Requirement.parse(name + " @ " + url))
                    .orElseGet(() -> ofBuilt.isEmpty() ? fromIndex(entry, name, pin) : Requirement.of(name, pin));
            if (!ofBuilt.isEmpty()) {
                return new DeclaredRequirement(requirement, origin, ofBuilt).where(marker);
            }
            Set<String> digests = digests(entry, name);
            Requirement verified =
                    digests.stream().findFirst().map(requirement::withUrlSha256).orElse(requirement);
            return new DeclaredRequirement(verified, origin, digests).where(marker);
        });
    }

    /** The digests of wheels that somebody has built of a package that the lock has only as sources. */
    private Set<String> ofBuilt(TomlEntries entry, PackageName name, Specifiers pin) {
        boolean hasWheel = wheel(entry).isPresent()
                || entry.tables("files").stream()
                        .anyMatch(file -> file.text("file").orElse("").endsWith(".whl"));
        return hasWheel
                ? Set.of()
                : built.of(name).stream()
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

    private static Requirement fromIndex(TomlEntries entry, PackageName name, Specifiers pin) {
        Optional<TomlEntries> source = entry.table("source");
        String type = source.flatMap(s -> s.text("type")).orElse("legacy");
        if (!type.equals("legacy")) {
            throw entry.fault(
                    LockProblem.LOCK_NOT_A_WHEEL,
                    "",
                    name + " is locked as " + TO_BE_BUILT.getOrDefault(type, Printable.name(type))
                            + ", and only wheels are taken from a poetry.lock.",
                    "build in an image of the runtime, and name the folder of the wheel in <findLinks>: pip wheel --no-deps "
                            + source(type, source).place().orElse(name.value()));
        }
        return Requirement.of(name, pin);
    }

    private static BuildSource source(String type, Optional<TomlEntries> source) {
        String url = source.flatMap(s -> s.text("url")).orElse("");
        return type.equals("git")
                ? BuildSource.repository(
                        type,
                        url,
                        source.flatMap(s -> s.text("resolved_reference")).orElse(""))
                : BuildSource.at(TO_BE_BUILT.getOrDefault(type, ""), url);
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
