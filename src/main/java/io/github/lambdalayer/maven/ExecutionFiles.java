package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.BuildProblem;
import io.github.lambdalayer.build.Contents;
import io.github.lambdalayer.build.LayerSpec;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files that the executions of one pom write: {@code target/lambda-layer/data.zip} and {@code pylock.toml}. Two
 * executions that make the same of a file may share it, as {@code package} and {@code publish} of one layer do.
 */
final class ExecutionFiles {

    private static final Set<String> MAKING_THE_ZIP =
            Set.of("package", "publish", "attach", "build", "check", "plan", "report");

    private static final Set<String> WITHOUT_LOCK = Set.of("detach", "policy", "prune");

    private static final String OWN_LOCK = "give each a <lockFile> of its own";

    /** What an execution makes of a file: alike where {@code decides} is. */
    record Writer(String execution, List<Object> decides) {

        private boolean isAgainst(Writer other) {
            return !execution.equals(other.execution) && !decides.equals(other.decides);
        }
    }

    private final Map<Path, Writer> writers;
    private final Map<Path, Writer> readers;
    private final List<String> sharing = new ArrayList<>();
    private final Problems problems = new Problems();

    /** Both, and who reads which lock, are kept from one execution of a project to the next. */
    ExecutionFiles(Map<Path, Writer> writers, Map<Path, Writer> readers) {
        this.writers = writers;
        this.readers = readers;
    }

    /**
     * Fails before an execution overwrites what another one has written for something else.
     *
     * @throws LayerException {@link PomProblem#SHARED_FILE}
     */
    void require(String goal, String execution, List<DeclaredLayer> layers) {
        layers.stream()
                .filter(layer -> layer.parameters().nonEmpty("zip").isEmpty())
                .forEach(layer -> require(goal, execution, layer.spec()));
        problems.throwIfAny();
    }

    private void require(String goal, String execution, LayerSpec spec) {
        if (MAKING_THE_ZIP.contains(goal)) {
            require(
                    spec.files().zip(),
                    new Writer(execution, zip(spec)),
                    "give each a <layerName> of its own, or declare both layers in one execution, in <layers>");
        }
        Path lock = spec.lock().file();
        Writer writer = new Writer(execution, choice(spec));
        if (goal.equals("lock")) {
            require(lock, writer, OWN_LOCK);
        } else if (problems.isEmpty() && !WITHOUT_LOCK.contains(goal)) {
            read(lock, writer, spec.isToBeLocked());
        }
    }

    /** A lock of another tool may fit both, so that one which is there need not be a fault. */
    private void read(Path lock, Writer reader, boolean isToBeLocked) {
        Writer earlier = readers.putIfAbsent(absolute(lock), reader);
        if (earlier == null || !reader.isAgainst(earlier)) {
            return;
        }
        if (isToBeLocked && Files.notExists(lock)) {
            problems.add(new LayerException(
                    PomProblem.SHARED_FILE,
                    "The executions \"" + earlier.execution() + "\" and \"" + reader.execution()
                            + "\" both have the lock "
                            + lock.getFileName()
                            + ", each with other parameters, and what is locked for one would be out of date for the other.",
                    OWN_LOCK + ", or declare both layers in one execution, in <layers>"));
        } else {
            sharing.add(
                    "the execution \"" + earlier.execution() + "\" has " + lock.getFileName() + " too: " + OWN_LOCK);
        }
    }

    /** The failure; of a lock that fits an earlier execution alone, with the hint that says so before all others. */
    LayerException explained(LayerException failure) {
        if (sharing.isEmpty() || !failure.code().equals(BuildProblem.LOCK_OUT_OF_DATE)) {
            return failure;
        }
        List<String> hints = new ArrayList<>(sharing);
        hints.addAll(failure.hints());
        return new LayerException(failure.code(), failure.sentence(), hints, failure);
    }

    private void require(Path file, Writer writer, String hint) {
        Writer earlier = writers.putIfAbsent(absolute(file), writer);
        if (earlier != null && writer.isAgainst(earlier)) {
            problems.add(new LayerException(
                    PomProblem.SHARED_FILE,
                    "The executions \"" + earlier.execution() + "\" and \"" + writer.execution() + "\" both write "
                            + file.getFileName()
                            + ", each with other parameters, and one would overwrite the other.",
                    hint));
        }
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    /** What decides which wheels are chosen. */
    private static List<Object> choice(LayerSpec spec) {
        return List.of(
                spec.wanted(),
                spec.lock().targets(),
                spec.indexes().indexes(),
                spec.indexes().findLinks(),
                spec.indexes().pinned(),
                spec.indexes().fileOptions());
    }

    /** What decides the bytes of the zip; how grave findings are does not. */
    private static List<Object> zip(LayerSpec spec) {
        Contents contents = spec.contents();
        return List.of(
                choice(spec),
                spec.targets(),
                contents.layout(),
                contents.ownFiles(),
                contents.exclusions(),
                contents.slim(),
                contents.modules());
    }
}
