package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/** The two calls about one function: read it, and write its list of layers. */
final class FunctionCalls {

    private final AwsClients clients;
    private final Attachment attachment;

    FunctionCalls(AwsClients clients, Attachment attachment) {
        this.clients = clients;
        this.attachment = attachment;
    }

    /**
     * The function as it is now. GetFunction has a quota of its own, apart from the few calls a second of the others,
     * and tells the tags as well.
     *
     * @throws LayerException {@link AwsProblem#FUNCTION_NOT_FOUND} and others
     */
    FunctionView read() {
        String name = attachment.function().value();
        try {
            return FunctionView.of(clients.lambda(attachment.region()).getFunction(b -> b.functionName(name)));
        } catch (SdkException e) {
            throw new AwsError(e).status() == 404
                    ? notFound(e)
                    : new AwsFailures(attachment.region(), "lambda:GetFunction", "function " + name).of(e);
        }
    }

    private LayerException notFound(SdkException cause) {
        return new LayerException(
                AwsProblem.FUNCTION_NOT_FOUND,
                "There is no " + attachment.subject() + ".",
                List.of("see aws lambda list-functions --region " + attachment.region()),
                cause);
    }

    /** Writes the list, unless the function was changed since it had this revision; an empty one does not guard. */
    void write(List<String> layers, String revision) {
        clients.lambdaForWrites(attachment.region()).updateFunctionConfiguration(b -> {
            b.functionName(attachment.function().value()).layers(layers);
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
                    attachment.subject() + " would be too large with layer " + attachment.layerText() + ". AWS says: "
                            + error.message(),
                    List.of("leave packages out of the layer, or code out of the function"),
                    exception);
        }
        return new AwsFailures(
                        attachment.region(),
                        "lambda:UpdateFunctionConfiguration",
                        "function " + attachment.function().value())
                .of(exception);
    }
}
