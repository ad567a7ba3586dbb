package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.problem.Printable;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The folder that requirements files may name files of. */
final class ProjectFolder {

    private final Path base;

    ProjectFolder(Path base) {
        this.base = real(base);
    }

    /** A file that is named in a file of {@code folder}; links are followed before it is judged. */
    Path resolve(Path folder, String text, LinePlace place) {
        Path file = real(parse(folder, text, place));
        if (!file.startsWith(base)) {
            throw place.fault(
                    RequirementsFileProblem.REQUIREMENTS_FILE_PATH,
                    "\"" + Printable.name(text) + "\" lies outside of the project's folder.",
                    "move the file into the project");
        }
        return file;
    }

    /** How sentences call a file: by its way from the project's folder where it lies in it. */
    String shown(Path file) {
        Path path = real(file);
        String shown = path.startsWith(base) ? base.relativize(path).toString() : file.toString();
        return Printable.name(shown.replace('\\', '/'));
    }

    private static Path parse(Path folder, String text, LinePlace place) {
        try {
            return folder.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw place.fault(
                    RequirementsFileProblem.REQUIREMENTS_FILE_PATH, "\"" + Printable.name(text) + "\" is no path.");
        }
    }

    /** The file itself, not a link to it. */
    static Path real(Path file) {
        Path path = file.toAbsolutePath().normalize();
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path; // It is not there: who opens it will say so.
        }
    }
}
