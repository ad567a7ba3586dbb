package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.FunctionName;
import io.github.lambdalayer.lambda.LayerName;
import java.util.List;

/**
 * A layer that one function shall not have any more, in whatever version.
 *
 * @param layer its name, in the function's own account
 * @param function in {@code region}
 */
record Detachment(LayerName layer, FunctionName function, String region) implements Errand {

    /** The layer's versions on the function. */
    List<String> own(FunctionView view) {
        int at = view.arn().indexOf(":function:");
        String prefix = at < 0 ? ":layer:" + layer + ":" : view.arn().substring(0, at) + ":layer:" + layer + ":";
        return view.layers().stream()
                .filter(arn -> at < 0 ? arn.contains(prefix) : arn.startsWith(prefix))
                .toList();
    }

    @Override
    public List<String> wanted(FunctionView view) {
        List<String> own = own(view);
        return view.layers().stream().filter(arn -> !own.contains(arn)).toList();
    }

    @Override
    public void check(FunctionView view) {
        if (view.state().isBroken()) {
            throw problem(
                    AwsProblem.FUNCTION_NOT_READY,
                    "is in the state Failed: " + view.state().because() + ".",
                    "repair or deploy the function first");
        }
    }

    @Override
    public String layerText() {
        return layer.value();
    }

    @Override
    public String change() {
        return "without layer " + layer;
    }

    @Override
    public String asked() {
        return "was to lose layer " + layer;
    }

    @Override
    public String aim() {
        return "the layer was to be taken off";
    }

    @Override
    public String goal() {
        return "detach";
    }
}
