package io.github.lambdalayer.audit;

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

    /** Keeps a copy of the hints. */
    public Finding {
        hints = List.copyOf(hints);
    }

    Finding at(Level other) {
        return new Finding(check, other, message, hints);
    }
}
