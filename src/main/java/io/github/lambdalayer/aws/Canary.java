package io.github.lambdalayer.aws;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** Calls a function once, to see whether it works; again only when AWS had no room for the call. */
final class Canary {

    private static final Duration MOST_WAITING = Duration.ofMinutes(1);

    private final VersionCalls versions;
    private final Waits waits;

    Canary(Attachment attachment, VersionCalls versions, Waiting waiting) {
        this.versions = versions;
        this.waits = waiting.in(attachment.region(), MOST_WAITING);
    }

    /** What the function says of its failure; empty when it works. */
    Optional<String> send(String version) {
        while (true) {
            try {
                return versions.invoke(version);
            } catch (SdkException e) {
                AwsError error = new AwsError(e);
                boolean mayPass = error.isThrottled() || error.status() == 409;
                if (!mayPass || !waits.asTold(error, "AWS has no room for the canary call yet")) {
                    throw versions.failures("lambda:InvokeFunction").of(e);
                }
            }
        }
    }
}
