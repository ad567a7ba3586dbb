package io.github.lambdalayer.lambda;

/** Limits of AWS Lambda that a layer can meet; the service's guide lists them under "Lambda quotas". */
public final class LambdaLimits {

    /**
     * What a function and all its layers may hold, in bytes, unzipped: 250 MB. A layer must be smaller: the service
     * refuses this very number for it.
     */
    public static final long UNZIPPED_BYTES = 262_144_000L;

    /** From this many bytes on, zipped, a layer cannot be sent with the request itself and goes through S3: 50 MB. */
    public static final long DIRECT_ZIPPED_BYTES = 52_428_800L;

    /** How many layers a function can have. */
    public static final int LAYERS_PER_FUNCTION = 5;

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
