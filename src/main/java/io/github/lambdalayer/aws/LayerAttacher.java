package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.util.ArrayList;
import java.util.List;

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

    private final AwsClients clients;
    private final Waiting waiting;

    /** Waits for real until AWS has finished its updates. */
    public LayerAttacher(AwsClients clients, AwsEvents events) {
        this(clients, events, Pause.SLEEPING);
    }

    public LayerAttacher(AwsClients clients, AwsEvents events, Pause pause) {
        this.clients = clients;
        this.waiting = new Waiting(pause, events);
    }

    /** A function that passed the checks. */
    private record Checked(Attachment attachment, FunctionCalls calls, FunctionView view) {}

    /**
     * Attaches. A function that fails does not keep the others from going on, so the report has to be asked for
     * failures.
     *
     * @throws LayerException for all functions together, when something is wrong before anything was changed
     */
    public AttachReport attach(AttachRequest request) {
        List<AttachOutcome> outcomes = new ArrayList<>();
        List<FunctionFailure> failures = new ArrayList<>();
        for (Checked function : checked(request)) {
            try {
                AttachOutcome outcome = update(function);
                outcomes.add(outcome);
                waiting.events().attached(outcome);
            } catch (LayerException e) {
                Attachment attachment = function.attachment();
                failures.add(new FunctionFailure(attachment.region(), attachment.function(), e));
                if (e.code() == AwsProblem.INTERRUPTED) {
                    break;
                }
            }
        }
        return new AttachReport(outcomes, failures);
    }

    private List<Checked> checked(AttachRequest request) {
        clients.checkCredentials();
        Problems problems = new Problems();
        List<Checked> functions = new ArrayList<>();
        request.functions().forEach(name -> {
            List<Attachment> pairs = problems.collect(() -> Attachment.of(name, request));
            for (Attachment pair : pairs == null ? List.<Attachment>of() : pairs) {
                Checked function = problems.collect(() -> checked(pair));
                if (function != null) {
                    functions.add(function);
                }
            }
        });
        problems.throwIfAny();
        return functions;
    }

    private Checked checked(Attachment attachment) {
        FunctionCalls calls = new FunctionCalls(clients, attachment);
        FunctionView view = calls.read();
        AttachChecks.check(attachment, view);
        return new Checked(attachment, calls, view);
    }

    private AttachOutcome update(Checked function) {
        AttachOutcome outcome =
                new FunctionUpdate(function.attachment(), function.calls(), waiting).run(function.view());
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
        if (view.onCapacityProvider()) {
            waiting.events()
                    .warned(
                            attachment.region(),
                            attachment.subject()
                                    + " runs on managed instances: they use the layer once a version of it is published.");
        }
    }
}
