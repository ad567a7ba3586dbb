package io.github.lambdalayer.build;

import io.github.lambdalayer.aws.AwsSettings;
import io.github.lambdalayer.aws.Staging;
import io.github.lambdalayer.lambda.FunctionName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a finished layer goes.
 *
 * @param aws which regions, and as whom
 * @param staging how a zip gets there
 * @param functions those that shall have the layer
 * @param zip a zip that goes there as it is; without one the layer is built
 */
public record Delivery(AwsSettings aws, Staging staging, List<FunctionName> functions, Optional<Path> zip) {

    public Delivery {
        functions = List.copyOf(functions);
    }
}
