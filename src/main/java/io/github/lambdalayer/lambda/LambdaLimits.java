package io.github.lambdalayer.lambda;

/** Limits of AWS Lambda that a layer can meet; the service's guide lists them under "Lambda quotas". */
public final class LambdaLimits {

    /** What a function and all its layers may hold, in bytes, unzipped: 250 MB; the service refuses this very number. */
    public static final long UNZIPPED_BYTES = 262_144_000L;

    /** What may be sent with the request itself, in bytes, zipped: 50 MB; more has to go through S3. */
    public static final long DIRECT_ZIPPED_BYTES = 52_428_800L;

    /** The whole request that publishes a layer, in bytes, the zip in it being base64. */
    public static final long PUBLISH_REQUEST_BYTES = 70_167_211L;

    /** The request that changes a function's configuration, in bytes. */
    public static final int UPDATE_FUNCTION_REQUEST_BYTES = 5_120;

    /** How many layers a function can have. */
    public static final int LAYERS_PER_FUNCTION = 5;

    /** How many runtimes a layer's version can name. */
    public static final int COMPATIBLE_RUNTIMES = 15;

    /** How many architectures a layer's version can name. */
    public static final int COMPATIBLE_ARCHITECTURES = 2;

    /** Characters of a layer's description. */
    public static final int DESCRIPTION_CHARACTERS = 256;

    /** Characters of a layer's licence. */
    public static final int LICENSE_CHARACTERS = 512;

    /** Characters of a layer's name. */
    public static final int LAYER_NAME_CHARACTERS = 140;

    /** Characters of a layer version's ARN. */
    public static final int LAYER_ARN_CHARACTERS = 2_048;

    /** How many items one page of a list can have. */
    public static final int PAGE_ITEMS = 50;

    private LambdaLimits() {}
}
