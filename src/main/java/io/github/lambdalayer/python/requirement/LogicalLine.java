package io.github.lambdalayer.python.requirement;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a requirements.txt as pip understands it: joined with those that it goes on in, without its comment.
 *
 * @param number where it begins, counted from 1
 * @param text never empty, no blanks around it
 */
record LogicalLine(int number, String text) {

    /**
     * The lines of a text that say something, in pip's order of steps: a backslash at the end of a line joins it with
     * the next one, a line that is only a comment ends that; then comments are dropped.
     */
    static List<LogicalLine> of(String text) {
        List<LogicalLine> lines = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        int number = 0;
        int first = 1;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            first = joined.length() == 0 ? number : first;
            if (line.endsWith("\\") && !isComment(line)) {
                joined.append(line, 0, endWithoutBackslashes(line));
            } else {
                // The blank keeps a comment a comment when it ends a line that was going on.
                joined.append(isComment(line) ? " " : "").append(line);
                add(first, joined, lines);
            }
        }
        add(first, joined, lines);
        return lines;
    }

    private static void add(int number, StringBuilder joined, List<LogicalLine> lines) {
        String text = strip(joined.substring(0, commentStart(joined)));
        joined.setLength(0);
        if (!text.isEmpty()) {
            lines.add(new LogicalLine(number, text));
        }
    }

    /** A comment begins at a number sign that stands first or after a blank; {@code x.whl#sha256=…} has none. */
    private static int commentStart(CharSequence line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '#' && (i == 0 || isBlank(line.charAt(i - 1)))) {
                return i;
            }
        }
        return line.length();
    }

    private static boolean isComment(String line) {
        String stripped = strip(line);
        return !stripped.isEmpty() && stripped.charAt(0) == '#';
    }

    private static int endWithoutBackslashes(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\\') {
            end--;
        }
        return end;
    }

    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** ASCII only: a blank that cannot be told from a space by eye is a fault, not a blank. */
    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f' || c == '\u000B';
    }
}
