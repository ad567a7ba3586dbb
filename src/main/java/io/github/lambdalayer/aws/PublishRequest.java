package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.LambdaLimits;
import io.github.lambdalayer.lambda.LayerName;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.problem.LayerException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A layer to publish: what it says of itself, and a zip that was measured.
 *
 * @param layer the layer's name
 * @param description any text; it is cut to fit, and a mark with the digest is added to it
 * @param licenseInfo any text, cut to 512 characters; empty for none
 * @param runtimes for example {@code python3.13}; empty for none
 * @param architectures {@code x86_64}, {@code arm64} or both; empty for none
 * @param zip the file
 * @param sha256 the file's SHA-256 in hexadecimal
 * @param codeSha256 the same in base64, as Lambda tells it
 * @param zippedBytes the file's length in bytes
 * @param unzippedBytes the sum of its entries in bytes
 * @param staging whether it goes through a bucket
 * @param sharing who else may use it
 * @param known versions that an earlier run published: they are asked first, which saves listing all
 */
public record PublishRequest(
        LayerName layer,
        String description,
        String licenseInfo,
        List<String> runtimes,
        List<String> architectures,
        Path zip,
        String sha256,
        String codeSha256,
        long zippedBytes,
        long unzippedBytes,
        Staging staging,
        LayerSharing sharing,
        List<LayerVersionArn> known) {

    public PublishRequest {
        known = List.copyOf(known);
        runtimes = List.copyOf(runtimes);
        architectures = List.copyOf(architectures);
    }

    /** Throws when the service would refuse the zip for its size. */
    void checkSize() {
        if (unzippedBytes >= LambdaLimits.UNZIPPED_BYTES) {
            throw new LayerException(
                    AwsProblem.TOO_LARGE_FOR_LAMBDA,
                    String.format(
                            Locale.ROOT,
                            "Layer %s has %,d bytes unzipped, and AWS takes layers of fewer than %,d.",
                            layer,
                            unzippedBytes,
                            LambdaLimits.UNZIPPED_BYTES),
                    "leave packages or files out, or make two layers");
        }
        if (!staging.canCarry(zippedBytes)) {
            throw new LayerException(
                    AwsProblem.BUCKET_NEEDED,
                    String.format(
                            Locale.ROOT,
                            "Layer %s has %,d bytes zipped, and AWS takes fewer than %,d with the request itself.",
                            layer,
                            zippedBytes,
                            LambdaLimits.DIRECT_ZIPPED_BYTES),
                    "set <bucket> to a bucket of yours, so that the zip goes through S3");
        }
    }

    boolean isStaged() {
        return staging.takes(zippedBytes);
    }
}
