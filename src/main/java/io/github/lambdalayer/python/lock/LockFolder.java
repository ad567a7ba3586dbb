package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The folder of a lock, which the paths in it start from and must not leave; except into the folders of wheels that
 * the pom names itself.
 *
 * @param folder where the lock lies, absolute
 * @param findLinks folders that paths may lead to as well, absolute
 */
record LockFolder(Path folder, List<Path> findLinks) {

    static LockFolder of(Path lock, List<Path> findLinks) {
        Path folder = lock.toAbsolutePath().normalize().getParent();
        return new LockFolder(
                folder == null ? lock.toAbsolutePath() : folder,
                findLinks.stream().map(f -> f.toAbsolutePath().normalize()).toList());
    }

    /** The file that a path of the lock means. */
    Path resolve(String text) {
        Path path = parse(text);
        if (path.isAbsolute() || text.startsWith("/") || text.startsWith("\\")) {
            throw refused(text, "is absolute");
        }
        Path file = folder.resolve(path).normalize();
        requireInside(file, text);
        return file;
    }

    /** The file that an address of the lock means, by the same rule. */
    Path checked(URI file) {
        Path path = parse(file);
        requireInside(path, path.toString());
        return path;
    }

    private static Path parse(URI file) {
        try {
            return Path.of(file).normalize();
        } catch (IllegalArgumentException e) {
            throw refused(file.toString(), "is no path");
        }
    }

    /** Whether there is a path from the lock to a file: on Windows none leads to another drive. */
    boolean reaches(Path file) {
        return Objects.equals(folder.getRoot(), file.toAbsolutePath().getRoot());
    }

    /** How the lock names a file that it {@link #reaches}, with slashes on every system. */
    String relativize(Path file) {
        Path target = file.toAbsolutePath().normalize();
        requireInside(target, target.toString());
        return folder.relativize(target).toString().replace('\\', '/');
    }

    private void requireInside(Path file, String shown) {
        if (!isInside(file)) {
            throw refused(shown, "leaves the folder of the lock");
        }
        // A link inside the folder may point out of it.
        if (!isInside(real(file))) {
            throw refused(shown, "leads through a link out of the folder of the lock");
        }
    }

    private boolean isInside(Path file) {
        return Stream.concat(Stream.of(folder), findLinks.stream())
                .anyMatch(allowed -> file.startsWith(allowed) || file.startsWith(real(allowed)));
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file; // It is not there: who opens it will say so.
        }
    }

    private static Path parse(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw refused(text, "is no path");
        }
    }

    private static LayerException refused(String shown, String because) {
        return new LayerException(
                LockProblem.LOCK_PATH,
                "\"" + Printable.name(shown) + "\" " + because + ".",
                "keep the wheels beside the lock, or name their folder in <findLinks>");
    }
}
