package io.github.lambdalayer.live;

import io.github.lambdalayer.lambda.LambdaTarget;
import java.util.Locale;

/**
 * One resolution, compared.
 *
 * @param verdict {@code as uv}, or how the answers differ
 * @param reason why they differ; empty when it is not known
 * @param uvs uv's answer
 * @param seconds how long ours took
 */
record Row(
        RequirementSet set,
        LambdaTarget target,
        boolean agrees,
        String verdict,
        String reason,
        Answer ours,
        Answer uvs,
        double seconds) {

    boolean isUnexplained() {
        return !agrees && reason.isEmpty();
    }

    /** The difference with the words of both. */
    String details() {
        return set + " for " + target + ": " + verdict + "\nours: " + ours.words() + "\nuv: " + uvs.words();
    }

    /** The row of the table. */
    @Override
    public String toString() {
        String words = reason.isEmpty() ? verdict : verdict + " (" + reason + ")";
        return String.format(Locale.ROOT, "| %s | %s | %s | %s | %.1f s |", set, target, ours, words, seconds);
    }
}
