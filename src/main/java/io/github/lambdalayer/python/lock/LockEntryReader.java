package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Marker;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.version.Version;
import io.github.lambdalayer.toml.TomlEntries;
import io.github.lambdalayer.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the {@code [[packages]]} of a lock. */
final class LockEntryReader {

    /** What a package may be made from instead of wheels, and how sentences call it. */
    private static final Map<String, String> TO_BE_BUILT = toBeBuilt();

    private final WheelReader wheels;
    private final List<PackageName> attested = new ArrayList<>();

    LockEntryReader(AddressReader addresses) {
        this.wheels = new WheelReader(addresses);
    }

    private static Map<String, String> toBeBuilt() {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("vcs", "a repository");
        forms.put("directory", "a folder");
        forms.put("archive", "an archive that is no wheel");
        forms.put("sdist", "a source distribution");
        return forms;
    }

    List<LockEntry> readAll(List<TomlEntries> packages) {
        return packages.stream().map(this::read).toList();
    }

    /** The packages read so far of which the lock says who attested them. */
    List<PackageName> attested() {
        return List.copyOf(attested);
    }

    private LockEntry read(TomlEntries entry) {
        PackageName name = TomlValue.required(entry, "name", PackageName::of);
        readAttestations(entry, name);
        requireOneSource(entry, name);
        List<LockedWheel> found = wheels.readAll(entry);
        return found.isEmpty() ? unbuilt(entry, name) : locked(entry, name, found);
    }

    // PEP 751: each of the identities has a kind; the rest of it is its publisher's business.
    private void readAttestations(TomlEntries entry, PackageName name) {
        List<TomlEntries> identities = entry.tables("attestation-identities");
        identities.forEach(identity -> identity.requiredText("kind"));
        if (!identities.isEmpty()) {
            attested.add(name);
        }
    }

    // PEP 751: vcs, directory and archive exclude each other and everything else; sdist and wheels go together.
    private static void requireOneSource(TomlEntries entry, PackageName name) {
        List<String> direct =
                Stream.of("vcs", "directory", "archive").filter(entry::has).toList();
        List<String> sources = Stream.concat(
                        direct.stream(), Stream.of("sdist", "wheels").filter(entry::has))
                .toList();
        if (sources.isEmpty()) {
            throw entry.fault(
                    LockProblem.LOCK_SOURCE,
                    "",
                    entry.path("") + ": " + name + " has no source: one of vcs, directory, archive, sdist and wheels"
                            + " is needed.");
        }
        if (!direct.isEmpty() && sources.size() > 1) {
            throw entry.fault(
                    LockProblem.LOCK_SOURCE,
                    sources.get(1),
                    entry.path("") + ": " + name + " has both " + sources.get(0) + " and " + sources.get(1)
                            + ", which exclude each other.");
        }
    }

    private static UnbuiltPackage unbuilt(TomlEntries entry, PackageName name) {
        String form = TO_BE_BUILT.entrySet().stream()
                .filter(source -> entry.has(source.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("an empty list of wheels");
        return new UnbuiltPackage(
                name,
                TomlValue.optional(entry, "version", Version::parse),
                marker(entry),
                requiresPython(entry),
                dependencies(entry),
                source(entry, form));
    }

    private static BuildSource source(TomlEntries entry, String form) {
        return Stream.of("directory", "archive")
                .flatMap(key -> entry.table(key).stream())
                .findFirst()
                .map(table -> BuildSource.at(
                        form, table.text("path").or(() -> table.text("url")).orElse("")))
                .or(() -> entry.table("vcs").map(LockEntryReader::repository))
                .orElseGet(() -> BuildSource.ofIndex(form, entry.text("index").orElse("")));
    }

    private static BuildSource repository(TomlEntries vcs) {
        return BuildSource.repository(
                vcs.text("type").orElse("git"),
                vcs.text("url").or(() -> vcs.text("path")).orElse(""),
                vcs.text("commit-id").orElse(""));
    }

    private static LockedPackage locked(TomlEntries entry, PackageName name, List<LockedWheel> found) {
        Optional<Version> version = TomlValue.optional(entry, "version", Version::parse);
        LockedPackage locked = new LockedPackage(
                name,
                version.orElseGet(() -> found.get(0).filename().version()),
                marker(entry),
                requiresPython(entry),
                dependencies(entry),
                entry.text("index").orElse(""),
                found);
        found.forEach(wheel -> requireSame(locked, wheel, entry));
        return locked;
    }

    private static void requireSame(LockedPackage locked, LockedWheel wheel, TomlEntries entry) {
        if (!wheel.filename().name().equals(locked.name())
                || !wheel.filename().version().equals(locked.version())) {
            throw entry.fault(
                    LockProblem.LOCK_VALUE,
                    "wheels",
                    entry.path("wheels") + ": " + wheel + " is not a wheel of " + locked + ".");
        }
    }

    private static Marker marker(TomlEntries entry) {
        return TomlValue.optional(entry, "marker", Marker::parse).orElse(Marker.ALWAYS);
    }

    private static Specifiers requiresPython(TomlEntries entry) {
        return TomlValue.optional(entry, "requires-python", Specifiers::parse).orElse(Specifiers.ANY);
    }

    private static List<PackageName> dependencies(TomlEntries entry) {
        return entry.tables("dependencies").stream()
                .map(dependency -> TomlValue.required(dependency, "name", PackageName::of))
                .distinct()
                .sorted()
                .toList();
    }
}
