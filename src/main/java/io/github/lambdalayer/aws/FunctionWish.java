package io.github.lambdalayer.aws;

import io.github.lambdalayer.aws.FunctionChoice.Named;
import io.github.lambdalayer.lambda.FunctionName;
import io.github.lambdalayer.lambda.JsonEvent;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;

/**
 * Functions that shall have the layer, and how.
 *
 * @param choice which ones
 * @param alias the alias that is moved to a version with the layer, for example {@code live}; empty for none
 * @param canary the JSON that the function is called with before callers meet the layer, or at once where there is no
 *     alias; empty for no call
 */
public record FunctionWish(FunctionChoice choice, String alias, String canary) {

    /** Wants a legal alias, and JSON. */
    public FunctionWish {
        if (!alias.isEmpty()) {
            checkAlias(alias);
        }
        if (!canary.isEmpty()) {
            checkJson(canary);
        }
    }

    /** No alias, no canary: {@code orders}, {@code orders-*}, an ARN, or {@code orders:live} with its alias. */
    public static FunctionWish of(String text) {
        return of(text, "", "");
    }

    /**
     * As {@link #of(String)}, with an alias and a canary unless they are empty.
     *
     * @throws LayerException {@link AwsProblem#FUNCTION_QUALIFIED}, {@link AwsProblem#BAD_CANARY} and others
     */
    public static FunctionWish of(String text, String alias, String canary) {
        FunctionChoice choice = FunctionChoice.of(text);
        if (!(choice instanceof Named named) || named.name().qualifier().isEmpty()) {
            return new FunctionWish(choice, alias, canary);
        }
        String qualifier = named.name().qualifier().get();
        boolean isVersion = qualifier.equals("$LATEST") || qualifier.chars().allMatch(Character::isDigit);
        if (isVersion || !alias.isEmpty()) {
            throw new LayerException(
                    AwsProblem.FUNCTION_QUALIFIED,
                    text + " names a " + (isVersion ? "version" : "second alias")
                            + ", and layers are put on the function itself.",
                    "name " + named.name().unqualified() + ", and <alias> for an alias that is to be moved");
        }
        return new FunctionWish(new Named(FunctionName.of(named.name().unqualified())), qualifier, canary);
    }

    private static void checkAlias(String alias) {
        boolean digits = alias.chars().allMatch(Character::isDigit);
        if (digits || alias.startsWith("$")) {
            throw new LayerException(
                    AwsProblem.FUNCTION_QUALIFIED,
                    "\"" + Printable.name(alias) + "\" is not the name of an alias.",
                    "an alias is a name such as live; versions never change");
        }
        FunctionName.of("f:" + alias);
    }

    private static void checkJson(String text) {
        if (!JsonEvent.is(text)) {
            throw new LayerException(
                    AwsProblem.BAD_CANARY,
                    "The canaryPayload \"" + Printable.name(text.length() > 80 ? text.substring(0, 80) + "…" : text)
                            + "\" is not JSON.",
                    "it is the event that the function is called with, such as {\"ping\": true}");
        }
    }

    /** As it is written on the command line, for example {@code orders:live}. */
    @Override
    public String toString() {
        return choice + (alias.isEmpty() ? "" : ":" + alias);
    }
}
