package io.github.lambdalayer.build;

import io.github.lambdalayer.aws.AttachOutcome;
import io.github.lambdalayer.aws.AwsEvents;
import io.github.lambdalayer.aws.PublishOutcome;
import io.github.lambdalayer.build.LayerResult.AttachedFunction;
import io.github.lambdalayer.build.LayerResult.PublishedVersion;
import java.time.Duration;

/** Writes down what AWS has done the moment that it is done: a later region may fail, or the build may be killed. */
final class Journal implements AwsEvents {

    private final LayerSpec spec;
    private final BuildLog log;
    private LayerResult result;

    Journal(LayerSpec spec, LayerResult result, BuildLog log) {
        this.spec = spec;
        this.result = result;
        this.log = log;
    }

    /** The result with all that was done so far. */
    LayerResult result() {
        return result;
    }

    @Override
    public void published(PublishOutcome outcome) {
        String because = outcome instanceof PublishOutcome.Published made ? made.because() : "";
        PublishedVersion version = new PublishedVersion(
                outcome.region(),
                outcome.arn().value(),
                outcome.version(),
                outcome instanceof PublishOutcome.Published);
        write(result.with(version));
        log.published(version, because);
    }

    @Override
    public void attached(AttachOutcome outcome) {
        AttachedFunction function =
                new AttachedFunction(outcome.region(), outcome.function().name(), word(outcome));
        write(result.with(function));
        log.attached(function, outcome.layer());
    }

    @Override
    public void staged(String region, String address, long bytes) {
        log.staged(region, address, bytes);
    }

    @Override
    public void waiting(String region, String because, Duration pause) {
        log.waiting(region, because, pause);
    }

    @Override
    public void warned(String region, String sentence) {
        log.warned(region + ": " + sentence);
    }

    private void write(LayerResult now) {
        result = now;
        spec.files().write(now);
    }

    private static String word(AttachOutcome outcome) {
        if (outcome instanceof AttachOutcome.Attached) {
            return "attached";
        }
        return outcome instanceof AttachOutcome.AlreadyAttached ? "unchanged" : "rolled-back";
    }
}
