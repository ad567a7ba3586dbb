package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Brings one function's list of layers to what it shall be: read, compute, write, guarded by the function's revision;
 * when somebody else was faster, from the start.
 */
final class FunctionUpdate {

    private static final Duration MOST_WAITING = Duration.ofMinutes(5);
    private static final int MOST_RACES = 5;
    private static final int MOST_UNANSWERED = 4;

    /** A version that was made a moment ago is refused now and then, and not known to every server. */
    private static final int REFUSALS_OF_A_FRESH_VERSION = 2;

    private static final int MOST_GONE = 2;

    private final Errand errand;
    private final FunctionCalls calls;
    private final Waiting waiting;
    private final Waits waits;
    private int races;
    private int unanswered;
    private int unknown;
    private int gone;
    private boolean sent;

    FunctionUpdate(Errand errand, FunctionCalls calls, Waiting waiting) {
        this.errand = errand;
        this.calls = calls;
        this.waiting = waiting;
        this.waits = waiting.in(errand.region(), MOST_WAITING);
    }

    /**
     * How it ended.
     *
     * @param view the function, at rest
     * @param before the list that it had
     * @param sent whether anything was written
     */
    record Ended(FunctionView view, List<String> before, boolean sent) {}

    Ended run(FunctionView first) {
        // Without a revision nothing guards the write, so what it is made of has to be fresh.
        FunctionView view = atRest(first.revision().isEmpty() ? calls.read() : first);
        List<String> before = view.layers();
        while (!isRight(view)) {
            errand.check(view);
            before = view.layers();
            if (write(errand.wanted(view), view.revision())) {
                view = atRest(calls.read());
                countRaceUnless(isRight(view));
            } else {
                view = atRest(calls.read());
            }
        }
        return new Ended(view, before, sent);
    }

    /** Whether there is nothing to write; an update of another run that failed has to be tried again. */
    static boolean isDone(Errand errand, FunctionView view) {
        return hasList(errand, view) && !view.state().updateFailed();
    }

    private static boolean hasList(Errand errand, FunctionView view) {
        return errand.wanted(view).equals(view.layers());
    }

    private boolean isRight(FunctionView view) {
        return sent ? hasList(errand, view) : isDone(errand, view);
    }

    private FunctionView atRest(FunctionView view) {
        return new FunctionRest(calls::read, waiting, errand.region())
                .from(view)
                .orElseThrow(() -> sent ? unfinished() : busy());
    }

    private LayerException busy() {
        return errand.problem(
                AwsProblem.FUNCTION_NOT_READY,
                "is being updated by someone else for more than five minutes; " + left() + ".",
                "run mvn lambda-layer:" + errand.goal() + " again when the other deployment has ended");
    }

    /** After a write of ours nobody can say that nothing was done; what is there then, others have made. */
    private String left() {
        return sent ? "its layers are as they left them" : "its layers are left as they are";
    }

    private LayerException unfinished() {
        return errand.problem(
                AwsProblem.UPDATE_UNFINISHED,
                errand.asked() + ", and AWS has not finished the update after five minutes.",
                "run mvn lambda-layer:" + errand.goal() + " again: it waits, and changes nothing that is right");
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
            return errand.subject() + " is being updated by someone else";
        }
        if (error.isThrottled()) {
            return "AWS asks to slow down";
        }
        if (error.isAmbiguous()) {
            return "no good answer to lambda:UpdateFunctionConfiguration";
        }
        // What was published a moment ago may not be known everywhere yet.
        if (isUnknownYet(error)) {
            requireVersion();
            return "AWS does not know " + errand.layerText() + " yet";
        }
        throw calls.writeFailure(error.exception());
    }

    private boolean isUnknownYet(AwsError error) {
        return errand.version()
                .filter(version -> error.message().equals("Layer version " + version + " does not exist."))
                .isPresent();
    }

    /** A version that was deleted is told soon, when two looks seconds apart do not find it: waiting brings none back. */
    private void requireVersion() {
        if (++unknown <= REFUSALS_OF_A_FRESH_VERSION) {
            return;
        }
        gone = errand.version().filter(calls::isGone).isPresent() ? gone + 1 : 0;
        if (gone == MOST_GONE) {
            throw errand.problem(
                    AwsProblem.VERSION_GONE,
                    "cannot have layer " + errand.layerText() + ": that version does not exist any more"
                            + (sent ? "." : "; the function's layers are left as they are."),
                    "mvn lambda-layer:publish lambda-layer:attach");
        }
    }

    private LayerException contended() {
        return errand.problem(
                AwsProblem.FUNCTION_CONTENDED,
                "was changed by someone else " + MOST_RACES + " times while " + errand.aim() + "; " + left() + ".",
                "run mvn lambda-layer:" + errand.goal() + " again when the other deployment has ended");
    }
}
