package io.github.lambdalayer.build;

import io.github.lambdalayer.aws.AwsEvents;
import io.github.lambdalayer.lambda.LayerVersionArn;
import java.time.Duration;

/** Passes on what happens while AWS is asked. */
class AwsNews implements AwsEvents {

    private final BuildLog log;

    AwsNews(BuildLog log) {
        this.log = log;
    }

    @Override
    public void deleted(LayerVersionArn version) {
        log.deleted(version);
    }

    @Override
    public void progressed(int done, int total) {
        log.progressed(done, total);
    }

    @Override
    public void staged(String region, String address, long bytes) {
        log.staged(region, address, bytes);
    }

    @Override
    public void shared(String region, String change) {
        log.shared(region, change);
    }

    @Override
    public void waiting(String region, String because, Duration pause) {
        log.waiting(region, because, pause);
    }

    @Override
    public void warned(String region, String sentence) {
        log.warned(region + ": " + sentence);
    }
}
