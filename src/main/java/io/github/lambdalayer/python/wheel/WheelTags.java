package io.github.lambdalayer.python.wheel;

import io.github.lambdalayer.python.target.Tag;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What the file WHEEL says of what a package is for (PEP 427). */
public final class WheelTags {

    private WheelTags() {}

    /**
     * The tags of its lines {@code Tag}, written out; there may be none.
     *
     * @throws io.github.lambdalayer.problem.LayerException when one of them is no tag
     */
    public static Set<Tag> of(byte[] text) {
        return MailHeaders.parse(text).all("Tag").stream()
                .flatMap(line -> Tag.expand(line).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
