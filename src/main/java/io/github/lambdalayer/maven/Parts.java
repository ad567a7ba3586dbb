package io.github.lambdalayer.maven;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parameters that have parts and no property. A text in the place of parts, as in {@code -Dlambda-layer.indexes=…},
 * would be ignored, or be taken for no parts at all.
 */
final class Parts {

    private static final Map<String, String> EXAMPLES = new TreeMap<>(Map.of(
            "indexes",
            "<indexes><index><id>acme</id><url>https://repo.acme.example/simple/</url></index></indexes>",
            "layers",
            "<layers><layer><layerName>data</layerName>…</layer></layers>",
            "permissions",
            "<permissions><permission><account>210987654321</account></permission></permissions>",
            "resources",
            "<resources><resource><directory>src/main/bin</directory>…</resource></resources>"));

    private Parts() {}

    /**
     * Fails when one of them is given as a text, on the command line or in the pom.
     *
     * @throws LayerException with {@link PomProblem#BAD_PARAMETER}
     */
    static void require(Parameters parameters) {
        Problems problems = new Problems();
        EXAMPLES.forEach((name, example) -> parameters
                .misplaced(name)
                .ifPresent(given -> problems.add(new LayerException(
                        PomProblem.BAD_PARAMETER,
                        given.place() + " is a text, but " + name + " has parts, which stand in the pom alone.",
                        example + " in the plugin's <configuration>"))));
        problems.throwIfAny();
    }
}
