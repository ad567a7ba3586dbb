package io.github.lambdalayer.python.lock;

import static io.github.lambdalayer.python.lock.Locks.DATEUTIL;
import static io.github.lambdalayer.python.lock.Locks.PYPI;
import static io.github.lambdalayer.python.lock.Locks.PYTHON_312_X86;
import static io.github.lambdalayer.python.lock.Locks.SIX;
import static io.github.lambdalayer.python.lock.Locks.small;
import static io.github.lambdalayer.python.lock.Locks.smallText;
import static io.github.lambdalayer.python.lock.Locks.spec;
import static io.github.lambdalayer.python.lock.Locks.wheel;
import static io.github.lambdalayer.python.lock.Locks.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.wheel.WheelFilename;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PylockWriterTest {

    private static final Path HERE = Path.of("pylock.toml");

    @TempDir
    private Path folder;

    @Test
    void oneTargetNeedsNoMarkersOnPackages() {
        assertThat(smallText()).isEqualTo("""
                        # Written by lambda-layer-maven-plugin; mvn lambda-layer:lock updates the lock of the project.
                        lock-version = "1.0"
                        environments = [
                            'python_version == "3.12" and platform_machine == "x86_64" and sys_platform == "linux" and implementation_name == "cpython"',
                        ]
                        requires-python = ">=3.12,<3.13"
                        created-by = "lambda-layer-maven-plugin"

                        [[packages]]
                        name = "python-dateutil"
                        version = "2.9.0"
                        requires-python = ">=3.9"
                        dependencies = [
                            { name = "six" },
                        ]
                        index = "https://pypi.org/simple/"
                        wheels = [
                            { upload-time = 2024-12-04T17:35:26Z, url = "https://files.example/python_dateutil-2.9.0-py2.py3-none-any.whl", size = 1000, hashes = { sha256 = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" } },
                        ]

                        [[packages]]
                        name = "six"
                        version = "1.17.0"
                        requires-python = ">=3.9"
                        index = "https://pypi.org/simple/"
                        wheels = [
                            { upload-time = 2024-12-04T17:35:26Z, url = "https://files.example/six-1.17.0-py2.py3-none-any.whl", size = 1000, hashes = { sha256 = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb" } },
                        ]

                        [tool.lambda-layer]
                        requirements = [
                            "python-dateutil",
                        ]
                        runtimes = [
                            "python3.12",
                        ]
                        architectures = [
                            "x86_64",
                        ]
                        indexes = [
                            "pypi https://pypi.org/simple/",
                        ]
                        """);
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        PylockWriter.write(small(), folder.resolve("pylock.toml"), List.of());
        assertThat(PylockReader.read(folder.resolve("pylock.toml"))).isEqualTo(small());
    }

    @Test
    void orderOfTheInputDoesNotMatter() {
        LockInput input = new LockInput(PYTHON_312_X86, List.of(wheel(SIX, "b"), wheel(DATEUTIL, "a", "six")));
        assertThat(PylockWriter.text(Pylock.of(List.of(input), spec(), PYPI), HERE, List.of()))
                .isEqualTo(smallText());
    }

    @Test
    void emptyLockSaysSo() {
        Pylock lock = Pylock.of(List.of(new LockInput(PYTHON_312_X86, List.of())), LockedSpec.NONE, PYPI);
        assertThat(PylockWriter.text(lock, HERE, List.of()))
                .endsWith("created-by = \"lambda-layer-maven-plugin\"\npackages = []\n");
        PylockWriter.write(lock, folder.resolve("pylock.toml"), List.of());
        assertThat(PylockReader.read(folder.resolve("pylock.toml")).entries()).isEmpty();
    }

    @Test
    void fileThatHoldsTheTextAlreadyIsLeftAlone() {
        Path file = folder.resolve("pylock.data.toml");
        assertThat(PylockWriter.write(small(), file, List.of())).isTrue();
        assertThat(PylockWriter.write(small(), file, List.of())).isFalse();
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void badNameIsRefused() {
        assertThatThrownBy(() -> PylockWriter.write(small(), folder.resolve("my.lock"), List.of()))
                .hasMessage("\"my.lock\" is no name for a lock file: it must be pylock.toml or pylock.<name>.toml,"
                        + " and <name> holds no full stop.");
    }

    @Test
    void wheelBesideTheLockIsNamedByItsPath() {
        Path wheel = folder.resolve("wheels").resolve(SIX);
        Pylock lock = lockOf(wheel.toUri());
        assertThat(PylockWriter.text(lock, folder.resolve("pylock.toml"), List.of()))
                .contains("{ path = \"wheels/" + SIX + "\", hashes = ")
                .doesNotContain("index = ");
    }

    @Test
    void wheelElsewhereIsRefusedUnlessItsFolderIsNamed() {
        Path lock = folder.resolve("module/pylock.toml");
        Path wheel = folder.resolve("wheels").resolve(SIX);
        assertThatThrownBy(() -> PylockWriter.text(lockOf(wheel.toUri()), lock, List.of()))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo("\"" + wheel + "\" leaves the folder of the lock.\n"
                        + "hint: keep the wheels beside the lock, or name their folder in <findLinks>\n"
                        + "see problems.html#lock-path");
        assertThat(PylockWriter.text(lockOf(wheel.toUri()), lock, List.of(folder.resolve("wheels"))))
                .contains("path = \"../wheels/" + SIX + "\"");
    }

    @Test
    void wheelThatNoPathLeadsToIsNamedByItsAddress() throws IOException {
        Path wheel = folder.resolve(SIX);
        try (FileSystem drive = FileSystems.newFileSystem(folder.resolve("drive.zip"), Map.of("create", "true"))) {
            Path lock = drive.getPath("/project");
            assertThat(new PylockText(lockOf(wheel.toUri()), new LockFolder(lock, List.of(folder))).text())
                    .contains("{ url = \"" + wheel.toUri() + "\", hashes = ");
            PylockText elsewhere = new PylockText(lockOf(wheel.toUri()), new LockFolder(lock, List.of()));
            assertThatThrownBy(elsewhere::text).hasMessage("\"" + wheel + "\" leaves the folder of the lock.");
        }
        Path file = write(
                folder.resolve("pylock.toml"),
                smallText()
                        .replace("https://files.example/" + SIX, wheel.toUri().toString()));
        assertThat(PylockReader.read(file, List.of(folder)).select(LockChoice.of(PYTHON_312_X86)))
                .extracting(IndexFile::url)
                .contains(wheel.toUri());
    }

    @Test
    void wheelWithoutADigestCannotBeLocked() {
        IndexFile file =
                IndexFile.of(WheelFilename.parse(SIX), URI.create("https://files.example/" + SIX), "", -1, "corp");
        List<LockInput> inputs = List.of(input(file));
        assertThatThrownBy(() -> Pylock.of(inputs, LockedSpec.NONE, PYPI))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo("Index corp gives no sha256 for " + SIX + ", so it cannot be locked.\n"
                        + "hint: put the wheel into a folder of <findLinks>, whose files are digested here\n"
                        + "see problems.html#lock-hash");
    }

    @Test
    void credentialsInAnAddressAreRefused() {
        Pylock lock = lockOf(URI.create("https://user:canary@files.example/" + SIX));
        assertThatThrownBy(() -> PylockWriter.text(lock, folder.resolve("pylock.toml"), List.of()))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo("The address of " + SIX + " holds credentials, and a lock is for all to read.\n"
                        + "hint: put them into settings.xml as a <server> with the id of the index\n"
                        + "see problems.html#lock-credentials");
    }

    @Test
    void credentialsInTheSpecificationAreRefused() {
        LockedSpec spec =
                LockedSpec.NONE.with(SpecTopic.REQUIREMENTS, List.of("six @ https://user:canary@files.example/" + SIX));
        Pylock lock = Pylock.of(List.of(new LockInput(PYTHON_312_X86, List.of())), spec, PYPI);
        assertThatThrownBy(() -> PylockWriter.text(lock, folder.resolve("pylock.toml"), List.of()))
                .hasMessage("The requirement holds credentials, and a lock is for all to read.");
    }

    @Test
    void folderThatCannotBeMadeIsNamed() {
        Path file = write(folder.resolve("file"), "");
        assertThatThrownBy(() -> PylockWriter.write(small(), file.resolve("pylock.toml"), List.of()))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo(file.resolve("pylock.toml")
                        + " cannot be written: " + file + " is in the way; what was there before is untouched.\n"
                        + "hint: see that its folder can be written to and that the disk has room, or set <lockFile>\n"
                        + "see problems.html#lock-not-written");
    }

    @Test
    void linkToALockStaysALink() throws IOException {
        Path real = write(folder.resolve("pylock.real.toml"), "");
        Path link = Files.createSymbolicLink(folder.resolve("pylock.toml"), real);
        PylockWriter.write(small(), link, List.of());
        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent(smallText());
    }

    private static Pylock lockOf(URI url) {
        IndexFile file = IndexFile.of(WheelFilename.parse(SIX), url, "b".repeat(64), -1, "findLinks");
        return Pylock.of(List.of(input(file)), LockedSpec.NONE, PYPI);
    }

    private static LockInput input(IndexFile file) {
        return new LockInput(PYTHON_312_X86, List.of(new LockInput.Wheel(file, file.requiresPython(), List.of())));
    }
}
