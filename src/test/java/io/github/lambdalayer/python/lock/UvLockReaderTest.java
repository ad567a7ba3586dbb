package io.github.lambdalayer.python.lock;

import static io.github.lambdalayer.python.lock.Locks.PYPI;
import static io.github.lambdalayer.python.lock.Locks.PYTHON_312_ARM;
import static io.github.lambdalayer.python.lock.Locks.PYTHON_312_X86;
import static io.github.lambdalayer.python.lock.Locks.PYTHON_313_X86;
import static io.github.lambdalayer.python.lock.Locks.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.target.PythonTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UvLockReaderTest {

    private static final Path FILE = Path.of("src/test/resources/locks/uv.lock");
    private static final List<ExtraName> AWS = List.of(ExtraName.of("aws"));
    private static final List<ExtraName> DEV = List.of(ExtraName.of("dev"));

    @TempDir
    private Path folder;

    @Test
    void edgesThatCountAreFollowedFromTheProject() {
        assertThat(files(LockChoice.of(PYTHON_312_X86)))
                .containsExactly(
                        "direct-3-py3-none-any.whl",
                        "numbers-2.1-cp312-cp312-manylinux_2_17_x86_64.whl",
                        "socks-1.7-py3-none-any.whl",
                        "web-2.34-py3-none-any.whl");
    }

    @Test
    void targetDecidesOnTheForkAndTheWheel() {
        assertThat(files(LockChoice.of(PYTHON_312_ARM))).contains("numbers-2.1-cp312-cp312-manylinux_2_17_aarch64.whl");
        assertThat(files(LockChoice.of(PYTHON_313_X86))).contains("numbers-2.5-cp313-cp313-manylinux_2_17_x86_64.whl");
    }

    @Test
    void fileHasAllThatTheLockSays() {
        LockChoice choice = LockChoice.of(PYTHON_312_ARM).withIndexes(PYPI);
        IndexFile numbers =
                UvLockReader.read(FILE, choice, List.of()).select(choice).get(1);
        assertThat(numbers.url())
                .hasToString("https://files.example/numbers-2.1-cp312-cp312-manylinux_2_17_aarch64.whl");
        assertThat(numbers.sha256()).isEqualTo("3".repeat(64));
        assertThat(numbers.bytes()).isEqualTo(3001);
        assertThat(numbers.uploadTime()).contains(Instant.parse("2024-11-02T17:38:25.997Z"));
        assertThat(numbers.index()).isEqualTo("pypi");
    }

    @Test
    void dependenciesAreThoseThatCount() {
        Pylock lock = UvLockReader.read(FILE, LockChoice.of(PYTHON_312_X86), List.of());
        assertThat(lock.locked(PackageName.of("web")).get(0).dependencies())
                .extracting(PackageName::value)
                .containsExactly("numbers", "socks");
    }

    @Test
    void extraIsFollowedWhenItIsAskedFor() {
        LockChoice choice = LockChoice.of(PYTHON_312_X86).withExtras(AWS);
        Path wheels = FILE.toAbsolutePath().resolveSibling("wheels");
        assertThat(UvLockReader.read(FILE, choice, List.of()).select(choice))
                .filteredOn(file -> "file".equals(file.url().getScheme()))
                .extracting(IndexFile::url)
                .containsExactly(
                        wheels.resolve("local-1-py3-none-any.whl").toUri(),
                        wheels.resolve("s3-1-py3-none-any.whl").toUri());
    }

    @Test
    void packageThatWouldHaveToBeBuiltIsRefusedOnlyWhereItCounts() {
        LockChoice choice = LockChoice.of(PYTHON_312_X86).withGroups(DEV);
        assertThatThrownBy(() -> UvLockReader.read(FILE, choice, List.of()).select(choice))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo("""
                        uv.lock has tester 9 only as a repository, and nothing is built here.
                        hint: leave it out with <excludedPackages>
                        hint: or build in an image of the runtime, and name the folder of the wheel in <findLinks>: pip wheel --no-deps git+https://git.example/tester.git@0123456789012345678901234567890123456789
                        see problems.html#lock-not-a-wheel""");
    }

    @Test
    void packagesThatWouldHaveToBeBuiltAreToldTogether() {
        LockChoice choice = LockChoice.of(PYTHON_312_X86).withGroups(DEV);
        String text = text().replace("    { name = \"tester\" },", """
                    { name = "tester" },
                    { name = "colorama" },
                    { name = "core" },
                    { name = "evil" },
                """) + """

                [[package]]
                name = "core"
                source = { editable = "../core" }

                [[package]]
                name = "evil"
                version = "1"
                source = { path = "x; rm -rf ." }
                """;
        assertThatThrownBy(() -> read(text, choice).select(choice))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo("""
                        uv.lock has no wheel of 4 packages, and nothing is built here:
                          colorama 0.4.6: a source distribution
                          core: a folder
                          evil 1: a source distribution
                          tester 9: a repository

                        hint: leave those that the layer does not need out with <excludedPackages>
                        hint: or build in an image of the runtime, and name the folder of the wheels in <findLinks>: pip wheel --no-deps colorama==0.4.6 ../core <its place> git+https://git.example/tester.git@0123456789012345678901234567890123456789
                        see problems.html#lock-not-a-wheel""");
    }

    @Test
    void wheelWithoutADigestIsNotTaken() {
        LockChoice choice = LockChoice.of(PYTHON_312_X86);
        assertBlock(", hash = \"sha256:" + "1".repeat(64) + "\"", "", choice, """
                uv.lock has direct 3 only as wheels whose sha256 their index does not tell, and nothing is built here.
                hint: leave it out with <excludedPackages>
                hint: or build in an image of the runtime, and name the folder of the wheel in <findLinks>: pip wheel --no-deps https://files.example/direct-3-py3-none-any.whl
                see problems.html#lock-not-a-wheel""");
    }

    @Test
    void commandForWheelsWithoutADigestNamesTheIndexThatHasThem() {
        String text = """
                version = 1
                [[package]]
                name = "app"
                version = "1"
                source = { virtual = "." }
                dependencies = [{ name = "torch" }]
                [[package]]
                name = "torch"
                version = "2.1+cpu"
                source = { registry = "https://download.example/whl/cpu" }
                wheels = [{ url = "https://download.example/whl/torch-2.1%2Bcpu-cp312-cp312-linux_x86_64.whl" }]
                """;
        assertThatThrownBy(() -> read(text, LockChoice.of(PYTHON_312_X86)).select(LockChoice.of(PYTHON_312_X86)))
                .asInstanceOf(type(LayerException.class))
                .extracting(failure -> failure.hints().get(1))
                .asString()
                .endsWith(": pip wheel --no-deps --index-url https://download.example/whl/cpu torch==2.1+cpu");
    }

    @Test
    void whatAScriptRequiresStandsInTheManifest() {
        String script = text().replaceFirst(
                        "(?s)\\[\\[package]]\nname = \"app\".*?(?=\\[\\[package]]\nname = \"colorama\")", """
                [manifest]
                requirements = [
                    { name = "numbers", specifier = ">=2" },
                    { name = "colorama", marker = "sys_platform == 'win32'" },
                ]
                """);
        LockChoice choice = LockChoice.of(PYTHON_312_X86);
        assertThat(read(script, choice).select(choice))
                .extracting(IndexFile::toString)
                .containsExactly("numbers-2.1-cp312-cp312-manylinux_2_17_x86_64.whl");
        assertThatThrownBy(() -> read(script, choice.withGroups(DEV)))
                .hasMessage("uv.lock, line 1, column 1: the script has no group dev in this lock.");
    }

    @Test
    void groupOfAWorkspaceWhoseRootIsNoProjectStandsInTheManifest() {
        String workspace = text().replace("revision = 3", """
                revision = 3
                [manifest]
                members = ["app"]
                [manifest.dependency-groups]
                Docs = [{ name = "local", specifier = "==1" }]
                """)
                .replace("requires-python = \">=3.11\"", "")
                .replace("{ virtual = \".\" }", "{ virtual = \"app\" }");
        LockChoice choice = LockChoice.of(PYTHON_312_X86).withGroups(List.of(ExtraName.of("docs")));
        assertThat(read(workspace, choice).entries())
                .extracting(LockEntry::toString)
                .containsExactly("direct 3", "local 1", "numbers 2.1", "socks 1.7", "web 2.34");
    }

    @Test
    void packageIsLeftOutWithWhatOnlyItNeeds() {
        assertThat(files(LockChoice.of(PYTHON_312_X86).leavingOut(List.of(PackageName.of("web")))))
                .containsExactly("direct-3-py3-none-any.whl", "numbers-2.1-cp312-cp312-manylinux_2_17_x86_64.whl");
    }

    @Test
    void requiresPythonIsThatOfTheLock() {
        PythonTarget old = PythonTarget.linux("3.10.14", "x86_64", 26);
        assertThatThrownBy(() -> files(LockChoice.of(old)))
                .hasMessage("uv.lock is for Python >=3.11, but the layer is for python3.10 on x86_64 (glibc 2.26).");
    }

    @Test
    void extraAndGroupThatAreNotThereAreNamed() {
        assertBlock(
                "",
                "",
                LockChoice.of(PYTHON_312_X86).withExtras(DEV),
                "uv.lock, line 9, column 1: app has no extra dev in this lock.\nsee problems.html#lock-choice");
        assertBlock(
                "",
                "",
                LockChoice.of(PYTHON_312_X86).withGroups(AWS),
                "uv.lock, line 9, column 1: app has no group aws in this lock.\nsee problems.html#lock-choice");
    }

    @Test
    void newerVersionIsRefusedAndNewerRevisionIsNot() {
        assertBlock("version = 1\nrevision", "version = 2\nrevision", """
                uv.lock, line 1, column 1: version is 2, and only 1 is understood.
                hint: uv export --format pylock.toml --no-emit-project -o pylock.toml
                see problems.html#lock-version""");
        assertThat(edited("revision = 3", "revision = 99").entries()).hasSize(4);
    }

    @Test
    void lockOfNoProjectIsRefused() {
        assertThatThrownBy(() -> edited("source = { virtual = \".\" }", "source = { registry = \"x\" }"))
                .hasMessage("uv.lock, line 9, column 1: the lock is for no project.");
    }

    @Test
    void groupThatNeedsNothingIsKnownFromTheMetadata() {
        LockChoice choice = LockChoice.of(PYTHON_312_X86).withGroups(AWS);
        assertThat(edited(
                                "requires-dist = [{ name = \"numbers\" }]",
                                "requires-dist = []\nrequires-dev = { AWS = [] }",
                                choice)
                        .entries())
                .hasSize(4);
    }

    @Test
    void lockForOtherEnvironmentsIsRefused() {
        Pylock lock = edited("revision = 3", "revision = 3\nsupported-markers = [\"sys_platform == 'win32'\"]");
        assertThatThrownBy(() -> lock.select(LockChoice.of(PYTHON_312_X86)))
                .hasMessage("None of the environments of uv.lock is python3.12 on x86_64 (glibc 2.34).");
    }

    @Test
    void edgeThatLeadsNowhereOrToSeveralIsRefused() {
        assertThatThrownBy(() -> edited("{ name = \"direct\" }", "{ name = \"gone\" }"))
                .hasMessage("uv.lock, line 15, column 7: for python3.12 on x86_64 (glibc 2.34) 0 entries of gone count,"
                        + " and not one.");
        assertThatThrownBy(() -> edited("{ name = \"direct\" }", "{ name = \"numbers\", version = \"2.5\" }"))
                .hasMessageContaining(" 0 entries of numbers count, and not one.");
    }

    @Test
    void digestMustBeASha256() {
        assertThatThrownBy(() -> edited("sha256:" + "1".repeat(64), "md5:d41d8cd98f00b204e9800998ecf8427e"))
                .hasMessage("uv.lock, line 45, column 64: package[2].wheels[0].hash must be sha256: and 64 hexadecimal"
                        + " digits.");
    }

    @Test
    void otherLocksAreNone() {
        assertThatThrownBy(() -> UvLockReader.read(
                        write(folder.resolve("uv.lock"), ""), LockChoice.of(PYTHON_312_X86), List.of()))
                .hasMessage("uv.lock, line 1, column 1: version is missing.");
    }

    private static List<String> files(LockChoice choice) {
        return UvLockReader.read(FILE, choice, List.of()).select(choice).stream()
                .map(IndexFile::toString)
                .toList();
    }

    private Pylock edited(String piece, String other) {
        return edited(piece, other, LockChoice.of(PYTHON_312_X86));
    }

    private Pylock edited(String piece, String other, LockChoice choice) {
        assertThat(text()).contains(piece);
        return read(text().replace(piece, other), choice);
    }

    private Pylock read(String text, LockChoice choice) {
        return UvLockReader.read(write(folder.resolve("uv.lock"), text), choice, List.of());
    }

    private static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertBlock(String piece, String other, String block) {
        assertBlock(piece, other, LockChoice.of(PYTHON_312_X86), block);
    }

    private void assertBlock(String piece, String other, LockChoice choice, String block) {
        assertThatThrownBy(() -> edited(piece, other, choice).select(choice))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo(block);
    }
}
