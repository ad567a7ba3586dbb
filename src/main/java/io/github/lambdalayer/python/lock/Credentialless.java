package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.problem.LayerException;

/** Keeps credentials out of locks, which go into repositories. */
final class Credentialless {

    private Credentialless() {}

    /** Gives back a text whose addresses hold no credentials, such as {@code https://host/x.whl}. */
    static String require(String text, String what) {
        for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
            if (hasUser(text, at + 3)) {
                throw new LayerException(
                        LockProblem.LOCK_CREDENTIALS,
                        Character.toUpperCase(what.charAt(0)) + what.substring(1)
                                + " holds credentials, and a lock is for all to read.",
                        "put them into settings.xml as a <server> with the id of the index");
            }
        }
        return text;
    }

    /** A text to be shown: what is written before the host of an address is left out, as in {@code https://***@host/}. */
    static String shown(String text) {
        StringBuilder out = new StringBuilder();
        int copied = 0;
        for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
            if (hasUser(text, at + 3)) {
                out.append(text, copied, at + 3).append("***");
                copied = text.indexOf('@', at);
            }
        }
        return out.append(text, copied, text.length()).toString();
    }

    /** Whether an at sign stands before the end of the host. */
    private static boolean hasUser(String text, int host) {
        int end = host;
        while (end < text.length() && "/?# \"'".indexOf(text.charAt(end)) < 0) {
            if (text.charAt(end) == '@') {
                return true;
            }
            end++;
        }
        return false;
    }
}
