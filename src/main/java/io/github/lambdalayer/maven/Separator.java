package io.github.lambdalayer.maven;

import java.util.ArrayList;
import java.util.List;

/** Where a list that is given as one text, such as {@code -Dlambda-layer.runtimes=python3.12,python3.13}, is cut. */
enum Separator {

    /** For names: {@code python3.12,python3.13}. */
    COMMA(","),

    /** For texts that may hold commas and semicolons: {@code numpy>=2,<3|six}, or one to a line. */
    LINE_OR_BAR("\r\n|");

    private final String marks;

    Separator(String marks) {
        this.marks = marks;
    }

    /** The parts, without blanks around them and without empty ones. */
    List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || marks.indexOf(text.charAt(i)) >= 0) {
                String part = text.substring(from, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                from = i + 1;
            }
        }
        return parts;
    }
}
