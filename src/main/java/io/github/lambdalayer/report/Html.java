package io.github.lambdalayer.report;

import java.util.List;

/** Writes HTML; every text is escaped. */
final class Html {

    private final StringBuilder out = new StringBuilder();

    /** Adds markup as it is. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Adds a text. */
    Html text(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(c < ' ' && c != '\n' ? 0xFFFD : c);
            }
        });
        return this;
    }

    /** Adds an element with a text. */
    Html element(String tag, String text) {
        int space = tag.indexOf(' ');
        return raw("<" + tag + ">").text(text).raw("</" + (space < 0 ? tag : tag.substring(0, space)) + ">");
    }

    /** Adds an element for each text. */
    Html elements(String tag, List<String> texts) {
        texts.forEach(text -> element(tag, text));
        return this;
    }

    /** Adds a row of a table's head. */
    Html head(List<String> names) {
        return raw("<thead><tr>").elements("th scope=\"col\"", names).raw("</tr></thead>\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
