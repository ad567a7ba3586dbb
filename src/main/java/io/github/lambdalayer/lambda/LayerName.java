package io.github.lambdalayer.lambda;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.SyntaxFault;

/**
 * A layer's name: 1 to 140 ASCII letters, digits, {@code -} and {@code _}, for example {@code data-tools}.
 *
 * @param value the name
 */
public record LayerName(String value) implements Comparable<LayerName> {

    /** Wants a legal name. */
    public LayerName {
        check(value);
    }

    /**
     * The layer's name that a text is.
     *
     * @throws LayerException {@link LambdaProblem#BAD_LAYER_NAME}
     */
    public static LayerName of(String text) {
        return new LayerName(text);
    }

    private static void check(String text) {
        if (text.startsWith("arn:")) {
            throw fault(text, 0, "it is an ARN", "write the layer's name alone");
        }
        if (text.isEmpty()) {
            throw fault(text, 0, "it is empty");
        }
        if (text.length() > LambdaLimits.LAYER_NAME_CHARACTERS) {
            throw fault(
                    text,
                    LambdaLimits.LAYER_NAME_CHARACTERS,
                    "it has " + text.length() + " characters, of at most " + LambdaLimits.LAYER_NAME_CHARACTERS);
        }
        int other = NameCharacters.firstOther(text);
        if (other >= 0) {
            throw fault(text, other, "expected a letter, a digit, - or _");
        }
    }

    private static LayerException fault(String text, int column, String expected, String... hints) {
        return new SyntaxFault(column, expected, hints).in(LambdaProblem.BAD_LAYER_NAME, "a layer name", text);
    }

    @Override
    public int compareTo(LayerName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
