package io.github.lambdalayer.aws;

import io.github.lambdalayer.aws.AttachOutcome.RolledBack;
import io.github.lambdalayer.problem.LayerException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Puts the layers from before back after an update that AWS could not finish, but only while the function is as we
 * left it; else it says how to do it by hand.
 */
final class Rollback {

    private static final Duration MOST_WAITING = Duration.ofMinutes(2);

    private final Attachment attachment;
    private final FunctionCalls calls;
    private final Waiting waiting;
    private final Waits waits;

    Rollback(Attachment attachment, FunctionCalls calls, Waiting waiting) {
        this.attachment = attachment;
        this.calls = calls;
        this.waiting = waiting;
        this.waits = waiting.in(attachment.region(), MOST_WAITING);
    }

    /** From the function as it was read after the update had failed, so that its revision is the last one. */
    AttachOutcome run(FunctionView failed, List<String> before) {
        String because = failed.state().because();
        if (failed.layers().equals(before)) {
            throw attachment.problem(
                    AwsProblem.UPDATE_FAILED,
                    "could not be updated with layer " + attachment.layerText() + ": " + because
                            + ". It had this list of layers before.",
                    "mend the function first; calls of it still run the version from before");
        }
        try {
            restore(failed, before);
        } catch (LayerException e) {
            throw failure(because, before, FunctionView.withoutStop(e.sentence()), e);
        }
        return new RolledBack(attachment.layer(), attachment.function(), because);
    }

    private void restore(FunctionView failed, List<String> before) {
        FunctionView view = failed;
        while (!view.layers().equals(before)) {
            if (!view.layers().equals(failed.layers())) {
                throw stop("somebody else changed them meanwhile");
            }
            write(before, view.revision());
            view = atRest(calls.read());
        }
        if (view.state().updateFailed()) {
            throw stop("AWS says: " + view.state().because());
        }
    }

    private FunctionView atRest(FunctionView view) {
        Optional<FunctionView> rested = new FunctionRest(calls, waiting, attachment.region()).from(view);
        return rested.orElseThrow(() -> stop("AWS has not finished after five minutes"));
    }

    private void write(List<String> before, String revision) {
        try {
            calls.write(before, revision);
        } catch (SdkException e) {
            AwsError error = new AwsError(e);
            if (error.status() == 412) {
                throw stop("somebody else changed the function meanwhile");
            }
            boolean mayPass = error.status() == 409 || error.isThrottled() || error.isAmbiguous();
            if (!mayPass || !waits.asTold(error, "the layers from before could not be put back yet")) {
                throw calls.writeFailure(e);
            }
        }
    }

    private LayerException stop(String because) {
        return new LayerException(AwsProblem.ROLLBACK_FAILED, because);
    }

    private LayerException failure(String because, List<String> before, String obstacle, @Nullable Throwable cause) {
        String list = before.isEmpty() ? "none" : String.join(", ", before);
        return new LayerException(
                AwsProblem.ROLLBACK_FAILED,
                attachment.subject() + " could not be updated with layer " + attachment.layerText() + ": " + because
                        + ". Its layers from before could not be put back: " + obstacle
                        + ". Calls of the function still run the version from before.\n\n  layers before: " + list,
                List.of("put them back with: " + command(before)),
                cause);
    }

    private String command(List<String> before) {
        return "aws lambda update-function-configuration --function-name " + attachment.function() + " --region "
                + attachment.region() + " --layers " + (before.isEmpty() ? "[]" : String.join(" ", before));
    }
}
