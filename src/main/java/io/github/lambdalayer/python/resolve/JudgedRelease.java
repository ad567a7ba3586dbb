package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.version.Version;
import java.util.List;
import java.util.Optional;

/**
 * A release of a package and what a request makes of it, for whoever asks why it was or was not chosen.
 *
 * @param wheel the one that would be installed; empty when the release cannot be used
 * @param rejections why it cannot be used: one for each wheel, or one for the release; empty when it can
 */
public record JudgedRelease(Version version, Optional<IndexFile> wheel, List<Rejection> rejections) {

    /** Keeps a copy of the list. */
    public JudgedRelease {
        rejections = List.copyOf(rejections);
    }

    /** Why it cannot be used, in a clause: {@code its wheels are for cp37 and cp38}; "" when it can. */
    public String because() {
        if (rejections.isEmpty()) {
            return "";
        }
        Verdict verdict = Verdict.of(rejections);
        return verdict == Verdict.NO_FITTING_WHEEL
                ? WheelsAreFor.text(rejections, true)
                : rejections.stream()
                        .filter(rejection -> Verdict.of(List.of(rejection)) == verdict)
                        .findFirst()
                        .orElseThrow()
                        .because();
    }

    @Override
    public String toString() {
        return version.toString();
    }
}
