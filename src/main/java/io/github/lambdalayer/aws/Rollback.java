package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Puts the layers from before back, but only while the function is as we left it; else it says how to do it by hand.
 */
final class Rollback {

    private static final Duration MOST_WAITING = Duration.ofMinutes(2);

    private final Errand errand;
    private final FunctionCalls calls;
    private final Waiting waiting;
    private final Waits waits;

    Rollback(Errand errand, FunctionCalls calls, Waiting waiting) {
        this.errand = errand;
        this.calls = calls;
        this.waiting = waiting;
        this.waits = waiting.in(errand.region(), MOST_WAITING);
    }

    /**
     * What is to be taken back.
     *
     * @param now the function as it was read last, so that its revision is the last one
     * @param before the list from before
     * @param because what went wrong
     * @param calls how calls of the function fare, in a whole sentence
     */
    record Mishap(FunctionView now, List<String> before, String because, String calls) {

        /** An update that AWS could not finish. */
        static Mishap failedUpdate(FunctionUpdate.Ended ended) {
            return new Mishap(
                    ended.view(),
                    ended.before(),
                    ended.view().state().because(),
                    "Calls of the function still run the version from before.");
        }
    }

    /** Puts the list back, and returns when the function is at rest with it. */
    void run(Mishap mishap) {
        if (mishap.now().layers().equals(mishap.before())) {
            throw errand.problem(
                    AwsProblem.UPDATE_FAILED,
                    "could not be updated " + errand.change() + ": " + mishap.because()
                            + ". It had this list of layers before.",
                    "repair the function first; calls of it still run the version from before");
        }
        try {
            restore(mishap.now(), mishap.before());
        } catch (LayerException e) {
            throw failure(mishap, FunctionView.withoutStop(e.sentence()), e);
        }
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
        Optional<FunctionView> rested = new FunctionRest(calls::read, waiting, errand.region()).from(view);
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

    private LayerException failure(Mishap mishap, String obstacle, @Nullable Throwable cause) {
        List<String> before = mishap.before();
        String list = before.isEmpty() ? "none" : String.join(", ", before);
        return new LayerException(
                AwsProblem.ROLLBACK_FAILED,
                errand.subject() + " could not be updated " + errand.change() + ": " + mishap.because()
                        + ". Its layers from before could not be put back: " + obstacle + ". " + mishap.calls()
                        + "\n\n  layers before: " + list,
                List.of("put them back with: " + command(before)),
                cause);
    }

    private String command(List<String> before) {
        return "aws lambda update-function-configuration --function-name " + errand.function() + " --region "
                + errand.region() + " --layers " + (before.isEmpty() ? "[]" : String.join(" ", before));
    }
}
