package io.github.lambdalayer.zip;

/** ZIP64 (APPNOTE 4.5.3), as far as it is needed: a field that is full sends the reader to a wider one. */
final class Zip64 {

    /** The value of a field of 32 bits whose true value is elsewhere. */
    static final long MARK = 0xFFFF_FFFFL;

    /** The id of the extra field with the true values. */
    static final int EXTRA_ID = 0x0001;

    /** CPython goes over to ZIP64 above this, long before the fields are full. */
    private static final long CPYTHON_LIMIT = Integer.MAX_VALUE;

    private Zip64() {}

    /** Whether a value is large enough for an honest writer to use ZIP64. */
    static boolean isNeededFor(long value) {
        return value > CPYTHON_LIMIT;
    }
}
