package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.nio.file.Path;

/** The names that PEP 751 allows: {@code pylock.toml} and {@code pylock.<name>.toml}. */
public final class LockFileName {

    private static final String FIRST = "pylock.";
    private static final String LAST = ".toml";

    private LockFileName() {}

    /** Whether a file is named as a lock. */
    public static boolean isValid(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.equals("pylock.toml")) {
            return true;
        }
        // PEP 751: ^pylock\.([^.]+)\.toml$
        boolean framed =
                name.length() > FIRST.length() + LAST.length() && name.startsWith(FIRST) && name.endsWith(LAST);
        return framed && name.indexOf('.', FIRST.length()) == name.length() - LAST.length();
    }

    /**
     * Passes a good name.
     *
     * @throws LayerException with {@link LockProblem#LOCK_FILE_NAME} when pip and uv would refuse it
     */
    static void require(Path file) {
        if (!isValid(file)) {
            throw new LayerException(
                    LockProblem.LOCK_FILE_NAME,
                    "\"" + Printable.name(String.valueOf(file.getFileName()))
                            + "\" is no name for a lock file: it must be pylock.toml or pylock.<name>.toml, and <name>"
                            + " holds no full stop.");
        }
    }
}
