package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.problem.SyntaxFault;
import java.util.ArrayList;
import java.util.List;

/** Divides a line of options into words as a shell does: quotes of both kinds, and a backslash before a character. */
final class ShellWords {

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private char quote;

    private ShellWords() {}

    /**
     * The words of a line.
     *
     * @throws SyntaxFault when a quote is not closed
     */
    static List<String> split(String line) {
        ShellWords words = new ShellWords();
        for (int i = 0; i < line.length(); i++) {
            boolean escaped = line.charAt(i) == '\\' && words.quote != '\'' && i + 1 < line.length();
            i += escaped ? 1 : 0;
            words.take(line.charAt(i), escaped);
        }
        if (words.quote != 0) {
            throw new SyntaxFault(line.length(), "expected a closing " + words.quote);
        }
        words.end();
        return words.words;
    }

    private void take(char c, boolean escaped) {
        if (!escaped && quote == 0 && LogicalLine.isBlank(c)) {
            end();
        } else if (!escaped && c == quote) {
            quote = 0;
        } else if (!escaped && quote == 0 && (c == '"' || c == '\'')) {
            quote = c;
            inWord = true;
        } else {
            word.append(c);
            inWord = true;
        }
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
    }
}
