package io.github.lambdalayer.build;

import static io.github.lambdalayer.build.BuildAssertions.assertFails;
import static io.github.lambdalayer.build.BuildAssertions.names;
import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.build.LayerResult.ToldPackage;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.testing.RecordingBuildLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Locks of other tools among the requirements files, with wheels that lie beside them. */
class NamedLockTest {

    @TempDir
    private Path basedir;

    private final RecordingBuildLog log = new RecordingBuildLog();
    private final LayerBuild build = new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, log, "0.1.0"));

    @BeforeEach
    void makeWheels() {
        Stream.of(wheel("demo", "1.0").requires("six"), wheel("six", "1.16.0"), wheel("six", "1.17.0"))
                .forEach(each -> each.in(basedir.resolve("wheels")));
    }

    @Test
    void uvLockCountsAsTheLock() throws IOException {
        uvLock();
        assertThat(names(build.assemble(layer("", "uv.lock")))).containsExactly("demo 1.0", "six 1.16.0");
        assertThat(log.events()).contains("locked 2 uv.lock").noneMatch(event -> event.startsWith("warned"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            uv.lock | uv lock, in the folder of its pyproject.toml|or correct the path in <requirementsFiles>; it is seen from the folder of the pom
            poetry.lock | poetry lock, in the folder of its pyproject.toml|or correct the path in <requirementsFiles>; it is seen from the folder of the pom
            pylock.dev.toml | correct the path in <requirementsFiles>; it is seen from the folder of the pom|or take it out where it is to be written here: mvn lambda-layer:lock
            pyproject.toml | correct the path in <requirementsFiles>; it is seen from the folder of the pom|
            dev.txt | correct the path in <requirementsFiles>; it is seen from the folder of the pom|
            """)
    void fileThatIsNotThereIsToldWithWhatWritesIt(String file, String hint, String other) {
        assertFails(
                build,
                layer("", file),
                "There is no file " + basedir.resolve(file) + ".\nhint: " + hint
                        + (other == null ? "" : "\nhint: " + other)
                        + "\nsee problems.html#requirements-file-unreadable");
    }

    @Test
    void folderInPlaceOfALockIsToldAsOne() throws IOException {
        Files.createDirectory(basedir.resolve("uv.lock"));
        assertFails(build, layer("", "uv.lock"), basedir.resolve("uv.lock") + """
                 is a folder, not a file.
                hint: correct the path; it is seen from the folder of the pom
                see problems.html#toml-unreadable""");
    }

    @Test
    void theLockSaysWhereThePackagesOfToolUvSourcesComeFrom() throws IOException {
        uvLock();
        Files.writeString(basedir.resolve("pyproject.toml"), """
                [project]
                name = "app"
                version = "1.0"
                dependencies = ["demo", "core", "six>=1.16"]
                [tool.uv.sources]
                demo = { index = "private" }
                core = { workspace = true }
                """);
        assertThat(names(build.assemble(layer("", "pyproject.toml", "uv.lock"))))
                .containsExactly("demo 1.0", "six 1.16.0");
        edit("pyproject.toml", "six>=1.16", "six>=1.17");
        assertThatThrownBy(() -> build.assemble(layer("", "pyproject.toml", "uv.lock")))
                .hasMessageContaining("requirement six>=1.17 is not met by the locked six 1.16.0");
    }

    @Test
    void extrasAndGroupsAreThoseOfTheLock() throws IOException {
        uvLock();
        assertThat(names(build.assemble(layer("", List.of("more"), List.of("uv.lock")))))
                .containsExactly("demo 1.0", "six 1.16.0", "tool 2.0");
        assertFails(build, layer("", List.of("less"), List.of("uv.lock")), """
                uv.lock, line 4, column 1: app has no extra less in this lock.
                see problems.html#lock-choice""");
    }

    @Test
    void aZipThatIsThereIsCheckedAgainstTheLockThatIsNamed() throws IOException {
        uvLock();
        build.assemble(layer("", "uv.lock"));
        Optional<Path> zip = Optional.of(layer("", "uv.lock").files().zip());
        assertThatThrownBy(() -> build.check(layer("", List.of("less"), List.of("uv.lock")), zip, Trial.NOTHING))
                .hasMessage("uv.lock, line 4, column 1: app has no extra less in this lock.");
    }

    @Test
    void memberOfTheWorkspaceIsFollowedButNotInTheLayer() throws IOException {
        uvLock();
        edit("uv.lock", "version = 1\n", "version = 1\n[manifest]\nmembers = [\"app\", \"demo\"]\n");
        edit("uv.lock", "source = { registry = \"wheels\" } # demo", "source = { editable = \"demo\" }");
        assertThat(names(build.assemble(layer("", "uv.lock")))).containsExactly("six 1.16.0");
        assertThat(log.events())
                .contains("warned demo is a folder of the workspace: what it needs is in the layer, its own modules"
                        + " are not; <resources> can add them.");
    }

    @Test
    void workspaceWithoutAProjectOfItsOwnIsAllItsMembers() throws IOException {
        uvLock();
        edit("uv.lock", "source = { virtual = \".\" }", "source = { virtual = \"app\" }");
        edit("uv.lock", "version = 1\n", "version = 1\n[manifest]\nmembers = [\"app\"]\n");
        assertThat(names(build.assemble(layer("", "uv.lock")))).containsExactly("demo 1.0", "six 1.16.0");
    }

    @Test
    void wheelThatWasBuiltTakesThePlaceOfASource() throws IOException {
        uvLock();
        edit("uv.lock", "wheels = [{ path = \"six-1.16.0", "sources = [{ path = \"six-1.16.0");
        assertFails(build, unbuilt(basedir.resolve("empty")), """
                uv.lock has six 1.16.0 only as a source distribution, and nothing is built here.
                hint: leave it out with <excludedPackages>
                hint: or build in an image of the runtime, and name the folder of the wheel in <findLinks>: pip wheel --no-deps six==1.16.0
                see problems.html#lock-not-a-wheel""");
        assertThat(names(build.assemble(unbuilt(basedir.resolve("wheels"))))).containsExactly("demo 1.0", "six 1.16.0");
    }

    @Test
    void wheelThatWasBuiltTakesThePlaceOfASourceOfPoetry() throws IOException {
        poetryLock("0".repeat(64));
        edit("poetry.lock", "six-1.16.0-py3-none-any.whl", "six-1.16.0.tar.gz");
        assertThat(names(build.assemble(layer("", "poetry.lock")))).containsExactly("demo 1.0", "six 1.16.0");
        edit("poetry.lock", "[metadata]", """
                [package.source]
                type = "git"
                url = "https://git.example/six.git"
                resolved_reference = "0123456789"

                [metadata]""");
        assertThat(names(build.assemble(layer("", "poetry.lock")))).containsExactly("demo 1.0", "six 1.16.0");
        Files.delete(basedir.resolve("wheels/six-1.16.0-py3-none-any.whl"));
        assertFails(build, layer("", "poetry.lock"), """
                poetry.lock has six 1.16.0 only as a repository, and nothing is built here.
                hint: leave it out with <excludedPackages>
                hint: or build in an image of the runtime, and name the folder of the wheel in <findLinks>: pip wheel --no-deps git+https://git.example/six.git@0123456789
                see problems.html#lock-not-a-wheel""");
    }

    private LayerSpec unbuilt(Path findLinks) throws IOException {
        Files.createDirectories(findLinks);
        return TestSpecs.in(basedir)
                .wanting(layer("", "uv.lock").wanted())
                .from(IndexSettings.of(basedir.resolve("cache")).withFindLinks(List.of(findLinks)))
                .spec();
    }

    @Test
    void requirementsLockOfRyeIsARequirementsFile() throws IOException {
        Files.writeString(
                basedir.resolve("requirements-dev.lock"), "# by rye\ndemo==1.0\nsix==1.16.0\n    # via demo\n");
        assertThat(names(build.assemble(layer("", "requirements-dev.lock")))).containsExactly("demo 1.0", "six 1.16.0");
    }

    @Test
    void lockMustMeetThePom() throws IOException {
        uvLock();
        assertFails(build, layer("six>=1.17|pytz", "uv.lock"), """
                uv.lock is out of date:
                  requirement pytz is not in it
                  requirement six>=1.17 is not met by the locked six 1.16.0

                hint: let uv lock again
                see problems.html#lock-out-of-date""");
    }

    @Test
    void lockMustMeetTheProjectBesideIt() throws IOException {
        uvLock();
        Files.writeString(basedir.resolve("pyproject.toml"), "[project]\nname = 'app'\ndependencies = ['six<1.16']\n");
        assertFails(build, layer("", "uv.lock", "pyproject.toml"), """
                uv.lock is out of date:
                  requirement six<1.16 is not met by the locked six 1.16.0

                hint: let uv lock again
                see problems.html#lock-out-of-date""");
    }

    @Test
    void excludedPackageIsLeftOutOfALock() throws IOException {
        uvLock();
        Wanted wanted = wanted("", List.of(), Set.of(PackageName.of("six")), List.of("uv.lock"));
        assertThat(names(build.assemble(TestSpecs.in(basedir).wanting(wanted).spec())))
                .containsExactly("demo 1.0");
    }

    @Test
    void lockGoalLeavesTheLockOfAnotherToolAlone() throws IOException {
        uvLock();
        String before = Files.readString(basedir.resolve("uv.lock"));
        assertThatThrownBy(() -> build.lock(layer("", "uv.lock"), Upgrade.ALL))
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.block()).isEqualTo("""
                        uv.lock is among the <requirementsFiles>, so it counts as the lock, and is not written here.
                        hint: uv lock
                        hint: or leave it out of <requirementsFiles>, and name the requirements in the pom
                        see problems.html#lock-not-ours"""));
        assertThat(basedir.resolve("uv.lock")).hasContent(before);
        assertThat(basedir.resolve("pylock.toml")).doesNotExist();
    }

    @Test
    void twoLocksAreOneTooMany() throws IOException {
        uvLock();
        assertFails(build, layer("", "uv.lock", "pylock.toml"), """
                Both uv.lock and pylock.toml are among the <requirementsFiles>, and only one can be the lock.
                hint: leave one of them out
                see problems.html#two-locks""");
    }

    @Test
    void poetryLockIsHeldAgainstItsDigests() throws IOException {
        poetryLock(sha256("six-1.16.0-py3-none-any.whl"));
        assertThat(names(build.assemble(layer("", "poetry.lock")))).containsExactly("demo 1.0", "six 1.16.0");
        assertThat(log.events()).contains("locked 2 poetry.lock").noneMatch(event -> event.startsWith("warned"));
    }

    @Test
    void packageThatIsExcludedTakesNothingElseOutOfAPoetryLock() throws IOException {
        poetryLock(sha256("six-1.16.0-py3-none-any.whl"));
        LayerSpec without = TestSpecs.in(basedir)
                .wanting(wanted("", List.of(), Set.of(PackageName.of("demo")), List.of("poetry.lock")))
                .spec();
        assertThat(names(build.assemble(without))).containsExactly("six 1.16.0");
    }

    @Test
    void wheelWithAnotherDigestThanInThePoetryLockIsRefused() throws IOException {
        poetryLock("0".repeat(64));
        assertFails(build, layer("", "poetry.lock"), """
                six-1.16.0-py3-none-any.whl is not among the files whose digests the requirements name.
                hint: name its sha256 too, or let the tool that wrote the requirements write them anew
                see problems.html#other-digest""");
    }

    @Test
    void wheelThatWasUploadedSinceIsNotTakenInPlaceOfANamedOne() throws IOException {
        poetryLock(sha256("six-1.16.0-py3-none-any.whl"));
        wheel("six", "1.16.0").tag("cp313-cp313-manylinux_2_17_x86_64").in(basedir.resolve("wheels"));
        assertThat(build.assemble(layer("", "poetry.lock")).packages())
                .extracting(ToldPackage::wheel)
                .contains("six-1.16.0-py3-none-any.whl");
    }

    @Test
    void lockWhoseWheelsLieBesideItNeedsNoFolderOfWheels() throws IOException {
        Path vendor = basedir.resolve("vendor");
        wheel("lone", "1.0").in(vendor.resolve("wheels"));
        Files.writeString(vendor.resolve("pylock.toml"), """
                lock-version = "1.0"
                created-by = "pip"
                [[packages]]
                name = "lone"
                [[packages.wheels]]
                path = "wheels/lone-1.0-py3-none-any.whl"
                hashes = { sha256 = "%s" }
                """.formatted(
                        sha256(vendor.resolve("wheels/lone-1.0-py3-none-any.whl"))));
        assertThat(names(build.assemble(layer("", "vendor/pylock.toml")))).containsExactly("lone 1.0");
        assertThat(basedir.resolve("target/lambda-layer/pylock.data.toml"))
                .content()
                .contains("path = \"../../vendor/wheels/lone-1.0-py3-none-any.whl\"");
    }

    private void uvLock() throws IOException {
        wheel("tool", "2.0").in(basedir.resolve("wheels"));
        Files.writeString(basedir.resolve("uv.lock"), """
                version = 1
                requires-python = ">=3.9"

                [[package]]
                name = "app"
                version = "1"
                source = { virtual = "." }
                dependencies = [{ name = "demo" }]
                [package.optional-dependencies]
                more = [{ name = "tool" }]

                [[package]]
                name = "demo"
                version = "1.0"
                source = { registry = "wheels" } # demo
                dependencies = [{ name = "six" }]
                wheels = [{ path = "demo-1.0-py3-none-any.whl", hash = "sha256:%s" }]

                [[package]]
                name = "six"
                version = "1.16.0"
                source = { registry = "wheels" }
                wheels = [{ path = "six-1.16.0-py3-none-any.whl", hash = "sha256:%s" }]

                [[package]]
                name = "tool"
                version = "2.0"
                source = { registry = "wheels" }
                wheels = [{ path = "tool-2.0-py3-none-any.whl", hash = "sha256:%s" }]
                """.formatted(
                        sha256("demo-1.0-py3-none-any.whl"),
                        sha256("six-1.16.0-py3-none-any.whl"),
                        sha256("tool-2.0-py3-none-any.whl")));
    }

    private void poetryLock(String sixSha256) throws IOException {
        Files.writeString(
                basedir.resolve("poetry.lock"), """
                [[package]]
                name = "demo"
                version = "1.0"
                groups = ["main"]
                files = [{file = "demo-1.0-py3-none-any.whl", hash = "sha256:%s"}]

                [[package]]
                name = "six"
                version = "1.16.0"
                groups = ["main"]
                files = [{file = "six-1.16.0-py3-none-any.whl", hash = "sha256:%s"}]

                [metadata]
                lock-version = "2.1"
                python-versions = ">=3.9"
                """.formatted(sha256("demo-1.0-py3-none-any.whl"), sixSha256));
    }

    private void edit(String name, String piece, String other) throws IOException {
        Path file = basedir.resolve(name);
        assertThat(file).content().contains(piece);
        Files.writeString(file, Files.readString(file).replace(piece, other));
    }

    private LayerSpec layer(String requirements, String... files) {
        return layer(requirements, List.of(), List.of(files));
    }

    private LayerSpec layer(String requirements, List<String> extras, List<String> files) {
        return TestSpecs.in(basedir)
                .wanting(wanted(requirements, extras, Set.of(), files))
                .spec();
    }

    private Wanted wanted(String requirements, List<String> extras, Set<PackageName> excluded, List<String> files) {
        return WantedBuilder.wanted()
                .requirements(Stream.of(requirements.split("\\|"))
                        .filter(text -> !text.isEmpty())
                        .map(Requirement::parse)
                        .toList())
                .files(files.stream().map(basedir::resolve).toArray(Path[]::new))
                .extras(extras.stream().map(ExtraName::of).toList())
                .excluded(excluded)
                .build();
    }

    private String sha256(String wheel) throws IOException {
        return sha256(basedir.resolve("wheels").resolve(wheel));
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
