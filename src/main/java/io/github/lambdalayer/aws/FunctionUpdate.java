package io.github.lambdalayer.aws;

import io.github.lambdalayer.aws.AttachOutcome.AlreadyAttached;
import io.github.lambdalayer.aws.AttachOutcome.Attached;
import io.github.lambdalayer.problem.LayerException;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Puts the layer on one function: read, compute, write what was read with one layer more, guarded by the function's
 * revision; when somebody else was faster, from the start.
 */
final class FunctionUpdate {

    private static final Duration MOST_WAITING = Duration.ofMinutes(5);
    private static final int MOST_RACES = 5;
    private static final int MOST_UNANSWERED = 4;

    private final Attachment attachment;
    private final FunctionCalls calls;
    private final Waiting waiting;
    private final Waits waits;
    private int races;
    private int unanswered;
    private boolean sent;

    FunctionUpdate(Attachment attachment, FunctionCalls calls, Waiting waiting) {
        this.attachment = attachment;
        this.calls = calls;
        this.waiting = waiting;
        this.waits = waiting.in(attachment.region(), MOST_WAITING);
    }

    AttachOutcome run(FunctionView first) {
        // Without a revision nothing guards the write, so what it is made of has to be fresh.
        FunctionView view = atRest(first.revision().isEmpty() ? calls.read() : first);
        List<String> before = view.layers();
        while (!isPresent(view)) {
            AttachChecks.check(attachment, view);
            before = view.layers();
            if (write(LayerList.with(view.layers(), attachment.layer()), view.revision())) {
                view = atRest(calls.read());
                countRaceUnless(isPresent(view));
            } else {
                view = atRest(calls.read());
            }
        }
        return outcome(view, before);
    }

    /** Whether the layer is there; an update of another run that failed has to be tried again. */
    private boolean isPresent(FunctionView view) {
        boolean listed = LayerList.with(view.layers(), attachment.layer()).equals(view.layers());
        return listed && (sent || !view.state().updateFailed());
    }

    private AttachOutcome outcome(FunctionView view, List<String> before) {
        if (!sent) {
            return new AlreadyAttached(attachment.layer(), attachment.function());
        }
        return view.state().updateFailed()
                ? new Rollback(attachment, calls, waiting).run(view, before)
                : new Attached(attachment.layer(), attachment.function());
    }

    private FunctionView atRest(FunctionView view) {
        return new FunctionRest(calls, waiting, attachment.region())
                .from(view)
                .orElseThrow(() -> sent ? unfinished() : busy());
    }

    private LayerException busy() {
        return attachment.problem(
                AwsProblem.FUNCTION_NOT_READY,
                "is being updated by someone else for more than five minutes; its layers are left as they are.",
                "run mvn lambda-layer:attach again when the other deployment has ended");
    }

    private LayerException unfinished() {
        return attachment.problem(
                AwsProblem.UPDATE_UNFINISHED,
                "was given layer " + attachment.layerText()
                        + ", and AWS has not finished the update after five minutes.",
                "run mvn lambda-layer:attach again: it waits, and changes nothing that is right");
    }

    /** Whether AWS took the list; when not, it makes sense to read the function again. */
    private boolean write(List<String> wanted, String revision) {
        try {
            calls.write(wanted, revision);
            sent = true;
            return true;
        } catch (SdkException e) {
            recover(new AwsError(e));
            return false;
        }
    }

    private void countRaceUnless(boolean fine) {
        if (!fine && ++races == MOST_RACES) {
            throw contended();
        }
    }

    /** Waits as the refusal asks for; throws when another attempt makes no sense. */
    private void recover(AwsError error) {
        if (error.status() == 412) {
            countRaceUnless(false);
            return;
        }
        sent |= error.isAmbiguous();
        if (error.isAmbiguous() && ++unanswered == MOST_UNANSWERED) {
            throw calls.writeFailure(error.exception());
        }
        if (!waits.asTold(error, because(error))) {
            throw error.status() == 409 ? busy() : calls.writeFailure(error.exception());
        }
    }

    /** Why another attempt may succeed; throws when none will. */
    private String because(AwsError error) {
        if (error.status() == 409) {
            return attachment.subject() + " is being updated by someone else";
        }
        if (error.isThrottled()) {
            return "AWS asks to slow down";
        }
        if (error.isAmbiguous()) {
            return "no good answer to lambda:UpdateFunctionConfiguration";
        }
        // What was published a moment ago may not be known everywhere yet.
        if (error.message().equals("Layer version " + attachment.layer() + " does not exist.")) {
            return "AWS does not know " + attachment.layerText() + " yet";
        }
        throw calls.writeFailure(error.exception());
    }

    private LayerException contended() {
        return attachment.problem(
                AwsProblem.FUNCTION_CONTENDED,
                "was changed by someone else " + MOST_RACES
                        + " times while the layer was to be attached; its layers are left as they are.",
                "run mvn lambda-layer:attach again when the other deployment has ended");
    }
}
