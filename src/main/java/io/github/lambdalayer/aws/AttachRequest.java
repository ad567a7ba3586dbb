package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.LayerVersionArn;
import java.util.List;

/**
 * A published layer, and the functions that shall have it.
 *
 * @param versions the layer's version in each region
 * @param functions a name is looked for in each of these regions, an ARN in its own only
 * @param runtimes what the layer is made for, for example {@code python3.13}; empty for anything
 * @param architectures likewise
 * @param unzippedBytes the sum of the layer's entries in bytes
 */
public record AttachRequest(
        List<LayerVersionArn> versions,
        List<FunctionWish> functions,
        List<String> runtimes,
        List<String> architectures,
        long unzippedBytes) {

    public AttachRequest {
        versions = List.copyOf(versions);
        functions = List.copyOf(functions);
        runtimes = List.copyOf(runtimes);
        architectures = List.copyOf(architectures);
    }
}
