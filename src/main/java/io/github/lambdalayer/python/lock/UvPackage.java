package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Marker;
import io.github.lambdalayer.python.version.Version;
import io.github.lambdalayer.toml.TomlEntries;
import io.github.lambdalayer.toml.TomlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One {@code [[package]]} of a uv.lock. */
final class UvPackage {

    private static final Set<String> FOLDERS = Set.of("virtual", "editable", "directory");

    private final TomlEntries entry;
    private final PackageName name;

    UvPackage(TomlEntries entry) {
        this.entry = entry;
        this.name = TomlValue.required(entry, "name", PackageName::of);
    }

    TomlEntries entry() {
        return entry;
    }

    PackageName name() {
        return name;
    }

    Optional<Version> version() {
        return TomlValue.optional(entry, "version", Version::parse);
    }

    /** Where it comes from, for example {@code registry} and its address. */
    Map<String, String> source() {
        return texts(entry);
    }

    /** Whether it is a folder of this machine. */
    boolean isFolder() {
        return source().keySet().stream().anyMatch(FOLDERS::contains);
    }

    /** The edges to what it always needs. */
    List<TomlEntries> dependencies() {
        return entry.tables("dependencies");
    }

    /** The edges of an extra; empty when there is no such extra. */
    Optional<List<TomlEntries>> ofExtra(ExtraName extra) {
        return named("optional-dependencies", extra)
                .or(() -> Optional.of(List.<TomlEntries>of()).filter(none -> declares("provides-extras", extra)));
    }

    /** The edges of a dependency group; empty when there is no such group. */
    Optional<List<TomlEntries>> ofGroup(ExtraName group) {
        return named("dev-dependencies", group)
                .or(() -> Optional.of(List.<TomlEntries>of()).filter(none -> declaresGroup(group)));
    }

    /** Whether an edge means this package: its version and its source are only told where the name is not enough. */
    boolean isMeantBy(TomlEntries edge) {
        Optional<Version> wanted = TomlValue.optional(edge, "version", Version::parse);
        return wanted.map(v -> version().filter(v::equals).isPresent()).orElse(true)
                && (!edge.has("source") || texts(edge).equals(source()));
    }

    /** The forks that it belongs to; empty for all. */
    List<Marker> forks() {
        return TomlValue.each(entry, "resolution-markers", Marker::parse);
    }

    /** An extra or a group that needs nothing stands in the metadata alone. */
    private boolean declares(String key, ExtraName name) {
        return entry.table("metadata").stream()
                .flatMap(metadata -> metadata.texts(key).stream())
                .anyMatch(text -> ExtraName.normalForm(text).equals(name.value()));
    }

    private boolean declaresGroup(ExtraName group) {
        return entry.table("metadata").flatMap(metadata -> metadata.table("requires-dev")).stream()
                .flatMap(groups -> groups.keys().stream())
                .anyMatch(key -> ExtraName.normalForm(key).equals(group.value()));
    }

    private Optional<List<TomlEntries>> named(String key, ExtraName wanted) {
        return entry.table(key)
                .flatMap(table -> table.keys().stream()
                        .filter(k -> ExtraName.normalForm(k).equals(wanted.value()))
                        .findFirst()
                        .map(table::tables));
    }

    private static Map<String, String> texts(TomlEntries entries) {
        Map<String, String> texts = new TreeMap<>();
        entries.table("source")
                .ifPresent(source -> source.keys().forEach(key -> texts.put(key, source.requiredText(key))));
        return texts;
    }

    @Override
    public String toString() {
        return name + version().map(v -> " " + v).orElse("");
    }
}
