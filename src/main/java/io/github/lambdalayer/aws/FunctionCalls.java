package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.problem.LayerException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** The calls about one function itself: read it, and write its list of layers. */
final class FunctionCalls {

    private final AwsClients clients;
    private final Errand errand;

    FunctionCalls(AwsClients clients, Errand errand) {
        this.clients = clients;
        this.errand = errand;
    }

    /**
     * The function as it is now. GetFunction has a quota of its own, apart from the few calls a second of the others,
     * and tells the tags as well.
     *
     * @throws LayerException {@link AwsProblem#FUNCTION_NOT_FOUND} and others
     */
    FunctionView read() {
        return read(null);
    }

    /** As {@link #read()}, of one of its versions. */
    FunctionView read(@Nullable String version) {
        String name = errand.function().value();
        try {
            return FunctionView.of(clients.lambda(errand.region())
                    .getFunction(b -> b.functionName(name).qualifier(version)));
        } catch (SdkException e) {
            throw new AwsError(e).status() == 404
                    ? notFound(e)
                    : new AwsFailures(errand.region(), "lambda:GetFunction", "function " + name).of(e);
        }
    }

    private LayerException notFound(SdkException cause) {
        return new LayerException(
                AwsProblem.FUNCTION_NOT_FOUND,
                "There is no " + errand.subject() + ".",
                List.of("see aws lambda list-functions --region " + errand.region()),
                cause);
    }

    /** Writes the list, unless the function was changed since it had this revision; an empty one does not guard. */
    void write(List<String> layers, String revision) {
        clients.lambdaForWrites(errand.region()).updateFunctionConfiguration(b -> {
            b.functionName(errand.function().value()).layers(layers);
            if (!revision.isEmpty()) {
                b.revisionId(revision);
            }
        });
    }

    /** What the failure of a write is told as. */
    LayerException writeFailure(SdkException exception) {
        AwsError error = new AwsError(exception);
        if (error.message().startsWith("Function code combined with layers exceeds")) {
            return new LayerException(
                    AwsProblem.FUNCTION_TOO_LARGE,
                    errand.subject() + " would be too large with layer " + errand.layerText() + ". AWS says: "
                            + error.message(),
                    List.of("leave packages out of the layer, or code out of the function"),
                    exception);
        }
        return new AwsFailures(
                        errand.region(),
                        "lambda:UpdateFunctionConfiguration",
                        "function " + errand.function().value())
                .of(exception);
    }

    /** Whether the layer's version was deleted, as far as the caller may see. */
    boolean isGone(LayerVersionArn version) {
        try {
            clients.lambda(errand.region())
                    .getLayerVersion(b -> b.layerName(version.layer().value()).versionNumber(version.version()));
            return false;
        } catch (SdkException e) {
            return new AwsError(e).status() == 404;
        }
    }
}
