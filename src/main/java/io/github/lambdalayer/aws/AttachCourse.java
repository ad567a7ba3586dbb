package io.github.lambdalayer.aws;

import io.github.lambdalayer.aws.AttachOutcome.AlreadyAttached;
import io.github.lambdalayer.aws.AttachOutcome.Attached;
import io.github.lambdalayer.aws.AttachOutcome.RolledBack;
import io.github.lambdalayer.aws.FunctionUpdate.Ended;
import io.github.lambdalayer.aws.Rollback.Mishap;
import io.github.lambdalayer.problem.LayerException;
import java.util.Optional;

/**
 * The course of one function: its list of layers, then the canary, then a version and the alias; and back to the list
 * from before when something goes wrong. Callers of an alias meet the layer only after the canary.
 */
final class AttachCourse {

    private final Attachment attachment;
    private final FunctionCalls calls;
    private final VersionCalls versions;
    private final Waiting waiting;

    AttachCourse(Attachment attachment, FunctionCalls calls, VersionCalls versions, Waiting waiting) {
        this.attachment = attachment;
        this.calls = calls;
        this.versions = versions;
        this.waiting = waiting;
    }

    /** Whether {@link #run} would only read. */
    boolean isDone(FunctionView view) {
        return FunctionUpdate.isDone(attachment, view)
                && (attachment.wish().alias().isEmpty() || aliasMove().isThere());
    }

    AttachOutcome run(FunctionView first) {
        Ended ended = new FunctionUpdate(attachment, calls, waiting).run(first);
        if (ended.sent() && ended.view().state().updateFailed()) {
            return back(Mishap.failedUpdate(ended), false);
        }
        if (!attachment.wish().alias().isEmpty()) {
            return throughAlias(ended);
        }
        return ended.sent() ? afterCanary(ended) : already();
    }

    private AttachOutcome afterCanary(Ended ended) {
        return canary("$LATEST")
                .map(because -> back(
                        new Mishap(
                                ended.view(),
                                ended.before(),
                                "its canary call failed: " + because,
                                "Calls of the function meet layer " + attachment.layerText() + " now."),
                        true))
                .orElseGet(this::attached);
    }

    private AttachOutcome throughAlias(Ended ended) {
        AliasMove move = aliasMove();
        if (!ended.sent() && move.isThere()) {
            return already();
        }
        String version = move.publish(ended.view());
        Optional<String> failure = canary(version);
        if (failure.isPresent()) {
            return unmoved(ended, version, failure.get());
        }
        move.to(version);
        return attached();
    }

    private AliasMove aliasMove() {
        return new AliasMove(attachment, calls, versions, waiting);
    }

    private AttachOutcome unmoved(Ended ended, String version, String failure) {
        String because = "version " + version + " failed its canary call: " + failure + "; alias "
                + attachment.wish().alias() + " was not moved";
        if (!ended.sent()) {
            throw attachment.problem(
                    AwsProblem.CANARY_FAILED,
                    "has layer " + attachment.layerText() + " already, and " + because + ".",
                    "callers of the alias were not disturbed; correct what the canary reports, and attach again");
        }
        // A version that was made changes the function's revision, so it has to be read once more.
        FunctionView now = calls.read();
        String calm = "Callers of the alias still run the version from before.";
        return back(new Mishap(now, ended.before(), because, calm), false);
    }

    private AttachOutcome back(Mishap mishap, boolean wasLive) {
        new Rollback(attachment, calls, waiting).run(mishap);
        return new RolledBack(attachment.layer(), attachment.function(), mishap.because(), wasLive);
    }

    /** What is wrong with a version; a canary that cannot be sent is wrong too. */
    private Optional<String> canary(String version) {
        if (attachment.wish().canary().isEmpty()) {
            return Optional.empty();
        }
        try {
            return new Canary(attachment, versions, waiting).send(version);
        } catch (LayerException e) {
            return Optional.of(FunctionView.withoutStop(e.sentence()));
        }
    }

    private Attached attached() {
        return new Attached(attachment.layer(), attachment.function());
    }

    private AlreadyAttached already() {
        return new AlreadyAttached(attachment.layer(), attachment.function());
    }
}
