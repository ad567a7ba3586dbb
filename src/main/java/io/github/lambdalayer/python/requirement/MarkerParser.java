package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.problem.SyntaxFault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads a marker (PEP 508) without recursion: open parentheses wait on a stack of limited height. */
final class MarkerParser {

    private static final int MAX_DEPTH = 100;

    private final Cursor cursor;
    private final Deque<Level> levels = new ArrayDeque<>();

    MarkerParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** What was read inside one pair of parentheses: ors of ands. */
    private static final class Level {
        private final List<Marker> ors = new ArrayList<>();
        private List<Marker> ands = new ArrayList<>();

        void or() {
            ors.add(Marker.allOf(ands));
            ands = new ArrayList<>();
        }

        Marker marker() {
            or();
            return Marker.anyOf(ors);
        }
    }

    static Marker parse(String text) {
        if (text.length() > RequirementParser.MAX_LENGTH) {
            throw new SyntaxFault(
                    RequirementParser.MAX_LENGTH, "it is longer than " + RequirementParser.MAX_LENGTH + " characters");
        }
        return new MarkerParser(new Cursor(text)).marker();
    }

    /**
     * Reads up to the end of the text.
     *
     * <pre>
     * marker     = ands *( "or" ands )
     * ands       = one *( "and" one )
     * one        = "(" marker ")" / comparison
     * </pre>
     */
    Marker marker() {
        levels.push(new Level());
        while (true) {
            openings();
            top().ands.add(comparison());
            if (!connective()) {
                return levels.pop().marker();
            }
        }
    }

    private Level top() {
        return levels.getFirst();
    }

    private void openings() {
        cursor.skipBlanks();
        while (cursor.peek() == '(') {
            if (levels.size() > MAX_DEPTH) {
                throw cursor.fault("its parentheses are nested too deep, more than " + MAX_DEPTH + " of them");
            }
            cursor.take('(');
            levels.push(new Level());
            cursor.skipBlanks();
        }
    }

    /** Reads closing parentheses and then {@code and} or {@code or}; false at the end of the text. */
    private boolean connective() {
        cursor.skipBlanks();
        while (levels.size() > 1 && cursor.take(')')) {
            Marker inner = levels.pop().marker();
            top().ands.add(inner);
            cursor.skipBlanks();
        }
        if (word("or")) {
            top().or();
            return true;
        }
        if (word("and")) {
            return true;
        }
        if (levels.size() > 1) {
            throw cursor.fault("expected and, or, or a closing parenthesis");
        }
        if (!cursor.isAtEnd()) {
            throw cursor.fault("expected and, or, or the end of the marker");
        }
        return false;
    }

    /**
     * Reads one comparison.
     *
     * <pre>
     * comparison = operand operator operand
     * operand    = variable / quoted text
     * operator   = "&lt;=" / "&lt;" / "!=" / "===" / "==" / "&gt;=" / "&gt;" / "~=" / "in" / "not" "in"
     * </pre>
     */
    private Marker comparison() {
        MarkerOperand left = operand();
        cursor.skipBlanks();
        MarkerOperator operator = operator();
        cursor.skipBlanks();
        return new MarkerComparison(left, operator, operand());
    }

    private MarkerOperand operand() {
        char quote = cursor.peek();
        if (quote == '"' || quote == '\'') {
            return literal(quote);
        }
        int start = cursor.at();
        String name = cursor.takeWhile(c -> Cursor.isAlnum(c) || c == '_' || c == '.');
        Optional<MarkerVariable> variable = MarkerVariable.of(name);
        if (variable.isPresent()) {
            return variable.get();
        }
        if (name.isEmpty() || !Character.isLetter(name.charAt(0))) {
            throw new SyntaxFault(
                    start, "expected a variable such as python_version, or a quoted text", quotedHint(name));
        }
        throw new SyntaxFault(start, "there is no marker variable \"" + name + "\"", MarkerVariableNames.hint());
    }

    private static String[] quotedHint(String value) {
        return value.isEmpty() ? new String[0] : new String[] {"write \"" + value + "\" in quotes"};
    }

    private MarkerOperand literal(char quote) {
        int start = cursor.at();
        cursor.take(quote);
        String text = cursor.takeWhile(c -> c != quote && c != '\\');
        if (cursor.peek() == '\\') {
            throw cursor.fault("a quoted text cannot hold a backslash");
        }
        if (!cursor.take(quote)) {
            throw new SyntaxFault(start, "this quote is never closed");
        }
        return new MarkerLiteral(text);
    }

    private MarkerOperator operator() {
        if (word("in")) {
            return MarkerOperator.IN;
        }
        if (word("not")) {
            if (cursor.skipBlanks() && word("in")) {
                return MarkerOperator.NOT_IN;
            }
            throw cursor.fault("expected in after not");
        }
        for (MarkerOperator operator : MarkerOperator.values()) {
            if (!operator.isMembership() && cursor.startsWith(operator.toString())) {
                cursor.skip(operator.toString().length());
                return operator;
            }
        }
        throw cursor.fault("expected a comparison: one of <=, <, !=, ==, >=, >, ~=, ===, in, not in");
    }

    /** Reads a word when it comes next and is no part of a longer one. */
    private boolean word(String word) {
        boolean found = cursor.startsWith(word) && !isWordPart(cursor.peek(word.length()));
        if (found) {
            cursor.skip(word.length());
        }
        return found;
    }

    private static boolean isWordPart(char c) {
        return Cursor.isAlnum(c) || c == '_';
    }
}
