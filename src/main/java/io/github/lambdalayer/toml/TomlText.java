package io.github.lambdalayer.toml;

import java.util.Collection;
import java.util.stream.Collectors;

/** Values as TOML writes them, always in the same form, so that a file changes only where a value does. */
public final class TomlText {

    private TomlText() {}

    /** A string in quotation marks: {@code "six"}, or {@code 'say "hi"'} where that saves escapes. */
    public static String quoted(String text) {
        boolean literal = text.chars().noneMatch(c -> c == '\'' || isControl(c));
        if (literal && (text.indexOf('"') >= 0 || text.indexOf('\\') >= 0)) {
            return "'" + text + "'";
        }
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (isControl(c)) {
                out.append(String.format("\\u%04X", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }

    private static boolean isControl(int c) {
        return c < 0x20 || c == 0x7F;
    }

    /** An array of strings, one a line, so that a change of one is a change of one line. */
    public static String lines(Collection<String> texts) {
        return texts.stream().map(text -> "    " + quoted(text) + ",\n").collect(Collectors.joining("", "[\n", "]"));
    }
}
