package io.github.lambdalayer.audit;

/**
 * The last part of a path, which says what kind of file it is.
 *
 * @param text for example {@code libx.so.1}
 */
record FileName(String text) {

    /** Of a path in the layer, or of a library that another one names with its folder. */
    static FileName of(String path) {
        return new FileName(path.substring(path.lastIndexOf('/') + 1));
    }

    /** {@code x.so}, {@code libx.so.1}, {@code x.node}: for a process to load. */
    boolean isOfLibrary() {
        return text.endsWith(".so") || text.endsWith(".node") || text.contains(".so.");
    }

    /** What stands before its first point: {@code x} of {@code x.abi3.so}. */
    String stem() {
        return text.substring(0, text.indexOf('.'));
    }
}
