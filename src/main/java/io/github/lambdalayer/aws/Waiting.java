package io.github.lambdalayer.aws;

import java.time.Duration;

/** How this run waits, and who hears of it. */
record Waiting(AwsPause pause, AwsEvents events) {

    /** The waits of one piece of work in a region, bounded in their sum. */
    Waits in(String region, Duration most) {
        return new Waits(pause, events, region, most);
    }
}
