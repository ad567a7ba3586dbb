package io.github.lambdalayer.maven;

import static io.github.lambdalayer.maven.PomTrees.requirements;
import static io.github.lambdalayer.maven.PomTrees.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.build.BuildProblem;
import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionFilesTest {

    private static final ParameterTree RUNTIMES = ParameterTree.list("runtimes", List.of("python3.13"));

    @TempDir
    private Path basedir;

    private final Map<Path, ExecutionFiles.Writer> written = new HashMap<>();
    private final Map<Path, ExecutionFiles.Writer> read = new HashMap<>();

    private ExecutionFiles run(String goal, String execution, ParameterTree... trees) {
        List<DeclaredLayer> layers = new SpecReading(basedir, new FakeArtifacts()).declared(trees);
        ExecutionFiles files = new ExecutionFiles(written, read);
        files.require(goal, execution, layers);
        return files;
    }

    @BeforeEach
    void firstExecution() {
        run("package", "small", RUNTIMES, requirements("six"));
    }

    @Test
    void executionsThatWriteOneZipForDifferentThingsAreNamed() {
        assertThatThrownBy(() -> run("package", "large", RUNTIMES, requirements("pandas")))
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.block()).isEqualTo("""
                        The executions "small" and "large" both write data.zip, each with other parameters, and one would \
                        overwrite the other.
                        hint: give each a <layerName> of its own, or declare both layers in one execution, in <layers>
                        see problems.html#shared-file"""));
    }

    @Test
    void executionsThatWriteOneLockForDifferentThingsAreNamed() {
        run("lock", "small", RUNTIMES, requirements("six"));
        assertThatThrownBy(() -> run("lock", "large", RUNTIMES, requirements("pandas"), text("layerName", "large")))
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.block()).isEqualTo("""
                        The executions "small" and "large" both write pylock.toml, each with other parameters, and one \
                        would overwrite the other.
                        hint: give each a <lockFile> of its own
                        see problems.html#shared-file"""));
    }

    @Test
    void executionsThatWouldBeLockedInOneFileAreNamed() {
        assertThatThrownBy(() -> large("package"))
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.block()).isEqualTo("""
                        The executions "small" and "large" both have the lock pylock.toml, each with other parameters, and \
                        what is locked for one would be out of date for the other.
                        hint: give each a <lockFile> of its own, or declare both layers in one execution, in <layers>
                        see problems.html#shared-file"""));
    }

    @Test
    void lockThatIsThereMayFitBoth() throws IOException {
        Files.createFile(basedir.resolve("pylock.toml"));
        large("package");
        run("lock", "small", RUNTIMES, requirements("six"));
        assertThat(written).hasSize(3);
    }

    @Test
    void goalsThatReadNoLockShareNone() {
        large("policy");
        assertThat(read).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uv.lock", "requirements.txt"})
    void filesThatAreLocksOrMayNameDigestsNeedNoLockBesides(String file) {
        ParameterTree files = ParameterTree.list("requirementsFiles", List.of(file));
        run("package", "large", RUNTIMES, files, text("layerName", "large"));
        assertThat(written).hasSize(2);
    }

    private ExecutionFiles large(String goal) {
        return run(goal, "large", RUNTIMES, requirements("pandas"), text("layerName", "large"));
    }

    @Test
    void lockThatAnEarlierExecutionReadsIsOutOfDateForTheOther() throws IOException {
        Files.createFile(basedir.resolve("pylock.toml"));
        ExecutionFiles files = large("package");
        LayerException outOfDate = new LayerException(
                BuildProblem.LOCK_OUT_OF_DATE, "pylock.toml is out of date.", "mvn lambda-layer:lock");
        assertThat(files.explained(outOfDate).hints())
                .containsExactly(
                        "the execution \"small\" has pylock.toml too: give each a <lockFile> of its own",
                        "mvn lambda-layer:lock");
        LayerException other = new LayerException(PomProblem.OFFLINE, "No.");
        assertThat(files.explained(other)).isSameAs(other);
    }

    @Test
    void lockThatNobodySharesIsJustOutOfDate() {
        LayerException outOfDate = new LayerException(BuildProblem.LOCK_OUT_OF_DATE, "pylock.toml is out of date.");
        assertThat(run("publish", "later", RUNTIMES, requirements("six")).explained(outOfDate))
                .isSameAs(outOfDate);
        ParameterTree own = text("lockFile", "large.toml");
        assertThat(run("package", "large", RUNTIMES, requirements("pandas"), text("layerName", "large"), own)
                        .explained(outOfDate))
                .isSameAs(outOfDate);
    }

    @Test
    void whatIsMadeOfTheFileIsTheSame() {
        run(
                "publish",
                "later",
                RUNTIMES,
                requirements("six"),
                text("bucket", "stage"),
                text("expectedAccount", "123456789012"));
        run("check", "checks", RUNTIMES, requirements("six"), text("importTest", "six"));
        run("package", "small", RUNTIMES, requirements("six"));
        assertThat(written).hasSize(1);
    }

    @Test
    void otherBytesOfTheSamePackagesAreOtherBytes() {
        Stream.of(
                        text("layout", "site-packages"),
                        ParameterTree.list("slim", List.of("tests")),
                        text("bytecode", "beside"),
                        ParameterTree.list("exclusions", List.of("**/x")))
                .forEach(other -> assertThatThrownBy(
                                () -> run("package", "other", RUNTIMES, requirements("six"), other))
                        .as(other.name())
                        .hasMessageStartingWith("The executions \"small\" and \"other\" both write data.zip, "));
    }

    @Test
    void goalsThatWriteNothingAndZipsThatAreGivenMayDiffer() {
        run("prune", "clean", RUNTIMES, requirements("pandas"));
        run("publish", "promote", RUNTIMES, requirements("pandas"), text("zip", "tested.zip"));
        assertThat(written).hasSize(1);
    }
}
