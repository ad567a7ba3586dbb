package io.github.lambdalayer.lambda;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.util.List;
import java.util.Optional;

/**
 * A function as a user names it: {@code import-orders}, {@code import-orders:live}, or an ARN with or without a
 * qualifier such as {@code arn:aws:lambda:eu-west-1:123456789012:function:import-orders:live}.
 *
 * @param value as it was written
 */
public record FunctionName(String value) {

    private static final int MAX_NAME = 64;
    private static final int MAX_QUALIFIER = 128;
    private static final int ARN_PARTS = 7;

    /** Wants a legal name. */
    public FunctionName {
        check(value);
    }

    /**
     * The function that a text names.
     *
     * <pre>
     * function = name [ ":" qualifier ]
     *          / "arn:" partition ":lambda:" region ":" account ":function:" name [ ":" qualifier ]
     * </pre>
     *
     * @throws LayerException {@link LambdaProblem#BAD_FUNCTION_NAME}
     */
    public static FunctionName of(String text) {
        return new FunctionName(text);
    }

    private static void check(String text) {
        List<String> parts = List.of(text.split(":", -1));
        boolean isArn = parts.get(0).equals("arn");
        int nameAt = isArn ? ARN_PARTS - 1 : 0;
        boolean legal = (!isArn || isFunctionArn(parts))
                && parts.size() > nameAt
                && parts.size() <= nameAt + 2
                && NameCharacters.isName(parts.get(nameAt))
                && parts.get(nameAt).length() <= MAX_NAME
                && (parts.size() == nameAt + 1 || isQualifier(parts.get(nameAt + 1)));
        if (!legal) {
            String shown = text.length() > 200 ? text.substring(0, 200) + "…" : text;
            throw new LayerException(
                    LambdaProblem.BAD_FUNCTION_NAME,
                    "\"" + Printable.name(shown) + "\" is not the name of a function.",
                    "write up to " + MAX_NAME + " letters, digits, - and _, or the function's ARN");
        }
    }

    private static boolean isFunctionArn(List<String> parts) {
        return parts.size() >= ARN_PARTS
                && NameCharacters.isName(parts.get(1))
                && parts.get(2).equals("lambda")
                && NameCharacters.isName(parts.get(3))
                && NameCharacters.isAccount(parts.get(4))
                && parts.get(5).equals("function");
    }

    private static boolean isQualifier(String text) {
        return text.equals("$LATEST") || (NameCharacters.isName(text) && text.length() <= MAX_QUALIFIER);
    }

    private List<String> parts() {
        return List.of(value.split(":", -1));
    }

    /** Whether it is an ARN, so that it says its region. */
    public boolean isArn() {
        return value.startsWith("arn:");
    }

    private int nameIndex() {
        return isArn() ? ARN_PARTS - 1 : 0;
    }

    /** The name alone, for example {@code import-orders}. */
    public String name() {
        return parts().get(nameIndex());
    }

    /** The alias or version behind the name, for example {@code live}. */
    public Optional<String> qualifier() {
        List<String> parts = parts();
        return parts.size() > nameIndex() + 1 ? Optional.of(parts.get(nameIndex() + 1)) : Optional.empty();
    }

    /** The region of an ARN; empty for a name, which is looked for in every region. */
    public Optional<String> region() {
        return isArn() ? Optional.of(parts().get(3)) : Optional.empty();
    }

    /** The account of an ARN. */
    public Optional<String> account() {
        return isArn() ? Optional.of(parts().get(4)) : Optional.empty();
    }

    /** Without the qualifier: what is asked for its configuration. */
    public String unqualified() {
        return qualifier()
                .map(q -> value.substring(0, value.length() - q.length() - 1))
                .orElse(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
