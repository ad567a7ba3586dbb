package io.github.lambdalayer.lambda;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.util.List;

/**
 * The ARN of a layer's version, for example {@code arn:aws:lambda:eu-west-1:123456789012:layer:data:7}. Partitions and
 * regions are taken as they come, since AWS adds new ones.
 *
 * @param value the ARN
 */
public record LayerVersionArn(String value) {

    /** Wants a legal ARN. */
    public LayerVersionArn {
        check(value);
    }

    /**
     * The ARN that a text is.
     *
     * <pre>
     * arn     = "arn:" partition ":lambda:" region ":" account ":layer:" name ":" version
     * </pre>
     *
     * @throws LayerException {@link LambdaProblem#BAD_LAYER_ARN}
     */
    public static LayerVersionArn parse(String text) {
        return new LayerVersionArn(text);
    }

    private static void check(String text) {
        List<String> parts = List.of(text.split(":", -1));
        if (parts.size() == 7 && parts.get(5).equals("layer")) {
            throw bad(text, "has no version", "add the version's number, such as " + Printable.name(text) + ":1");
        }
        boolean legal = text.length() <= LambdaLimits.LAYER_ARN_CHARACTERS
                && parts.size() == 8
                && parts.get(0).equals("arn")
                && NameCharacters.isName(parts.get(1))
                && parts.get(2).equals("lambda")
                && NameCharacters.isName(parts.get(3))
                && NameCharacters.isAccount(parts.get(4))
                && parts.get(5).equals("layer")
                && NameCharacters.isName(parts.get(6))
                && NameCharacters.isNumber(parts.get(7));
        if (!legal) {
            throw bad(
                    text,
                    "is not the ARN of a layer's version",
                    "it looks like arn:aws:lambda:eu-west-1:123456789012:layer:data:7");
        }
    }

    private static LayerException bad(String text, String because, String hint) {
        String shown = text.length() > 200 ? text.substring(0, 200) + "…" : text;
        return new LayerException(
                LambdaProblem.BAD_LAYER_ARN, "\"" + Printable.name(shown) + "\" " + because + ".", hint);
    }

    private String part(int index) {
        return value.split(":", -1)[index];
    }

    /** For example {@code eu-west-1}. */
    public String region() {
        return part(3);
    }

    /** The twelve digits of the owner. */
    public String account() {
        return part(4);
    }

    /** The layer's name. */
    public LayerName layer() {
        return LayerName.of(part(6));
    }

    /** The version's number, from 1 on. */
    public long version() {
        return Long.parseLong(part(7));
    }

    /** The layer's own ARN: two versions of one layer have the same. */
    public String withoutVersion() {
        return value.substring(0, value.lastIndexOf(':'));
    }

    @Override
    public String toString() {
        return value;
    }
}
