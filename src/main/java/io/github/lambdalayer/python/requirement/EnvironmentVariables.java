package io.github.lambdalayer.python.requirement;

import java.util.Optional;
import java.util.function.Function;

/** Fills in {@code ${NAME}} from the environment, as pip does; only capitals, digits and underscores make a name. */
final class EnvironmentVariables {

    private final Function<String, Optional<String>> values;

    EnvironmentVariables(Function<String, Optional<String>> values) {
        this.values = values;
    }

    /**
     * The text with its variables filled in; what it holds then may be secret.
     *
     * @throws io.github.lambdalayer.problem.LayerException when one is not set; pip would go on with the name itself
     */
    String fillIn(String text, LinePlace place) {
        StringBuilder out = new StringBuilder();
        int copied = 0;
        for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at + 2)) {
            int end = text.indexOf('}', at);
            String name = end < 0 ? "" : text.substring(at + 2, end);
            if (isName(name)) {
                String value = values.apply(name)
                        .orElseThrow(() -> place.fault(
                                RequirementsFileProblem.REQUIREMENTS_FILE_VARIABLE,
                                "the environment variable " + name + " is not set.",
                                "set it for Maven, or write its value in its place"));
                out.append(text, copied, at).append(value);
                copied = end + 1;
            }
        }
        return out.append(text, copied, text.length()).toString();
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_');
    }
}
