package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.LayerName;
import io.github.lambdalayer.problem.LayerException;
import java.util.ArrayList;
import java.util.List;

/**
 * How publishing ended in every region.
 *
 * @param layer the layer
 * @param outcomes the regions that hold it now, in order
 * @param failures the regions that do not
 */
public record PublishReport(LayerName layer, List<PublishOutcome> outcomes, List<RegionFailure> failures) {

    public PublishReport {
        outcomes = List.copyOf(outcomes);
        failures = List.copyOf(failures);
    }

    /**
     * The outcomes, when every region has one.
     *
     * @throws LayerException the failure of the only region, or {@link AwsProblem#PARTLY_PUBLISHED} with a table
     */
    public List<PublishOutcome> orThrow() {
        if (failures.isEmpty()) {
            return outcomes;
        }
        LayerException first = failures.get(0).failure();
        if (failures.size() == 1 && outcomes.isEmpty()) {
            throw first;
        }
        List<String> hints = new ArrayList<>();
        failures.forEach(f -> hints.addAll(f.failure().hints()));
        hints.add("run mvn lambda-layer:publish again: regions that have the layer are left as they are");
        throw new LayerException(
                AwsProblem.PARTLY_PUBLISHED, table(), hints.stream().distinct().toList(), first);
    }

    private String table() {
        StringBuilder table = new StringBuilder("Layer " + layer + " was not published in every region.\n");
        for (PublishOutcome outcome : outcomes) {
            String word = outcome instanceof PublishOutcome.Published ? "published" : "unchanged";
            table.append(row(outcome.region(), word, outcome.arn().value()));
        }
        failures.forEach(f -> table.append(row(f.region(), "failed", withoutRegion(f))));
        return table.toString();
    }

    private static String row(String region, String word, String rest) {
        return String.format("\n  %-14s %-9s %s", region, word, rest);
    }

    private static String withoutRegion(RegionFailure failure) {
        String sentence = failure.failure().sentence();
        String prefix = failure.region() + ": ";
        return sentence.startsWith(prefix) ? sentence.substring(prefix.length()) : sentence;
    }
}
