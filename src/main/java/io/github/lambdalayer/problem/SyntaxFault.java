package io.github.lambdalayer.problem;

import java.util.List;

/**
 * A parser's word for what is wrong at a column of its text; whoever knows the whole text makes a
 * {@link LayerException} of it.
 *
 * <pre>{@code
 * throw new SyntaxFault(5, "expected a comparison such as == or >= after the name").in(code, "a requirement", "numpy=1.20");
 * }</pre>
 *
 * reads
 *
 * <pre>
 * "numpy=1.20" is not a requirement: expected a comparison such as == or >= after the name.
 *
 *   numpy=1.20
 *        ^
 * </pre>
 *
 * <p>It has no stack trace: parsers throw it for input, by the thousand, and never for faults of ours.
 */
public final class SyntaxFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int column;
    private final transient List<String> hints;

    /** A fault at a column that counts from 0; {@code expected} is the end of a sentence, without its full stop. */
    public SyntaxFault(int column, String expected, String... hints) {
        this(column, expected, List.of(hints));
    }

    private SyntaxFault(int column, String expected, List<String> hints) {
        super(expected, null, false, false);
        this.column = column;
        this.hints = hints;
    }

    /** What was expected, for example {@code expected a version after ==}. */
    public String expected() {
        return String.valueOf(getMessage());
    }

    /** The column, counted from 0. */
    public int column() {
        return column;
    }

    /** The same fault, for a text in which the parsed one begins at column {@code by}. */
    public SyntaxFault shifted(int by) {
        return new SyntaxFault(column + by, expected(), hints);
    }

    /** The failure for users; {@code kind} is what the text should have been, for example {@code a requirement}. */
    public LayerException in(ProblemCode code, String kind, String text) {
        String sentence = Excerpt.quoted(text) + " is not " + kind + ": " + expected() + found(text) + ".\n\n"
                + Excerpt.withCaret(text, column);
        return new LayerException(code, sentence, hints, null);
    }

    /** Names a character that cannot be seen, or that looks like another one. */
    private String found(String text) {
        if (column >= text.length()) {
            return "";
        }
        int found = text.codePointAt(column);
        return found >= ' ' && found <= '~'
                ? ""
                : String.format(", found U+%04X (%s)", found, Character.getName(found));
    }
}
