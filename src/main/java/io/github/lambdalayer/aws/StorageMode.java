package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;

/** What Lambda does with a zip in S3: see "Self-managed S3 code storage" in its guide. */
public enum StorageMode {
    /** Lambda copies the zip; the object is not needed any more. */
    COPY,
    /** Lambda reads the zip where it is, from a bucket with versions, as long as the layer's version lives. */
    REFERENCE;

    /**
     * The mode that AWS calls so.
     *
     * @throws LayerException {@link AwsProblem#BAD_STORAGE_MODE}
     */
    public static StorageMode of(String text) {
        for (StorageMode each : values()) {
            if (each.name().equalsIgnoreCase(text)) {
                return each;
            }
        }
        throw new LayerException(
                AwsProblem.BAD_STORAGE_MODE,
                "\"" + Printable.name(text) + "\" is not a storageMode: COPY or REFERENCE.");
    }
}
