package io.github.lambdalayer.build;

import io.github.lambdalayer.problem.LayerException;
import java.nio.file.Path;

/** A layer that is ready for AWS: the zip, and what is known of it. */
record Shipment(LayerSpec spec, Path zip, LayerResult result) {

    /**
     * Wants that very zip, unless {@code sha256} is empty.
     *
     * @throws LayerException with {@link BuildProblem#OTHER_ZIP}
     */
    void requireDigest(String sha256) {
        if (!sha256.isEmpty() && !sha256.equals(result.sha256())) {
            throw new LayerException(
                    BuildProblem.OTHER_ZIP,
                    "The zip of layer " + spec.name() + " has the sha256 " + result.sha256() + ", but sha256 asks for "
                            + sha256 + ".",
                    "publish the zip that was planned, with -Dlambda-layer.zip=…, or plan anew");
        }
    }
}
