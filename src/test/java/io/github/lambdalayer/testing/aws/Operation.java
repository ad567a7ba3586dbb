package io.github.lambdalayer.testing.aws;

/**
 * What a request asks for.
 *
 * @param name for example {@code GetLayerVersionByArn}
 * @param action what a policy allows or denies, for example {@code lambda:GetLayerVersion}
 * @param resource the ARN it is about, or {@code *}
 * @param work carries it out
 */
record Operation(String name, String action, String resource, Work work) {

    /** The work of one call. */
    interface Work {
        Reply run();
    }
}
