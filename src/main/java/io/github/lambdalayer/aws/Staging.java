package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.LambdaLimits;
import io.github.lambdalayer.lambda.LayerName;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.util.regex.Pattern;

/**
 * Whether a zip goes through a bucket on its way to Lambda. In bucket and prefix {@code {region}} and
 * {@code {account}} are filled in.
 *
 * @param bucket for example {@code stage-{account}-{region}}; empty for none
 * @param prefix what keys begin with, for example {@code lambda-layers/}
 * @param mode what Lambda does with the object
 * @param kmsKey the key of KMS that objects are encrypted with; empty for what the bucket does by itself
 * @param deletes whether an object goes when Lambda has copied it
 */
public record Staging(String bucket, String prefix, StorageMode mode, String kmsKey, boolean deletes) {

    /** From this many bytes on a zip goes through the bucket, where there is one: 10 MB. */
    private static final long STAGED_BYTES = 10_485_760L;

    /** What Lambda takes: "S3Bucket" of {@code LayerVersionContentInput}. */
    private static final Pattern BUCKET = Pattern.compile("[0-9A-Za-z._-]{2,62}[0-9A-Za-z_-]");

    private static final Pattern BRACES = Pattern.compile("\\{[^}]*}");

    /** No bucket: every zip is sent with the request itself. */
    public static final Staging DIRECT = new Staging("", "", StorageMode.COPY);

    /**
     * Wants a bucket when Lambda shall read the zip where it is, and that the zip stays there then.
     *
     * @throws LayerException {@link AwsProblem#BAD_BUCKET}, {@link AwsProblem#REFERENCE_WITHOUT_BUCKET}, {@link
     *     AwsProblem#REFERENCE_DELETED}, {@link AwsProblem#KEY_WITHOUT_BUCKET}, {@link AwsProblem#BAD_KMS_KEY}
     */
    public Staging {
        if (!bucket.isEmpty()) {
            bucket(bucket);
        }
        prefix(prefix);
        if (mode == StorageMode.REFERENCE && bucket.isEmpty()) {
            throw new LayerException(
                    AwsProblem.REFERENCE_WITHOUT_BUCKET,
                    "storageMode is REFERENCE, and there is no bucket for Lambda to read from.",
                    "set <bucket>, to one with versioning");
        }
        if (mode == StorageMode.REFERENCE && deletes) {
            throw new LayerException(
                    AwsProblem.REFERENCE_DELETED,
                    "storageMode is REFERENCE and stagedZips is delete, but Lambda reads such a zip as long as the"
                            + " version lives.",
                    "leave out <stagedZips>, or set <storageMode>COPY</storageMode>");
        }
        if (!kmsKey.isEmpty() && bucket.isEmpty()) {
            throw new LayerException(
                    AwsProblem.KEY_WITHOUT_BUCKET,
                    "bucketKmsKey is set, and there is no bucket whose zips it could encrypt.",
                    "set <bucket>, or leave out <bucketKmsKey>");
        }
        if (!kmsKey.isEmpty() && !KmsKey.isOne(filled(kmsKey, "eu-west-1", "123456789012"))) {
            throw new LayerException(
                    AwsProblem.BAD_KMS_KEY,
                    "bucketKmsKey \"" + Printable.name(kmsKey) + "\" is not a key of AWS KMS.",
                    "it is a key's id, alias/ with a name, or the ARN of either, such as"
                            + " arn:aws:kms:eu-west-1:123456789012:alias/zips");
        }
    }

    /**
     * The name of a bucket, as it is: what S3 allows once {@code {region}} and {@code {account}} are filled in.
     *
     * @throws LayerException {@link AwsProblem#BAD_BUCKET}
     */
    public static String bucket(String text) {
        if (!BUCKET.matcher(filled(text, "eu-west-1", "123456789012")).matches()) {
            throw new LayerException(
                    AwsProblem.BAD_BUCKET,
                    "\"" + Printable.name(text) + "\" is not the name of a bucket.",
                    "it looks like stage-{account}-{region}; these two are filled in, and nothing else");
        }
        return text;
    }

    /**
     * What keys begin with, as it is.
     *
     * @throws LayerException {@link AwsProblem#BAD_BUCKET}
     */
    public static String prefix(String text) {
        if (BRACES.matcher(filled(text, "", "")).find()) {
            throw new LayerException(
                    AwsProblem.BAD_BUCKET,
                    "\"" + Printable.name(text) + "\" has braces that are not filled in.",
                    "only {region} and {account} are");
        }
        return text;
    }

    /** As {@link #Staging(String, String, StorageMode, String, boolean)}, encrypted as the bucket does; objects stay. */
    public Staging(String bucket, String prefix, StorageMode mode) {
        this(bucket, prefix, mode, "", false);
    }

    /** Whether Lambda reads the zip where it is, as long as the version lives. */
    boolean isReference() {
        return mode == StorageMode.REFERENCE;
    }

    /** Whether a zip of so many bytes goes through the bucket. */
    boolean takes(long zippedBytes) {
        return isReference() || (!bucket.isEmpty() && zippedBytes >= STAGED_BYTES);
    }

    /** Whether a zip of so many bytes can reach Lambda at all. */
    boolean canCarry(long zippedBytes) {
        return takes(zippedBytes) || zippedBytes < LambdaLimits.DIRECT_ZIPPED_BYTES;
    }

    String bucketIn(String region, String account) {
        return filled(bucket, region, account);
    }

    private String prefixIn(String region, String account) {
        return filled(prefix, region, account);
    }

    /** What the keys of a layer's zips begin with. */
    String folderIn(String region, String account, LayerName layer) {
        return prefixIn(region, account) + layer + "/";
    }

    String kmsKeyIn(String region, String account) {
        return filled(kmsKey, region, account);
    }

    private static String filled(String text, String region, String account) {
        return text.replace("{region}", region).replace("{account}", account);
    }
}
