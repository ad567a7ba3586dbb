package io.github.lambdalayer.build;

import io.github.lambdalayer.aws.AwsSettings;
import io.github.lambdalayer.aws.FunctionWish;
import io.github.lambdalayer.aws.LayerSharing;
import io.github.lambdalayer.aws.Staging;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a finished layer goes.
 *
 * @param aws which regions, and as whom
 * @param staging how a zip gets there
 * @param functions those that shall have the layer
 * @param sharing who else may use it
 * @param zip a zip that goes there as it is; without one the layer is built
 * @param sha256 the digest that the zip has to have, in hexadecimal; "" for any
 */
public record Delivery(
        AwsSettings aws,
        Staging staging,
        List<FunctionWish> functions,
        LayerSharing sharing,
        Optional<Path> zip,
        String sha256) {

    public Delivery {
        functions = List.copyOf(functions);
    }
}
