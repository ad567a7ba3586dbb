package io.github.lambdalayer.audit;

import io.github.lambdalayer.problem.Printable;
import java.util.List;

/**
 * Something that is wrong, or may be wrong, with a layer.
 *
 * @param check who found it, for example {@code collision}
 * @param level how grave it is; never {@link Level#OFF}
 * @param message whole sentences with names and numbers
 * @param hints what the user can do; each begins in lower case and has no full stop
 */
public record Finding(String check, Level level, String message, List<String> hints) {

    /** Keeps a copy of the hints; names from libraries and packages in the message forge no line of the log. */
    public Finding {
        message = Printable.name(message);
        hints = List.copyOf(hints);
    }

    Finding at(Level other) {
        return new Finding(check, other, message, hints);
    }
}
