package io.github.lambdalayer.live;

import io.github.lambdalayer.lambda.LambdaTarget;
import java.util.List;

/**
 * A difference from uv whose reason is known.
 *
 * @param set the requirements as {@code requirement-sets.txt} lists them
 * @param target the beginning of a target such as {@code python3.9 on arm64}; empty for all
 */
record Difference(String set, String target, String reason) {

    static List<Difference> all() {
        return RequirementSet.lines("/live/differences.txt").stream()
                .map(line -> line.split(" *\\| *", 3))
                .map(parts -> new Difference(parts[0], parts[1], parts[2]))
                .toList();
    }

    boolean isAbout(RequirementSet set, LambdaTarget target) {
        return set.toString().equals(this.set) && target.toString().startsWith(this.target);
    }
}
