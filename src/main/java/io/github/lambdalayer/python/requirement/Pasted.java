package io.github.lambdalayer.python.requirement;

/** Addresses and paths in commands that users are told to run. */
public final class Pasted {

    private static final String HARMLESS = "._-/:@+~%=";

    private Pasted() {}

    /** The text, or {@code otherwise} where it holds credentials or could mean more to a shell than itself. */
    public static String of(String text, String otherwise) {
        boolean harmless = !text.isEmpty() && text.chars().allMatch(Pasted::isHarmless);
        return harmless && !holdsCredentials(text) ? text : otherwise;
    }

    private static boolean isHarmless(int c) {
        return Cursor.isAlnum(c) || HARMLESS.indexOf(c) >= 0;
    }

    private static boolean holdsCredentials(String address) {
        int host = address.indexOf("://") + 3;
        int end = address.indexOf('/', host);
        return host > 2
                && address.substring(host, end < 0 ? address.length() : end).contains("@");
    }
}
