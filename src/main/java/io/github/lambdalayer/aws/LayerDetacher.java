package io.github.lambdalayer.aws;

import io.github.lambdalayer.aws.Crew.Attempt;
import io.github.lambdalayer.aws.FunctionChoice.Named;
import io.github.lambdalayer.aws.FunctionUpdate.Ended;
import io.github.lambdalayer.lambda.FunctionName;
import io.github.lambdalayer.lambda.LayerName;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes a layer off functions, in whatever version they have it; all other layers stay as and where they are. */
public final class LayerDetacher {

    private static final int MOST_AT_ONCE = 8;

    private final AwsClients clients;
    private final Waiting waiting;

    /** Waits for real until AWS has finished its updates. */
    public LayerDetacher(AwsClients clients, AwsEvents events) {
        this(clients, events, AwsPause.SLEEPING);
    }

    LayerDetacher(AwsClients clients, AwsEvents events, AwsPause pause) {
        this.clients = clients;
        this.waiting = new Waiting(pause, events);
    }

    /** A function of the account that was read. */
    private record Found(Detachment detachment, FunctionCalls calls, FunctionView view) {}

    /** What {@link #detach} would do; only reads. */
    public List<DetachOutcome> plan(LayerName layer, List<FunctionWish> wishes) {
        return found(layer, wishes).stream()
                .map(f -> new DetachOutcome(
                        f.detachment().region(),
                        f.detachment().function(),
                        f.detachment().own(f.view())))
                .toList();
    }

    /**
     * Detaches. A function that fails does not keep the others from going on; their failures are thrown together at the
     * end.
     *
     * @throws LayerException for all functions together
     */
    public List<DetachOutcome> detach(LayerName layer, List<FunctionWish> wishes) {
        List<Found> functions = found(layer, wishes);
        Problems problems = new Problems();
        List<DetachOutcome> outcomes = new ArrayList<>();
        for (Attempt<DetachOutcome> attempt : new Crew(MOST_AT_ONCE).each(functions, this::update)) {
            if (attempt.failure() != null) {
                problems.add(attempt.failure());
            } else if (attempt.value() != null) {
                outcomes.add(attempt.value());
            }
        }
        problems.throwIfAny();
        return outcomes;
    }

    private List<Found> found(LayerName layer, List<FunctionWish> wishes) {
        new Preflight(clients).checkAccounts(List.of(), wishes);
        FunctionSearch search = new FunctionSearch(clients);
        Problems problems = new Problems();
        Map<String, Detachment> pairs = new LinkedHashMap<>();
        for (FunctionWish wish : wishes) {
            List<Detachment> meant = problems.collect(() -> meant(layer, wish, search));
            for (Detachment pair : meant == null ? List.<Detachment>of() : meant) {
                pairs.putIfAbsent(pair.region() + " " + pair.function().name(), pair);
            }
        }
        problems.throwIfAny();
        return new Crew(MOST_AT_ONCE).all(List.copyOf(pairs.values()), this::read);
    }

    private List<Detachment> meant(LayerName layer, FunctionWish wish, FunctionSearch search) {
        List<Detachment> found = new ArrayList<>();
        for (String region : clients.regions()) {
            List<FunctionName> names =
                    wish.choice() instanceof Named named ? List.of(named.name()) : search.in(region, wish.choice());
            names.stream()
                    .filter(name -> name.region().map(region::equals).orElse(true))
                    .forEach(name -> found.add(new Detachment(layer, name, region)));
        }
        if (found.isEmpty() && wish.choice() instanceof Named named) {
            throw AttachmentList.elsewhere(named.name(), "the layer is taken off", clients.regions());
        }
        if (found.isEmpty()) {
            throw AttachmentList.none(wish.choice(), clients.regions());
        }
        return found;
    }

    private Found read(Detachment detachment) {
        FunctionCalls calls = new FunctionCalls(clients, detachment);
        return new Found(detachment, calls, calls.read());
    }

    private DetachOutcome update(Found found) {
        Detachment detachment = found.detachment();
        List<String> own = detachment.own(found.view());
        Ended ended = new FunctionUpdate(detachment, found.calls(), waiting).run(found.view());
        if (ended.sent() && ended.view().state().updateFailed()) {
            Rollback.Mishap mishap = Rollback.Mishap.failedUpdate(ended);
            new Rollback(detachment, found.calls(), waiting).run(mishap);
            throw detachment.problem(
                    AwsProblem.UPDATE_FAILED,
                    "could not be updated without layer " + detachment.layer() + ": " + mishap.because()
                            + ". The layers from before are back.",
                    "calls of the function were not disturbed; correct what AWS names, and detach again");
        }
        DetachOutcome outcome =
                new DetachOutcome(detachment.region(), detachment.function(), ended.sent() ? own : List.of());
        waiting.events().detached(outcome);
        return outcome;
    }
}
