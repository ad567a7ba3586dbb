package io.github.lambdalayer.build;

import java.util.Map;

/** Lines of a file of properties, in ASCII, so that {@link java.util.Properties} reads back what was written. */
final class PropertiesText {

    private PropertiesText() {}

    /** One line {@code key=value} each, in the order of the map: {@code lambda-layer.data.zip=/home/j\u00f6rg/data.zip}. */
    static String of(Map<String, String> properties) {
        StringBuilder lines = new StringBuilder();
        properties.forEach((key, value) -> {
            escape(key, lines);
            lines.append('=');
            escape(value, lines);
            lines.append('\n');
        });
        return lines.toString();
    }

    /** Of what {@code load} takes for a sign of its own, names and paths of ours have the backslash alone. */
    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                out.append("\\\\");
            } else if (c < ' ' || c > '~') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
    }
}
