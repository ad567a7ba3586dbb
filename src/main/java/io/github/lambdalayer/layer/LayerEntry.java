package io.github.lambdalayer.layer;

/**
 * One file of the layer.
 *
 * @param path where it is in the zip, for example {@code python/six.py}
 * @param mode 0644 or 0755; Lambda reads with rights of its own, so nothing narrower will do. A layer that somebody else
 *     made can have symbolic links too, whose content is their target: 0120777
 * @param content its bytes
 */
public record LayerEntry(String path, int mode, Content content) {

    static final int FILE = 0644;
    static final int EXECUTABLE = 0755;
    static final int LINK = 0120777;

    /** Whether it is a symbolic link. */
    public boolean isLink() {
        return mode == LINK;
    }
}
