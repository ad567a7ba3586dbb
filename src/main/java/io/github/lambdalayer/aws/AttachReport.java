package io.github.lambdalayer.aws;

import io.github.lambdalayer.aws.AttachOutcome.RolledBack;
import io.github.lambdalayer.problem.LayerException;
import java.util.ArrayList;
import java.util.List;

/**
 * How attaching ended for every function.
 *
 * @param outcomes of the functions that are at rest again, in order; some may have been rolled back
 * @param failures the functions that could not be brought to an end
 */
public record AttachReport(List<AttachOutcome> outcomes, List<FunctionFailure> failures) {

    public AttachReport {
        outcomes = List.copyOf(outcomes);
        failures = List.copyOf(failures);
    }

    /**
     * The outcomes, when every function has the layer.
     *
     * @throws LayerException {@link AwsProblem#UPDATE_FAILED}, the failure of the only function, or {@link
     *     AwsProblem#PARTLY_ATTACHED} with all of them
     */
    public List<AttachOutcome> orThrow() {
        List<LayerException> wrong = new ArrayList<>();
        outcomes.forEach(outcome -> {
            if (outcome instanceof RolledBack rolledBack) {
                wrong.add(told(rolledBack));
            }
        });
        failures.forEach(failure -> wrong.add(failure.failure()));
        if (wrong.isEmpty()) {
            return outcomes;
        }
        if (outcomes.size() + failures.size() == 1) {
            throw wrong.get(0);
        }
        throw together(wrong);
    }

    private static LayerException told(RolledBack rolledBack) {
        String layer = rolledBack.layer().layer() + ":" + rolledBack.layer().version();
        return new LayerException(
                AwsProblem.UPDATE_FAILED,
                "function " + rolledBack.function().name() + " (" + rolledBack.region()
                        + ") could not be updated with layer " + layer + ": " + rolledBack.because()
                        + ". The layers from before are back.",
                rolledBack.wasLive()
                        ? "calls of the function met the layer until then: with an <alias> they meet it only after the canary"
                        : "calls of the function were not disturbed; correct what AWS names, and attach again");
    }

    private LayerException together(List<LayerException> wrong) {
        StringBuilder sentence = new StringBuilder("The layer is not on every function: ")
                .append(outcomes.size() + failures.size() - wrong.size())
                .append(" have it, ")
                .append(wrong.size())
                .append(" do not.");
        List<String> hints = new ArrayList<>();
        for (LayerException each : wrong) {
            sentence.append("\n\n  ").append(each.sentence());
            hints.addAll(each.hints());
        }
        return new LayerException(
                AwsProblem.PARTLY_ATTACHED,
                sentence.toString(),
                hints.stream().distinct().toList(),
                wrong.get(0));
    }
}
