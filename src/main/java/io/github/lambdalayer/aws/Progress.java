package io.github.lambdalayer.aws;

/** Counts pieces of work that are done, and tells it from time to time: about ten times in all. */
final class Progress {

    private static final int WORTH_TELLING = 20;

    private final AwsEvents events;
    private final int total;
    private int done;

    Progress(AwsEvents events, int total) {
        this.events = events;
        this.total = total;
    }

    synchronized void oneMore() {
        done++;
        if (total >= WORTH_TELLING && (done == total || done % Math.max(1, total / 10) == 0)) {
            events.progressed(done, total);
        }
    }
}
