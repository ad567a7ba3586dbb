package io.github.lambdalayer.problem;

/**
 * Text from outside (names of files, headers, replies) made safe to print: control and direction characters become
 * escapes such as {@code \u001b}, so that a hostile name can neither forge a line of the log nor hide in it.
 */
public final class Printable {

    private Printable() {}

    /** The text with every control character but the line break escaped: {@code a<ESC>b} becomes {@code a\u001bb}. */
    public static String text(String raw) {
        return escape(raw, true);
    }

    /** As {@link #text}, and line breaks are escaped too: for a name inside a sentence. */
    public static String name(String raw) {
        return escape(raw, false);
    }

    /** The text with every {@code user:secret@} of a URL as {@code ***@}; not escaped. */
    public static String withoutUserInfo(String raw) {
        return Excerpt.masked(raw);
    }

    private static String escape(String raw, boolean keepLineBreaks) {
        StringBuilder out = new StringBuilder(raw.length());
        raw.codePoints().forEach(c -> {
            if (isPlain(c) || (keepLineBreaks && c == '\n')) {
                out.appendCodePoint(c);
            } else if (c > 0xFFFF) {
                out.append(String.format("\\U%08x", c));
            } else {
                out.append(String.format("\\u%04x", c));
            }
        });
        return out.toString();
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
