package io.github.lambdalayer.layer;

/**
 * One file of the layer.
 *
 * @param path where it is in the zip, for example {@code python/six.py}
 * @param mode 0644 or 0755; Lambda reads with rights of its own, so nothing narrower will do
 * @param content its bytes
 */
public record LayerEntry(String path, int mode, Content content) {

    static final int FILE = 0644;
    static final int EXECUTABLE = 0755;
}
