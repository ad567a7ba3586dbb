package io.github.lambdalayer.python.lock;

import static io.github.lambdalayer.python.lock.Locks.PYTHON_312_X86;
import static io.github.lambdalayer.python.lock.Locks.PYTHON_313_X86;
import static io.github.lambdalayer.python.lock.Locks.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.DeclaredRequirement;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.requirement.RequirementsFile;
import io.github.lambdalayer.python.target.PythonTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoetryLockReaderTest {

    private static final Path FILE = Path.of("src/test/resources/locks/poetry.lock");

    @TempDir
    private Path folder;

    @Test
    void packagesOfTheMainGroupArePinsWithTheirMarkers() {
        assertThat(pins(Set.of(), Set.of()))
                .containsExactly(
                        "colorama==0.4.6; sys_platform == \"win32\" (poetry.lock, line 3)",
                        "numbers==2.1; python_version == \"3.11\" (poetry.lock, line 15)",
                        "numbers==2.5; python_version >= \"3.12\" (poetry.lock, line 33)",
                        "web==2.34 (poetry.lock, line 72)");
    }

    @Test
    void onlyFilesWhoseDigestsAreNamedMayBeUsed() {
        RequirementsFile file = read(Set.of(), Set.of());
        assertThat(file.hashed()).isTrue();
        assertThat(file.sha256().get(PackageName.of("numbers")))
                .containsExactlyInAnyOrder("2".repeat(64), "3".repeat(64), "4".repeat(64));
    }

    @Test
    void extraIsSettledAndTheRestOfItsMarkerStays() {
        assertThat(pins(names("aws"), Set.of())).contains("s3==1; python_version < \"3.13\" (poetry.lock, line 45)");
        assertThat(pins(names("aws", "all"), Set.of())).contains("s3==1 (poetry.lock, line 45)");
    }

    @Test
    void packageThatSeveralGroupsNeedIsNeededWhereAnyOfThemNeedsIt() throws IOException {
        String text = Files.readString(FILE).replace("groups = [\"dev\"]", "groups = [\"docs\"]");
        assertThat(read(text, names(), names("dev")).requirements().get(0))
                .hasToString("colorama==0.4.6; sys_platform == \"win32\" or platform_system == \"Windows\""
                        + " (poetry.lock, line 3)");
    }

    @Test
    void packageThatIsNotOnAnIndexIsRefusedWhereItIsNeeded() {
        assertBlock(Set.of(), names("dev"), """
                poetry.lock has tester 9 only as a repository, and nothing is built here.
                hint: leave it out with <excludedPackages>
                hint: or build in an image of the runtime, and name the folder of the wheel in <findLinks>: pip wheel --no-deps git+https://git.example/tester.git@0123456789012345678901234567890123456789
                see problems.html#lock-not-a-wheel""");
    }

    @Test
    void allPackagesWithoutAWheelAreToldAtOnceWithTheIndexThatHasTheirSources() throws IOException {
        String text = Files.readString(FILE)
                .replace("numbers-2.5-cp312-cp312-manylinux_2_17_x86_64.whl", "numbers-2.5.tar.gz")
                .replace("{file = \"web-2.34-py3-none-any.whl\"", "{file = \"web-2.34.tar.gz\"")
                .replace("colorama-0.4.6-py2.py3-none-any.whl", "colorama-0.4.6.tar.gz")
                .replace("[package.dependencies]", """
                        [package.source]
                        type = "legacy"
                        url = "https://repo.example/simple"

                        [package.dependencies]""");
        assertThatThrownBy(() -> read(text, Set.of(), names("dev")))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo("""
                        poetry.lock has no wheel of 3 packages, and nothing is built here:
                          numbers 2.5: a source distribution
                          tester 9: a repository
                          web 2.34: a source distribution

                        hint: leave those that the layer does not need out with <excludedPackages>
                        hint: or build in an image of the runtime, and name the folder of the wheels in <findLinks>: pip wheel --no-deps numbers==2.5 git+https://git.example/tester.git@0123456789012345678901234567890123456789 && pip wheel --no-deps --index-url https://repo.example/simple web==2.34
                        see problems.html#lock-not-a-wheel""");
    }

    @Test
    void packageWithoutAWheelIsNoFaultWhereItIsLeftOut() {
        assertThat(PoetryLockReader.read(
                                FILE,
                                List.of(PYTHON_312_X86),
                                Set.of(),
                                names("dev"),
                                Set.of(PackageName.of("tester")),
                                BuiltWheels.NONE)
                        .requirements())
                .hasSize(4);
    }

    @Test
    void wheelThatPoetryHasByAddressOrByPathIsTakenFromThere() throws IOException {
        assertThat(tester("url", "https://files.example/tester-9-py3-none-any.whl"))
                .hasToString("tester @ https://files.example/tester-9-py3-none-any.whl#sha256=" + "9".repeat(64));
        assertThat(tester("file", "libs/tester-9-py3-none-any.whl"))
                .hasToString("tester @ "
                        + folder.resolve("libs/tester-9-py3-none-any.whl").toUri() + "#sha256="
                        + "9".repeat(64));
    }

    private Requirement tester(String type, String url) throws IOException {
        String text = Files.readString(FILE)
                .replace("type = \"git\"", "type = \"" + type + "\"")
                .replace("https://git.example/tester.git", url)
                .replace("files = []", "files = [{file = \"t.whl\", hash = \"sha256:" + "9".repeat(64) + "\"}]");
        return read(text, Set.of(), names("dev")).requirements().stream()
                .map(DeclaredRequirement::requirement)
                .filter(requirement -> requirement.name().equals(PackageName.of("tester")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void archivesAndPathsOutOfTheFolderAreRefused() {
        assertThatThrownBy(() -> tester("file", "libs/tester-9.tar.gz"))
                .hasMessage("poetry.lock has tester 9 only as an archive that is no wheel, and nothing is built here.");
        assertThatThrownBy(() -> tester("file", "../tester-9-py3-none-any.whl"))
                .hasMessageContaining("\"../tester-9-py3-none-any.whl\" leaves the folder of the lock.");
    }

    @Test
    void extraAndGroupThatAreNotThereAreNamed() {
        assertBlock(
                names("gcp"),
                Set.of(),
                "poetry.lock, line 1, column 1: there is no extra gcp: it has all, aws.\n"
                        + "see problems.html#lock-choice");
        assertBlock(
                Set.of(),
                names("docs"),
                "poetry.lock, line 1, column 1: there is no group docs: it has dev, main.\n"
                        + "see problems.html#lock-choice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "1.1"})
    void olderVersionsDoNotSayEnough(String version) {
        assertVersion(version, """
                , which does not say for which group and on which machines a package is needed; 2.1 does.
                hint: poetry lock, with Poetry 2.0 or newer
                hint: or poetry export -o requirements.txt, and name that
                see problems.html#lock-version""");
    }

    @Test
    void newerVersionIsNotUnderstood() {
        assertVersion("3.0", """
                , and only those before 3 are understood.
                hint: use a newer release of this plugin
                hint: or poetry export -o requirements.txt, and name that
                see problems.html#lock-version""");
    }

    private void assertVersion(String version, String rest) {
        assertThatThrownBy(() -> edited("lock-version = \"2.1\"", "lock-version = \"" + version + "\""))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo("poetry.lock, line 91, column 1: lock-version is " + version + rest);
    }

    @Test
    void lockForAnotherPythonIsRefused() {
        PythonTarget old = PythonTarget.linux("3.10.14", "x86_64", 26);
        assertThatThrownBy(() -> PoetryLockReader.read(
                        FILE, List.of(PYTHON_312_X86, old), Set.of(), Set.of(), Set.of(), BuiltWheels.NONE))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo("""
                        poetry.lock, line 92, column 1: the lock is for Python ^3.11, but the layer is for python3.10 on x86_64 (glibc 2.26).
                        hint: widen the versions of Python in pyproject.toml, then poetry lock
                        see problems.html#lock-python""");
    }

    @Test
    void packageWithoutADigestIsRefused() {
        assertThatThrownBy(() -> edited("sha256:" + "6".repeat(64), "md5:d41d8cd98f00b204e9800998ecf8427e"))
                .hasMessage("poetry.lock, line 79, column 1: web has no file with a sha256.");
    }

    @ParameterizedTest
    @CsvSource({
        "*, 3.8.1, true",
        "^3.11, 3.14.0, true",
        "^3.11, 3.10.9, false",
        "~3.11, 3.11.9, true",
        "~3.11, 3.12.0, false",
        "~3, 3.12.0, true",
        "~3.11.2, 3.11.1, false",
        "~2.7 || >=3.6, 3.12.0, true",
        "~2.7 || ^3.13, 3.12.0, false",
        "3.12.*, 3.12.4, true",
        "3.12, 3.12.4, false",
        "'>=3.11, <3.13', 3.12.0, true",
        "'!=3.0.*,>=2.7', 3.12.0, true",
        "~=3.11, 3.12.0, true"
    })
    void versionsOfPythonAreReadAsPoetryMeansThem(String versions, String python, boolean accepted) {
        PythonTarget target = PythonTarget.linux(python, "x86_64", 34);
        assertThat(PoetryVersions.parse(versions).accepts(target)).isEqualTo(accepted);
    }

    private static RequirementsFile read(Set<ExtraName> extras, Set<ExtraName> groups) {
        return PoetryLockReader.read(
                FILE, List.of(PYTHON_312_X86, PYTHON_313_X86), extras, groups, Set.of(), BuiltWheels.NONE);
    }

    private RequirementsFile read(String text, Set<ExtraName> extras, Set<ExtraName> groups) {
        return PoetryLockReader.read(
                write(folder.resolve("poetry.lock"), text),
                List.of(PYTHON_312_X86),
                extras,
                groups,
                Set.of(),
                BuiltWheels.NONE);
    }

    private RequirementsFile edited(String piece, String other) {
        try {
            String text = Files.readString(FILE);
            assertThat(text).contains(piece);
            return read(text.replace(piece, other), Set.of(), Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> pins(Set<ExtraName> extras, Set<ExtraName> groups) {
        return read(extras, groups).requirements().stream()
                .map(DeclaredRequirement::toString)
                .toList();
    }

    private static void assertBlock(Set<ExtraName> extras, Set<ExtraName> groups, String block) {
        assertThatThrownBy(() -> read(extras, groups))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo(block);
    }

    private static Set<ExtraName> names(String... texts) {
        return Stream.of(texts).map(ExtraName::of).collect(Collectors.toSet());
    }
}
