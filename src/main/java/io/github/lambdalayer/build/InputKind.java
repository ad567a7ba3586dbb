package io.github.lambdalayer.build;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.python.lock.LockFileName;
import io.github.lambdalayer.toml.TomlEntries;
import io.github.lambdalayer.toml.TomlFile;
import java.nio.file.Path;
import java.util.Optional;

/** The kinds of files that {@code requirementsFiles} may name, told apart by their names, and where those do not tell, by content. */
enum InputKind {
    /** A requirements.txt, under whatever name. */
    REQUIREMENTS,
    /** A pyproject.toml. */
    PROJECT,
    /** A pylock.toml, of whichever tool. */
    PYLOCK,
    /** A uv.lock. */
    UV_LOCK,
    /** A poetry.lock. */
    POETRY_LOCK;

    /**
     * The kind of a file.
     *
     * @throws LayerException with {@link BuildProblem#BAD_REQUIREMENTS_FILE} for other locks and other TOML
     */
    static InputKind of(Path file) {
        String name = String.valueOf(file.getFileName());
        if (LockFileName.isValid(file)) {
            return PYLOCK;
        }
        return switch (name) {
            case "pyproject.toml" -> PROJECT;
            case "uv.lock" -> UV_LOCK;
            case "poetry.lock" -> POETRY_LOCK;
            case "Pipfile", "setup.cfg", "setup.py", "environment.yml", "environment.yaml" -> throw notUnderstood(name);
            default -> mayInclude(file) ? REQUIREMENTS : byContent(file, name);
        };
    }

    /** Whether a file of this name can name other files that are read too. */
    static boolean mayInclude(Path file) {
        String name = String.valueOf(file.getFileName());
        return isRyes(name) || (!name.endsWith(".toml") && !name.endsWith(".lock"));
    }

    /** Rye's requirements.lock and requirements-dev.lock are no TOML, but what a requirements.txt is. */
    private static boolean isRyes(String name) {
        return name.startsWith("requirements") && name.endsWith(".lock");
    }

    /** Whether such a file counts as the lock. */
    boolean isLock() {
        return this == PYLOCK || this == UV_LOCK || this == POETRY_LOCK;
    }

    private static InputKind byContent(Path file, String name) {
        if (name.equals("Pipfile.lock")) { // It is JSON.
            throw notUnderstood(name);
        }
        TomlEntries content = TomlFile.read(file);
        if (content.has("lock-version")) {
            return PYLOCK;
        }
        if (content.has("package")) {
            return byMetadata(content.table("metadata"), name);
        }
        if (content.has("project") || content.has("dependency-groups")) {
            return PROJECT;
        }
        throw notUnderstood(name);
    }

    /** That of pdm has a {@code lock_version}. */
    private static InputKind byMetadata(Optional<TomlEntries> metadata, String name) {
        if (metadata.filter(entries -> !entries.has("lock-version")).isPresent()) {
            throw notUnderstood(name);
        }
        return metadata.isPresent() ? POETRY_LOCK : UV_LOCK;
    }

    private static LayerException notUnderstood(String name) {
        return new LayerException(
                BuildProblem.BAD_REQUIREMENTS_FILE,
                Printable.name(name) + " is neither a requirements.txt nor a pyproject.toml, nor a lock that is read"
                        + " here: pylock.toml, uv.lock or poetry.lock.",
                "let the tool that wrote it make a pylock.toml, or a requirements.txt with --hash");
    }
}
