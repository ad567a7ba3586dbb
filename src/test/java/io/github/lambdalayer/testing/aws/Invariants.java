package io.github.lambdalayer.testing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What holds at the end of every test, whatever was made to go wrong in it: nothing is published twice, nothing that
 * others put on a function is lost, no function is half attached, and no secret is told.
 *
 * <pre>{@code
 * Invariants.assertHold(fake);
 * Invariants.assertHold(fake, project.resolve("target/lambda-layer"), "data");
 * }</pre>
 */
public final class Invariants {

    /** The secret key of tests, which nothing may repeat. */
    public static final String SECRET = "wJalrXUtnFEMI-canary-K7MDENG";

    private static final int MOST_LAYERS = 5;

    private Invariants() {}

    /** Nothing is wrong at AWS. */
    public static void assertHold(FakeLambda aws) {
        assertThat(brokenAt(aws)).isEmpty();
    }

    /** Nothing is wrong at AWS, nor in the folder that a build writes to: what it says of AWS is so. */
    public static void assertHold(FakeLambda aws, Path output, String layer) throws IOException {
        assertThat(broken(aws, output, layer)).isEmpty();
    }

    /** The failure is told in sentences of ours, with the place where more stands, and repeats no secret. */
    public static LayerException assertTold(LayerException failure) {
        assertThat(failure.block()).contains("\nsee problems.html#").doesNotContain(SECRET, "\tat ", "java.lang.");
        return failure;
    }

    /** What does not hold, in words; empty when all is well. */
    public static List<String> broken(FakeLambda aws, Path output, String layer) throws IOException {
        List<String> broken = new ArrayList<>(brokenAt(aws));
        broken.addAll(new OutputCheck(aws, output, layer).broken());
        return broken;
    }

    private static List<String> brokenAt(FakeLambda aws) {
        List<String> broken = new ArrayList<>();
        aws.look(account -> {
            account.layers.forEach((region, versions) ->
                    versions.layerArns().forEach(layer -> addTwins(broken, versions.newestFirst(layer))));
            account.functions.forEach((region, functions) -> functions.all().forEach(function -> {
                addLost(broken, function);
                addIllegal(
                        broken, function.arn(), function.layers(), function.layersOfOthers(), account.layersOf(region));
                addDangling(broken, function);
            }));
        });
        return broken;
    }

    /** Two versions of a layer that are the same in all that a user sees. */
    private static void addTwins(List<String> broken, List<LayerVersion> versions) {
        Set<List<Object>> seen = new HashSet<>();
        for (LayerVersion version : versions) {
            boolean isReal = version.zip().length > 0; // Others are named by a test, and hold nothing.
            if (isReal && !seen.add(version.identity())) {
                broken.add(version.arn() + " was published twice");
            }
        }
    }

    /** A layer that others put on the function, and that it does not have any more, or in another order. */
    private static void addLost(List<String> broken, FakeFunction function) {
        List<String> foreign = function.layersOfOthers();
        List<String> left = function.layers().stream().filter(foreign::contains).toList();
        if (!left.equals(foreign)) {
            broken.add(function.arn() + " has " + left + " of what others put there: " + foreign);
        }
    }

    private static void addIllegal(
            List<String> broken, String function, List<String> layers, List<String> foreign, LayerVersions versions) {
        Set<String> distinct = new HashSet<>();
        for (String layer : layers) {
            if (!distinct.add(layer.substring(0, layer.lastIndexOf(':')))) {
                broken.add(function + " has two versions of " + layer);
            }
            if (!foreign.contains(layer) && versions.find(layer).isEmpty()) {
                broken.add(function + " has " + layer + ", which does not exist");
            }
        }
        if (layers.size() > MOST_LAYERS) {
            broken.add(function + " has " + layers.size() + " layers");
        }
    }

    private static void addDangling(List<String> broken, FakeFunction function) {
        for (Map.Entry<String, String> alias : function.versions().aliases().entrySet()) {
            if (!function.versions().numbers().contains(alias.getValue())) {
                broken.add("alias " + alias.getKey() + " of " + function.arn() + " leads nowhere");
            }
        }
    }
}
