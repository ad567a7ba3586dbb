package io.github.lambdalayer.aws;

import io.github.lambdalayer.aws.VersionCalls.Alias;
import io.github.lambdalayer.problem.LayerException;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes a version of a function that has the layer, and moves the alias to it, guarded by the revisions of both. */
final class AliasMove {

    private static final Duration MOST_WAITING = Duration.ofMinutes(5);
    private static final int MOST_RACES = 5;

    private final Attachment attachment;
    private final FunctionCalls calls;
    private final VersionCalls versions;
    private final Waiting waiting;
    private final Waits waits;
    private final Alias start;
    private int races;

    AliasMove(Attachment attachment, FunctionCalls calls, VersionCalls versions, Waiting waiting) {
        this.attachment = attachment;
        this.calls = calls;
        this.versions = versions;
        this.waiting = waiting;
        this.waits = waiting.in(attachment.region(), MOST_WAITING);
        this.start = versions.alias();
    }

    /** Whether the alias leads to a version with the layer. */
    boolean isThere() {
        return calls.read(start.version()).layers().contains(attachment.layer().value());
    }

    /** Makes a version, and waits until it can be called; its number. */
    String publish(FunctionView first) {
        FunctionView view = first;
        races = 0;
        while (true) {
            try {
                String version = versions.publish(view.revision());
                awaitActive(version);
                return version;
            } catch (SdkException e) {
                recover(new AwsError(e), "lambda:PublishVersion", "a version of it was to be made");
                view = calls.read();
                requireLayer(view);
            }
        }
    }

    private void requireLayer(FunctionView view) {
        if (!view.layers().contains(attachment.layer().value())) {
            throw attachment.problem(
                    AwsProblem.FUNCTION_CONTENDED,
                    "lost layer " + attachment.layerText() + " to someone else before a version of it was made; alias "
                            + attachment.wish().alias() + " was not moved.",
                    again());
        }
    }

    private void awaitActive(String version) {
        FunctionView made = new FunctionRest(() -> calls.read(version), waiting, attachment.region())
                .from(calls.read(version))
                .orElseThrow(() -> unusable(version, "AWS has not made it ready after five minutes"));
        if (made.state().isBroken()) {
            throw unusable(version, made.state().because());
        }
    }

    private LayerException unusable(String version, String because) {
        return attachment.problem(
                AwsProblem.UPDATE_FAILED,
                "has layer " + attachment.layerText() + ", and its version " + version + " cannot be used: " + because
                        + "; alias " + attachment.wish().alias() + " was not moved.",
                "correct what AWS names, and attach again");
    }

    /** Moves the alias, unless somebody else has moved it meanwhile. */
    void to(String version) {
        Alias alias = start;
        races = 0;
        while (!alias.version().equals(version)) {
            if (!alias.version().equals(start.version())) {
                throw attachment.problem(
                        AwsProblem.ALIAS_MOVED,
                        "has version " + version + " with layer " + attachment.layerText()
                                + ", and someone else moved alias "
                                + attachment.wish().alias() + " to version " + alias.version() + " meanwhile.",
                        again());
            }
            try {
                versions.move(version, alias.revision());
                return;
            } catch (SdkException e) {
                recover(
                        new AwsError(e),
                        "lambda:UpdateAlias",
                        "alias " + attachment.wish().alias() + " was to be moved to version " + version);
                alias = versions.alias();
            }
        }
    }

    /** Returns when another attempt may succeed. */
    private void recover(AwsError error, String action, String aim) {
        if (error.status() == 412) {
            countRace(aim);
            return;
        }
        boolean mayPass = error.status() == 409 || error.isThrottled() || error.isAmbiguous();
        if (!mayPass || !waits.asTold(error, "no good answer to " + action)) {
            throw unmoved(versions.failures(action).of(error.exception()));
        }
    }

    private void countRace(String aim) {
        if (++races == MOST_RACES) {
            throw attachment.problem(
                    AwsProblem.FUNCTION_CONTENDED,
                    "was changed by someone else " + MOST_RACES + " times while " + aim + ".",
                    again());
        }
    }

    private LayerException unmoved(LayerException refusal) {
        String where = " Function " + attachment.function() + " has layer " + attachment.layerText()
                + " in $LATEST; alias " + attachment.wish().alias() + " was not moved.";
        return new LayerException(refusal.code(), refusal.sentence() + where, refusal.hints(), refusal.getCause());
    }

    private static String again() {
        return "run mvn lambda-layer:attach again when the other deployment has ended";
    }
}
