package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;

/** Keeps credentials out of locks, which go into repositories. */
final class Credentialless {

    private Credentialless() {}

    /** Gives back a text whose addresses hold no credentials, such as {@code https://host/x.whl}. */
    static String require(String text, String what) {
        if (!shown(text).equals(text)) {
            throw new LayerException(
                    LockProblem.LOCK_CREDENTIALS,
                    Character.toUpperCase(what.charAt(0)) + what.substring(1)
                            + " holds credentials, and a lock is for all to read.",
                    "put them into settings.xml as a <server> with the id of the index");
        }
        return text;
    }

    /** A text to be shown: what is written before the host of an address is left out, as in {@code https://***@host/}. */
    static String shown(String text) {
        return Printable.withoutUserInfo(text);
    }
}
