package io.github.lambdalayer.python.wheel;

import io.github.lambdalayer.files.IoReason;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.zip.ZipProblem;
import java.io.IOException;
import java.util.List;

/** Words failures so that they name the wheel, and tells what a user can do about a wheel. */
final class WheelFault {

    private WheelFault() {}

    static LayerException of(WheelProblem code, WheelFilename name, String sentence) {
        return new LayerException(code, Printable.name(name.text()) + ": " + sentence, anotherRelease(name));
    }

    /** The same failure with the hint for a wheel: who fetched an archive from an index can fetch another. */
    static LayerException ofArchive(LayerException e, WheelFilename name) {
        return e.code() instanceof ZipProblem problem
                ? new LayerException(problem, e.sentence(), List.of(hint(problem, name)), e)
                : e;
    }

    private static String hint(ZipProblem problem, WheelFilename name) {
        return switch (problem) {
            case NOT_A_ZIP -> "check the index's URL in the pom, and its <server> in settings.xml";
            case CORRUPT_ENTRY -> "run again; if it repeats, the index or a proxy alters files";
            case BAD_ZIP_STRUCTURE -> "run again; if it repeats, " + anotherRelease(name);
            default -> anotherRelease(name);
        };
    }

    static LayerException unreadable(IOException e, WheelFilename name) {
        return new LayerException(
                WheelProblem.UNREADABLE_WHEEL,
                Printable.name(name.text()) + ": the file cannot be read: " + IoReason.of(e) + ".",
                List.of("see that the file is there and that this user may read it, then run again"),
                e);
    }

    private static String anotherRelease(WheelFilename name) {
        return "choose another release of " + name.name() + ", and report this one to its index";
    }
}
