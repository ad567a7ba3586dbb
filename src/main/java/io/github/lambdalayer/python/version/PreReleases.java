package io.github.lambdalayer.python.version;

/** Whether pre-releases and development releases may be taken. */
public enum PreReleases {
    /** Only where no other release is accepted. */
    IF_NECESSARY,
    /** Like any other release. */
    ALLOW,
    /** Never. */
    DISALLOW
}
