package io.github.lambdalayer.build;

import io.github.lambdalayer.aws.DetachOutcome;

/** Tells of functions that do not have the layer any more, and takes them out of what was written down. */
final class DetachJournal extends AwsNews {

    private final LayerSpec spec;
    private final BuildLog log;

    DetachJournal(LayerSpec spec, BuildLog log) {
        super(log);
        this.spec = spec;
        this.log = log;
    }

    @Override
    public synchronized void detached(DetachOutcome outcome) {
        spec.files()
                .read()
                .map(result ->
                        result.without(outcome.region(), outcome.function().name()))
                .ifPresent(spec.files()::write);
        log.detached(spec.name(), outcome);
    }
}
