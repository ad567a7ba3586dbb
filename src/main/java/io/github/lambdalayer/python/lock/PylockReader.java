package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Marker;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.version.Version;
import io.github.lambdalayer.toml.TomlEntries;
import io.github.lambdalayer.toml.TomlFile;
import io.github.lambdalayer.toml.TomlValue;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads pylock.toml files, whichever tool wrote them: pip, uv, pdm or this plugin (PEP 751). */
public final class PylockReader {

    private PylockReader() {}

    /**
     * The lock in a file such as {@code pylock.toml}; paths in it may not leave its folder.
     *
     * @throws LayerException with the line and the column of the fault
     */
    public static Pylock read(Path file) {
        return read(file, List.of());
    }

    /** As {@link #read(Path)}; paths in it may also lead into these folders of wheels. */
    public static Pylock read(Path file, List<Path> findLinks) {
        LockFileName.require(file);
        return read(
                TomlFile.read(file),
                Printable.name(String.valueOf(file.getFileName())),
                LockFolder.of(file, findLinks));
    }

    private static Pylock read(TomlEntries lock, String name, LockFolder folder) {
        List<String> warnings = new ArrayList<>();
        checkVersion(lock, name, warnings);
        String createdBy = lock.requiredText("created-by");
        // An empty list is a lock of nothing; without the key the file is no lock, and everything would be removed.
        if (!lock.has("packages")) {
            throw lock.missing("packages");
        }
        LockEntryReader entries = new LockEntryReader(new AddressReader(folder, warnings));
        List<LockEntry> read = entries.readAll(lock.tables("packages"));
        List<PackageName> attested = entries.attested();
        if (!attested.isEmpty()) {
            requireOtherAuthor(lock, createdBy, attested);
            warnings.add(name + " says who attested " + Pylock.listed(attested)
                    + "; attestations are not looked at here, digests are.");
        }
        return new Pylock(
                name,
                createdBy,
                TomlValue.optional(lock, "requires-python", Specifiers::parse).orElse(Specifiers.ANY),
                TomlValue.each(lock, "environments", Marker::parse),
                TomlValue.each(lock, "extras", ExtraName::of),
                TomlValue.each(lock, "dependency-groups", ExtraName::of),
                TomlValue.each(lock, "default-groups", ExtraName::of),
                read,
                attested,
                LockedSpecReader.read(lock),
                warnings);
    }

    // PEP 751 keeps them to be compared when the lock is written anew. Ours says nothing of them, so somebody else
    // added it.
    private static void requireOtherAuthor(TomlEntries lock, String createdBy, List<PackageName> attested) {
        if (createdBy.equals(Pylock.OURS)) {
            throw lock.fault(
                    LockProblem.LOCK_ATTESTED,
                    "created-by",
                    "the lock says who attested " + Pylock.listed(attested) + ", which " + createdBy
                            + " never writes: somebody edited it.",
                    "take attestation-identities out, then mvn lambda-layer:lock");
        }
    }

    private static void checkVersion(TomlEntries lock, String name, List<String> warnings) {
        Version version = TomlValue.required(lock, "lock-version", Version::parse);
        if (!version.release().get(0).equals(BigInteger.ONE)) {
            throw lock.fault(
                    LockProblem.LOCK_VERSION,
                    "lock-version",
                    "lock-version is " + version + ", and only 1.0 is understood.",
                    "mvn lambda-layer:lock",
                    "or use a newer release of this plugin");
        }
        if (version.compareTo(Version.parse("1.0")) > 0) {
            warnings.add(name + " has lock-version " + version + "; what is newer than 1.0 in it is not understood.");
        }
    }
}
