package io.github.lambdalayer.problem;

/** Shows a text from outside and the place of its fault; credentials inside URLs are never shown. */
final class Excerpt {

    private static final int QUOTED = 60;
    private static final int BEFORE = 50;
    private static final int WIDTH = 100;

    private final String text;
    private final int column;

    private Excerpt(String text, int column) {
        this.text = text;
        this.column = column;
    }

    /** The text in quotes, cut after 60 characters: {@code "numpy=1.20"}. */
    static String quoted(String raw) {
        String text = Excerpt.of(raw, 0).text;
        boolean cut = text.length() > QUOTED;
        return '"' + Printable.name(cut ? text.substring(0, QUOTED) + "…" : text) + '"';
    }

    /** The text, indented by two, and a caret under the column; of a long text the part around the column. */
    static String withCaret(String raw, int rawColumn) {
        Excerpt all = of(raw, Math.min(rawColumn, raw.length()));
        int from = all.text.length() <= WIDTH ? 0 : Math.max(0, all.column - BEFORE);
        int to = Math.min(all.text.length(), from + WIDTH);
        String before = (from > 0 ? "…" : "") + Printable.name(all.text.substring(from, all.column));
        String after = Printable.name(all.text.substring(all.column, to)) + (to < all.text.length() ? "…" : "");
        int width = before.codePointCount(0, before.length());
        return "  " + before + after + "\n  " + " ".repeat(width) + "^";
    }

    /** The text with {@code https://user:secret@host} as {@code https://***@host}, and where the column is then. */
    private static Excerpt of(String raw, int rawColumn) {
        StringBuilder out = new StringBuilder(raw.length());
        int column = rawColumn;
        int copied = 0;
        for (int slashes = raw.indexOf("://"); slashes >= 0; slashes = raw.indexOf("://", slashes + 3)) {
            int start = slashes + 3;
            int at = raw.lastIndexOf('@', endOfAuthority(raw, start));
            if (at >= start) {
                out.append(raw, copied, start).append("***");
                copied = at;
                column = rawColumn >= at ? column - (at - start - 3) : Math.min(column, out.length());
            }
        }
        return new Excerpt(out.append(raw, copied, raw.length()).toString(), Math.max(0, column));
    }

    private static int endOfAuthority(String raw, int start) {
        int end = start;
        while (end < raw.length() && "/?# \t\"'".indexOf(raw.charAt(end)) < 0) {
            end++;
        }
        return end - 1;
    }

    /** The text with every {@code user:secret@} of a URL as {@code ***@}. */
    static String masked(String raw) {
        return of(raw, 0).text;
    }
}
