package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.python.requirement.Marker;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.toml.TomlEntries;
import io.github.lambdalayer.toml.TomlFile;
import io.github.lambdalayer.toml.TomlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads uv.lock files. They hold a graph for all platforms; what is given here is the part of it that counts for one
 * choice, in the form of a pylock.toml.
 *
 * @see <a href="https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile">the lockfile</a>
 */
public final class UvLockReader {

    private static final String EXPORT = "uv export --format pylock.toml --no-emit-project -o pylock.toml";

    private UvLockReader() {}

    /**
     * What a file such as {@code uv.lock} locks for a choice: the project's dependencies, and those of its extras and
     * groups that are asked for; the project itself is not among them.
     *
     * @throws io.github.lambdalayer.problem.LayerException with the line and the column of the fault
     */
    public static Pylock read(Path file, LockChoice choice, List<Path> findLinks) {
        TomlEntries lock = TomlFile.read(file);
        checkVersion(lock);
        List<String> warnings = new ArrayList<>();
        UvPackages packages = new UvPackages(lock, choice.target());
        UvWheelReader wheels = new UvWheelReader(new AddressReader(LockFolder.of(file, findLinks), warnings));
        UvWalk walk = new UvWalk(packages, new UvConflicts(lock), choice);
        List<LockEntry> entries = walk.entries(wheels);
        walk.members().forEach(member -> warnings.add(withoutModules(member)));
        return new Pylock(
                Printable.name(String.valueOf(file.getFileName())),
                "uv",
                TomlValue.optional(lock, "requires-python", Specifiers::parse).orElse(Specifiers.ANY),
                TomlValue.each(lock, "supported-markers", Marker::parse),
                List.copyOf(choice.extras()),
                List.copyOf(choice.groups()),
                List.of(),
                entries,
                List.of(),
                LockedSpec.NONE,
                warnings);
    }

    private static String withoutModules(UvPackage member) {
        return member.name() + " is a folder of the workspace: what it needs is in the layer, its own modules are not;"
                + " <resources> can add them.";
    }

    // uv: a greater version must be rejected; a greater revision is readable by all that know the version
    private static void checkVersion(TomlEntries lock) {
        OptionalLong version = lock.integer("version");
        if (version.isEmpty()) {
            throw lock.missing("version");
        }
        if (version.getAsLong() != 1) {
            throw lock.fault(
                    LockProblem.LOCK_VERSION,
                    "version",
                    "version is " + version.getAsLong() + ", and only 1 is understood.",
                    EXPORT);
        }
    }
}
