package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.FunctionName;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;

/** Which functions are meant: one by its name or ARN, those that match a pattern, or those that have a tag. */
public sealed interface FunctionChoice {

    /** One function; a name is looked for in every region, an ARN in its own. */
    record Named(FunctionName name) implements FunctionChoice {

        @Override
        public String toString() {
            return name.value();
        }
    }

    /** All whose name matches, for example {@code orders-*}: {@code *} is any text, {@code ?} any character. */
    record Matching(String pattern) implements FunctionChoice {

        boolean matches(String name) {
            return new Wildcard(pattern).matches(name);
        }

        @Override
        public String toString() {
            return pattern;
        }
    }

    /** All that have the tag {@code key}, with this {@code value} unless it is empty. */
    record Tagged(String key, String value) implements FunctionChoice {

        @Override
        public String toString() {
            return "tag " + key + (value.isEmpty() ? "" : "=" + value);
        }
    }

    /**
     * The functions that a text names: {@code orders}, {@code orders-*}, or an ARN.
     *
     * @throws LayerException {@link AwsProblem#BAD_FUNCTION_PATTERN}, or that of {@link FunctionName#of}
     */
    static FunctionChoice of(String text) {
        if (text.indexOf('*') < 0 && text.indexOf('?') < 0) {
            return new Named(FunctionName.of(text));
        }
        boolean legal = text.length() <= 140 && text.chars().allMatch(FunctionChoice::isPatternCharacter);
        if (!legal) {
            throw new LayerException(
                    AwsProblem.BAD_FUNCTION_PATTERN,
                    "\"" + Printable.name(text) + "\" is not a pattern of functions' names.",
                    "write letters, digits, - and _, * for any text, ? for any character; ARNs are written out");
        }
        return new Matching(text);
    }

    private static boolean isPatternCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '*'
                || c == '?';
    }

    /**
     * The functions with a tag: {@code team=data}, or {@code team} for any value.
     *
     * @throws LayerException {@link AwsProblem#BAD_FUNCTION_PATTERN}
     */
    static FunctionChoice tagged(String text) {
        int equals = text.indexOf('=');
        String key = equals < 0 ? text : text.substring(0, equals);
        if (key.isBlank()) {
            throw new LayerException(
                    AwsProblem.BAD_FUNCTION_PATTERN,
                    "\"" + Printable.name(text) + "\" is not a tag of functions.",
                    "write <tag>key=value</tag>, or <tag>key</tag> for any value");
        }
        return new Tagged(
                key.strip(), equals < 0 ? "" : text.substring(equals + 1).strip());
    }
}
