package io.github.lambdalayer.build;

import io.github.lambdalayer.aws.AwsSettings;
import io.github.lambdalayer.aws.Staging;
import io.github.lambdalayer.lambda.FunctionName;
import java.util.List;

/**
 * Where a finished layer goes.
 *
 * @param aws which regions, and as whom
 * @param staging how a zip gets there
 * @param functions those that shall have the layer
 */
public record Delivery(AwsSettings aws, Staging staging, List<FunctionName> functions) {

    public Delivery {
        functions = List.copyOf(functions);
    }
}
