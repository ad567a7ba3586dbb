package io.github.lambdalayer.maven;

import static io.github.lambdalayer.maven.PomTrees.requirements;
import static io.github.lambdalayer.maven.PomTrees.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.build.BuildProblem;
import io.github.lambdalayer.problem.LayerException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    /** They may have no lock at all; one that fits only one of them is told as out of date. */
    @Test
    void whoeverReadsTheLockDoesNotWriteIt() {
        run("package", "large", RUNTIMES, requirements("pandas"), text("layerName", "large"));
        run("lock", "small", RUNTIMES, requirements("six"));
        assertThat(written).hasSize(3);
    }

    @Test
    void lockThatAnEarlierExecutionReadsIsOutOfDateForTheOther() {
        ExecutionFiles files = run("package", "large", RUNTIMES, requirements("pandas"), text("layerName", "large"));
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
