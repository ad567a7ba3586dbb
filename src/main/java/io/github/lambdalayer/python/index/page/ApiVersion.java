package io.github.lambdalayer.python.index.page;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.Shown;
import io.github.lambdalayer.python.index.http.HttpAnswer;
import java.net.URI;

/** The version of the index's interface, of which we know 1.x: {@code 1.4}. */
final class ApiVersion {

    /** The newest that was known when this was written. */
    private static final long NEWEST_MINOR = 4;

    private ApiVersion() {}

    /**
     * Fails on another major version, as PEP 629 demands.
     *
     * @throws LayerException with {@link IndexProblem#API_VERSION}
     */
    static void check(String version, URI page) {
        if (part(version, 0) != 1) {
            throw new LayerException(
                    IndexProblem.API_VERSION,
                    Shown.url(page) + " speaks version " + Printable.name(version)
                            + " of the index interface, and this plugin knows 1.x.",
                    "look for a newer version of this plugin");
        }
    }

    /** Whether the minor version is newer than what is known, which merits a warning. */
    static boolean isNewer(String version) {
        return part(version, 1) > NEWEST_MINOR;
    }

    private static long part(String version, int index) {
        String[] parts = version.strip().split("\\.", 3);
        return index < parts.length ? HttpAnswer.number(parts[index]) : -1;
    }
}
