package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.LambdaLimits;
import io.github.lambdalayer.problem.LayerException;

/**
 * Whether a zip goes through a bucket on its way to Lambda. In bucket and prefix {@code {region}} and
 * {@code {account}} are filled in.
 *
 * @param bucket for example {@code stage-{account}-{region}}; empty for none
 * @param prefix what keys begin with, for example {@code lambda-layers/}
 * @param mode what Lambda does with the object
 */
public record Staging(String bucket, String prefix, StorageMode mode) {

    /** No bucket: every zip is sent with the request itself. */
    public static final Staging DIRECT = new Staging("", "", StorageMode.COPY);

    /** From this many bytes on a zip goes through the bucket, where there is one: 10 MB. */
    private static final long STAGED_BYTES = 10_485_760L;

    /**
     * Wants a bucket when Lambda shall read the zip where it is.
     *
     * @throws LayerException {@link AwsProblem#REFERENCE_WITHOUT_BUCKET}
     */
    public Staging {
        if (mode == StorageMode.REFERENCE && bucket.isEmpty()) {
            throw new LayerException(
                    AwsProblem.REFERENCE_WITHOUT_BUCKET,
                    "storageMode is REFERENCE, and there is no bucket for Lambda to read from.",
                    "set <bucket>, to one with versioning");
        }
    }

    /** Whether a zip of so many bytes goes through the bucket. */
    boolean takes(long zippedBytes) {
        return mode == StorageMode.REFERENCE || (!bucket.isEmpty() && zippedBytes >= STAGED_BYTES);
    }

    /** Whether a zip of so many bytes can reach Lambda at all. */
    boolean canCarry(long zippedBytes) {
        return takes(zippedBytes) || zippedBytes < LambdaLimits.DIRECT_ZIPPED_BYTES;
    }

    String bucketIn(String region, String account) {
        return filled(bucket, region, account);
    }

    String prefixIn(String region, String account) {
        return filled(prefix, region, account);
    }

    private static String filled(String text, String region, String account) {
        return text.replace("{region}", region).replace("{account}", account);
    }
}
