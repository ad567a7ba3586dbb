package io.github.lambdalayer.aws;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.Layer;

/**
 * A function as it was read.
 *
 * @param revision changes with every change; empty when the service tells none
 * @param layers the ARNs of its layers, in order
 * @param codeBytes its own code, zipped, so less than what counts
 * @param layerBytes the same of each layer
 * @param stack the CloudFormation stack that it belongs to; empty for none
 * @param arn its own ARN
 * @param isSigned whether its code is signed, so that its layers may have to be
 */
record FunctionView(
        String revision,
        String runtime,
        List<String> architectures,
        boolean isImage,
        boolean onCapacityProvider,
        State state,
        List<String> layers,
        long codeBytes,
        List<Long> layerBytes,
        String stack,
        String arn,
        boolean isSigned) {

    /**
     * Whether it can be changed.
     *
     * @param update {@code Successful}, {@code Failed} or {@code InProgress}
     * @param because AWS's words for a failure
     */
    record State(String function, String update, String because) {

        /** Whether it will be different soon. */
        boolean isMoving() {
            return function.equals("Pending") || update.equals("InProgress");
        }

        boolean isBroken() {
            return function.equals("Failed");
        }

        boolean updateFailed() {
            return update.equals("Failed");
        }
    }

    FunctionView {
        architectures = List.copyOf(architectures);
        layers = List.copyOf(layers);
        layerBytes = List.copyOf(layerBytes);
    }

    static FunctionView of(GetFunctionResponse reply) {
        FunctionConfiguration function = reply.configuration();
        Map<String, String> tags = reply.hasTags() ? reply.tags() : Map.of();
        return new FunctionView(
                text(function.revisionId()),
                text(function.runtimeAsString()),
                // A function that tells none is older than the choice.
                function.hasArchitectures() ? function.architecturesAsStrings() : List.of("x86_64"),
                text(function.packageTypeAsString()).equals("Image"),
                function.capacityProviderConfig() != null,
                state(function),
                function.layers().stream().map(Layer::arn).toList(),
                number(function.codeSize()),
                function.layers().stream()
                        .map(layer -> number(layer.codeSize()))
                        .toList(),
                tags.getOrDefault("aws:cloudformation:stack-name", ""),
                text(function.functionArn()),
                function.signingJobArn() != null);
    }

    private static State state(FunctionConfiguration function) {
        String because = text(function.lastUpdateStatusReason());
        return new State(
                text(function.stateAsString()),
                text(function.lastUpdateStatusAsString()),
                withoutStop(because.isEmpty() ? text(function.stateReason()) : because));
    }

    /** Code and layers in bytes, as far as told, without the layers whose ARN begins so. */
    long bytesWithout(String prefix) {
        return codeBytes
                + IntStream.range(0, layers.size())
                        .filter(i -> !layers.get(i).startsWith(prefix))
                        .mapToLong(layerBytes::get)
                        .sum();
    }

    /** A sentence that goes on. */
    static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static long number(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
