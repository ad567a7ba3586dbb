package io.github.lambdalayer.build;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The lock among the {@code requirementsFiles}, where there is one: it counts as the lock then, whatever else lies
 * beside it.
 *
 * @param file for example {@code uv.lock}
 * @param kind which tool's
 */
record NamedLock(Path file, InputKind kind) {

    /**
     * The lock that is named.
     *
     * @throws LayerException with {@link BuildProblem#TWO_LOCKS} when there is more than one
     */
    static Optional<NamedLock> of(Wanted wanted) {
        List<NamedLock> locks = wanted.ofAll(Wanted::files).stream()
                .map(file -> new NamedLock(file, InputKind.of(file)))
                .filter(named -> named.kind().isLock())
                .toList();
        if (locks.size() > 1) {
            throw new LayerException(
                    BuildProblem.TWO_LOCKS,
                    "Both " + locks.get(0).apartFrom(locks.get(1)) + " and "
                            + locks.get(1).apartFrom(locks.get(0))
                            + " are among the <requirementsFiles>, and only one can be the lock.",
                    "leave one of them out");
        }
        return locks.stream().findFirst();
    }

    /** The file that chooses the wheels of a layer, addresses, sizes and all; empty when they are resolved. */
    static Optional<Path> fileOf(LayerSpec spec) {
        Optional<NamedLock> named = of(spec.wanted());
        return named.isPresent()
                ? named.filter(NamedLock::choosesWheels).map(NamedLock::file)
                : Optional.of(spec.lock().file()).filter(Files::exists);
    }

    /** Whether it says which wheels there are, and where; of a poetry.lock only the versions count. */
    boolean choosesWheels() {
        return kind != InputKind.POETRY_LOCK;
    }

    /** The failure that this lock is not ours to write. */
    LayerException notWrittenHere() {
        return new LayerException(
                BuildProblem.LOCK_NOT_OURS,
                this + " is among the <requirementsFiles>, so it counts as the lock, and is not written here.",
                switch (kind) {
                    case UV_LOCK -> "uv lock";
                    case POETRY_LOCK -> "poetry lock";
                    default -> "let the tool that wrote it lock again";
                },
                "or leave it out of <requirementsFiles>, and name the requirements in the pom");
    }

    /** The file's name, or the whole of its path where another lock has that name too. */
    private String apartFrom(NamedLock other) {
        return toString().equals(other.toString()) ? Printable.name(file.toString()) : toString();
    }

    /** The file's name. */
    @Override
    public String toString() {
        return Printable.name(String.valueOf(file.getFileName()));
    }
}
