package io.github.lambdalayer.testing.aws;

/** Bytes that nobody changes any more; not copied, since a zip may have 50 MB. */
final class Bytes {

    static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] array;

    Bytes(byte[] array) {
        this.array = array;
    }

    byte[] array() {
        return array;
    }

    int length() {
        return array.length;
    }
}
