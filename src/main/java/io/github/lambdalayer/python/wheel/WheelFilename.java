package io.github.lambdalayer.python.wheel;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.target.Tag;
import io.github.lambdalayer.python.version.Version;
import java.util.Set;

/**
 * The name of a wheel, which says what it is and what it fits, for example {@code demo-1.0-py3-none-any.whl} (PEP 427).
 *
 * @param text the name as it was written
 * @param name the package
 * @param version its version
 * @param build tells builds of one version apart; mostly {@link BuildTag#NONE}
 * @param tags what the wheel fits, compressed sets written out
 */
public record WheelFilename(String text, PackageName name, Version version, BuildTag build, Set<Tag> tags) {

    /** Keeps a copy of the tags. */
    public WheelFilename {
        tags = TagSet.copyOf(tags);
    }

    /**
     * The parts of a file name; percent signs of a URL must have been decoded, once.
     *
     * @throws LayerException {@link WheelProblem#BAD_FILENAME}
     */
    public static WheelFilename parse(String text) {
        return new FilenameParser().parse(text);
    }

    /** The same text: the rest was read from it. */
    @Override
    public boolean equals(Object other) {
        return other instanceof WheelFilename that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
