package io.github.lambdalayer.build;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.python.requirement.RequirementsFileProblem;
import java.nio.file.Files;
import java.nio.file.Path;

/** Words for one of the {@code requirementsFiles} that is not there. */
final class MissingFile {

    private static final String PATH = "correct the path in <requirementsFiles>; it is seen from the folder of the pom";

    private MissingFile() {}

    /**
     * Fails where there is none.
     *
     * @throws LayerException {@link RequirementsFileProblem#REQUIREMENTS_FILE_UNREADABLE} with the command that writes such a file
     */
    static void requireThere(Path file) {
        if (Files.notExists(file)) { // A link that leads to itself does exist.
            throw new LayerException(
                    RequirementsFileProblem.REQUIREMENTS_FILE_UNREADABLE,
                    "There is no file " + Printable.name(file.toString()) + ".",
                    hints(InputKind.of(file)));
        }
    }

    private static String[] hints(InputKind kind) {
        return switch (kind) {
            case UV_LOCK -> new String[] {"uv lock, in the folder of its pyproject.toml", "or " + PATH};
            case POETRY_LOCK -> new String[] {"poetry lock, in the folder of its pyproject.toml", "or " + PATH};
            case PYLOCK -> new String[] {PATH, "or take it out where it is to be written here: mvn lambda-layer:lock"};
            case PROJECT, REQUIREMENTS -> new String[] {PATH};
        };
    }
}
