package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.FunctionName;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.problem.LayerException;
import java.util.List;
import java.util.Optional;

/**
 * One layer version for one function.
 *
 * @param layer the version
 * @param function in the version's region
 * @param wish how the function shall have it
 * @param request what is known of the layer
 */
record Attachment(LayerVersionArn layer, FunctionName function, FunctionWish wish, AttachRequest request)
        implements Errand {

    /**
     * The pairs that a function which is named means.
     *
     * @throws LayerException {@link AwsProblem#FUNCTION_ELSEWHERE}
     */
    static List<Attachment> of(FunctionName function, FunctionWish wish, AttachRequest request) {
        List<Attachment> pairs = request.versions().stream()
                .filter(version ->
                        function.region().map(version.region()::equals).orElse(true))
                .map(version -> new Attachment(version, function, wish, request))
                .toList();
        if (pairs.isEmpty()) {
            List<String> regions =
                    request.versions().stream().map(LayerVersionArn::region).toList();
            throw AttachmentList.elsewhere(function, "the layer is published", regions);
        }
        return pairs;
    }

    @Override
    public String region() {
        return layer.region();
    }

    @Override
    public Optional<LayerVersionArn> version() {
        return Optional.of(layer);
    }

    @Override
    public List<String> wanted(FunctionView view) {
        return LayerList.with(view.layers(), layer);
    }

    @Override
    public void check(FunctionView view) {
        AttachChecks.check(this, view);
    }

    @Override
    public String layerText() {
        return layer.layer() + ":" + layer.version();
    }

    @Override
    public String change() {
        return "with layer " + layerText();
    }

    @Override
    public String asked() {
        return "was given layer " + layerText();
    }

    @Override
    public String aim() {
        return "the layer was to be attached";
    }

    @Override
    public String goal() {
        return "attach";
    }
}
