package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.version.Specifiers;
import java.util.List;

/**
 * What was resolved for one target, ready to be locked.
 *
 * @param target the interpreter that the wheels run on
 * @param wheels one for each package
 */
public record LockInput(PythonTarget target, List<Wheel> wheels) {

    /** Copies the list. */
    public LockInput {
        wheels = List.copyOf(wheels);
    }

    /**
     * One package that was chosen.
     *
     * @param file the wheel with its sha256
     * @param requiresPython as its metadata says
     * @param dependencies the packages that it asks for on this target
     */
    public record Wheel(IndexFile file, Specifiers requiresPython, List<PackageName> dependencies) {

        /** Copies the list. */
        public Wheel {
            dependencies = List.copyOf(dependencies);
        }

        PackageName name() {
            return file.filename().name();
        }

        /** Where its bytes are. */
        LockedWheel locked() {
            if (file.sha256().isEmpty()) {
                throw new LayerException(
                        LockProblem.LOCK_HASH,
                        "Index " + file.index() + " gives no sha256 for " + file + ", so it cannot be locked.",
                        "put the wheel into a folder of <findLinks>, whose files are digested here");
            }
            return new LockedWheel(file.filename(), file.url(), file.bytes(), file.sha256(), file.uploadTime());
        }
    }
}
