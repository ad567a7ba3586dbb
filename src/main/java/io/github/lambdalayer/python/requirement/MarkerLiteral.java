package io.github.lambdalayer.python.requirement;

/**
 * A quoted text in a marker.
 *
 * @param text without its quotes
 */
record MarkerLiteral(String text) implements MarkerOperand {

    @Override
    public String toString() {
        return text.indexOf('"') < 0 ? '"' + text + '"' : "'" + text + "'";
    }
}
