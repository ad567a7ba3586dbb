package io.github.lambdalayer.python.version;

import java.util.Optional;

/** How a specifier compares. The order is that of reading: {@code ===} before {@code ==}. */
public enum Operator {
    /** Compares the texts. */
    ARBITRARY("==="),
    /** Equal, or of that prefix with {@code .*}. */
    EQUAL("=="),
    /** Not equal, or not of that prefix with {@code .*}. */
    NOT_EQUAL("!="),
    /** {@code ~=1.4.2} is at least 1.4.2 and of 1.4.*. */
    COMPATIBLE("~="),
    /** At most. */
    LESS_OR_EQUAL("<="),
    /** At least. */
    GREATER_OR_EQUAL(">="),
    /** Less, and no pre-release of the version itself. */
    LESS("<"),
    /** Greater, and no post-release of the version itself. */
    GREATER(">");

    private final String text;

    Operator(String text) {
        this.text = text;
    }

    /** The longest operator that stands in the text at an index. */
    public static Optional<Operator> at(String text, int index) {
        for (Operator operator : values()) {
            if (text.startsWith(operator.text, index)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    /** As it is written, for example {@code >=}. */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
