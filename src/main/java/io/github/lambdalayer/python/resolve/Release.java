package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.version.Version;
import java.util.List;
import java.util.Optional;

/**
 * One version of a package, and the wheel of it that would be taken.
 *
 * @param wheel the best one that fits; empty when the release cannot be used
 * @param rejections why it cannot be used: one for each wheel, or one for the release; empty when it can
 */
record Release(Version version, Optional<IndexFile> wheel, List<Rejection> rejections) {

    Release {
        rejections = List.copyOf(rejections);
    }

    static Release of(IndexFile wheel) {
        return new Release(wheel.filename().version(), Optional.of(wheel), List.of());
    }

    static Release rejected(Version version, List<Rejection> rejections) {
        return new Release(version, Optional.empty(), rejections);
    }

    boolean isUsable() {
        return wheel.isPresent();
    }
}
