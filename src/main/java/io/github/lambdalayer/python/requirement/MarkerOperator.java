package io.github.lambdalayer.python.requirement;

/** How a marker compares; in the order of reading, {@code ===} before {@code ==}. */
enum MarkerOperator {
    ARBITRARY("==="),
    EQUAL("=="),
    NOT_EQUAL("!="),
    COMPATIBLE("~="),
    LESS_OR_EQUAL("<="),
    GREATER_OR_EQUAL(">="),
    LESS("<"),
    GREATER(">"),
    IN("in"),
    NOT_IN("not in");

    private final String text;

    MarkerOperator(String text) {
        this.text = text;
    }

    /** Whether it says that something is not so: it must hold for each extra, where others need one. */
    boolean isNegative() {
        return this == NOT_EQUAL || this == NOT_IN;
    }

    boolean isMembership() {
        return this == IN || this == NOT_IN;
    }

    @Override
    public String toString() {
        return text;
    }
}
