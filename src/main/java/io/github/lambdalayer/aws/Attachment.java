package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.FunctionName;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.problem.LayerException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One layer version for one function.
 *
 * @param layer the version
 * @param function in the version's region
 * @param request what is known of the layer
 */
record Attachment(LayerVersionArn layer, FunctionName function, AttachRequest request) {

    /**
     * The pairs that a request means.
     *
     * @throws LayerException {@link AwsProblem#FUNCTION_QUALIFIED}, {@link AwsProblem#FUNCTION_ELSEWHERE}
     */
    static List<Attachment> of(FunctionName function, AttachRequest request) {
        if (function.qualifier().isPresent()) {
            throw new LayerException(
                    AwsProblem.FUNCTION_QUALIFIED,
                    function + " names a version or an alias, and layers belong to the function itself.",
                    "name " + function.unqualified());
        }
        List<Attachment> pairs = request.versions().stream()
                .filter(version ->
                        function.region().map(version.region()::equals).orElse(true))
                .map(version -> new Attachment(version, function, request))
                .toList();
        if (pairs.isEmpty()) {
            throw elsewhere(function, request);
        }
        return pairs;
    }

    private static LayerException elsewhere(FunctionName function, AttachRequest request) {
        String home = function.region().orElse("no region");
        String regions =
                request.versions().stream().map(LayerVersionArn::region).collect(Collectors.joining(", "));
        return new LayerException(
                AwsProblem.FUNCTION_ELSEWHERE,
                "Function " + function + " is in " + home + ", and the layer is published in "
                        + (regions.isEmpty() ? "no region" : regions) + " only.",
                "add <region>" + home + "</region> to <regions>");
    }

    String region() {
        return layer.region();
    }

    /** How failures begin: {@code function orders (eu-west-1)}. */
    String subject() {
        return "function " + function.name() + " (" + region() + ")";
    }

    /** {@code data:7}. */
    String layerText() {
        return layer.layer() + ":" + layer.version();
    }

    /** A failure about this function. */
    LayerException problem(AwsProblem code, String sentence, String... hints) {
        return new LayerException(code, subject() + " " + sentence, hints);
    }
}
