package io.github.lambdalayer.aws;

import io.github.lambdalayer.aws.Crew.Attempt;
import io.github.lambdalayer.aws.FunctionChoice.Named;
import io.github.lambdalayer.problem.LayerException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts a published layer on functions: another version of it is replaced where it stands, all other layers stay as and
 * where they are.
 *
 * <pre>{@code
 * List<AttachOutcome> outcomes = new LayerAttacher(clients, events).attach(request).orThrow();
 * }</pre>
 *
 * <p>All functions are read and checked before the first one is changed.
 */
public final class LayerAttacher {

    private static final int MOST_AT_ONCE = 8;

    /** What a pattern or a tag does not mean, though it matches. */
    private static final Set<AwsProblem> UNFIT =
            EnumSet.of(AwsProblem.IMAGE_FUNCTION, AwsProblem.RUNTIME_DIFFERS, AwsProblem.ARCHITECTURE_DIFFERS);

    private final AwsClients clients;
    private final Waiting waiting;

    /** Waits for real until AWS has finished its updates. */
    public LayerAttacher(AwsClients clients, AwsEvents events) {
        this(clients, events, AwsPause.SLEEPING);
    }

    public LayerAttacher(AwsClients clients, AwsEvents events, AwsPause pause) {
        this.clients = clients;
        this.waiting = new Waiting(pause, events);
    }

    /** A function that passed the checks. */
    private record Checked(Attachment attachment, FunctionCalls calls, VersionCalls versions, FunctionView view) {}

    /**
     * What {@link #attach} would do; only reads.
     *
     * @throws LayerException for all functions together, when something is wrong with any
     */
    public List<AttachPlan> plan(AttachRequest request) {
        return checked(request).stream()
                .map(function -> AttachPlan.of(
                        function.attachment(),
                        function.view(),
                        !course(function).isDone(function.view())))
                .toList();
    }

    /**
     * Attaches. A function that fails does not keep the others from going on, so the report has to be asked for
     * failures.
     *
     * @throws LayerException for all functions together, when something is wrong before anything was changed
     */
    public AttachReport attach(AttachRequest request) {
        List<Checked> functions = checked(request);
        Progress progress = new Progress(waiting.events(), functions.size());
        List<Attempt<AttachOutcome>> attempts = new Crew(MOST_AT_ONCE).each(functions, function -> {
            try {
                return update(function);
            } finally {
                progress.oneMore();
            }
        });
        List<AttachOutcome> outcomes = new ArrayList<>();
        List<FunctionFailure> failures = new ArrayList<>();
        for (int i = 0; i < attempts.size(); i++) {
            Attachment attachment = functions.get(i).attachment();
            AttachOutcome outcome = attempts.get(i).value();
            LayerException failure = attempts.get(i).failure();
            if (outcome != null) {
                outcomes.add(outcome);
            } else if (failure != null) {
                failures.add(new FunctionFailure(attachment.region(), attachment.function(), failure));
            }
        }
        return new AttachReport(outcomes, failures);
    }

    private List<Checked> checked(AttachRequest request) {
        new Preflight(clients).checkAccounts(request.versions(), request.functions());
        List<Attachment> pairs = new AttachmentList(request, new FunctionSearch(clients)).pairs();
        LeftOut leftOut = new LeftOut(waiting.events());
        List<Checked> checked = new Crew(MOST_AT_ONCE).all(pairs, pair -> checked(pair, leftOut));
        leftOut.tell();
        return checked;
    }

    /** Null for a function that only matches, and cannot have the layer. */
    private @Nullable Checked checked(Attachment attachment, LeftOut leftOut) {
        FunctionCalls calls = new FunctionCalls(clients, attachment);
        VersionCalls versions = new VersionCalls(clients, attachment);
        FunctionView view = calls.read();
        try {
            AttachChecks.check(attachment, view);
        } catch (LayerException e) {
            boolean named = attachment.wish().choice() instanceof Named;
            if (!named && e.code() instanceof AwsProblem code && UNFIT.contains(code)) {
                leftOut.add(attachment);
                return null;
            }
            throw e;
        }
        new SigningCheck(clients).check(attachment, view);
        if (!attachment.wish().alias().isEmpty()) {
            versions.alias();
        }
        return new Checked(attachment, calls, versions, view);
    }

    private AttachCourse course(Checked function) {
        return new AttachCourse(function.attachment(), function.calls(), function.versions(), waiting);
    }

    private AttachOutcome update(Checked function) {
        AttachOutcome outcome = course(function).run(function.view());
        waiting.events().attached(outcome);
        if (outcome instanceof AttachOutcome.Attached) {
            warn(function.attachment(), function.view());
        }
        return outcome;
    }

    private void warn(Attachment attachment, FunctionView view) {
        if (!view.stack().isEmpty()) {
            waiting.events()
                    .warned(
                            attachment.region(),
                            attachment.subject() + " belongs to the CloudFormation stack " + view.stack()
                                    + ": its next deployment takes the layer off again, unless the template names "
                                    + attachment.layer() + ".");
        }
        if (view.onCapacityProvider() && attachment.wish().alias().isEmpty()) {
            waiting.events()
                    .warned(
                            attachment.region(),
                            attachment.subject()
                                    + " runs on managed instances: they use the layer once a version of it is published.");
        }
    }
}
