package io.github.lambdalayer.aws;

import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.lambda.LayerName;
import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** The program that {@link LargeUploadTest} starts with a small heap: {@code LargeUpload http://127.0.0.1:41234 data.zip stage}. */
final class LargeUpload {

    private LargeUpload() {}

    public static void main(String[] arguments) throws IOException {
        Path zip = Path.of(arguments[1]);
        String bucket = arguments.length > 2 ? arguments[2] : "";
        AwsSettings settings = new AwsSettings(List.of("eu-west-1"), arguments[0], "", "", "");
        try (AwsClients clients = AwsClients.open(settings)) {
            PublishRequest request = request(zip, new Staging(bucket, "", StorageMode.COPY));
            System.out.println(new LayerPublisher(clients, AwsEvents.NONE)
                    .publish(request)
                    .orThrow()
                    .get(0)
                    .arn());
        } catch (LayerException e) {
            System.out.println(e.block());
        }
    }

    private static PublishRequest request(Path zip, Staging staging) throws IOException {
        byte[] digest = Sha256.digest(zip);
        return new PublishRequest(
                LayerName.of("data"),
                "",
                "",
                List.of("python3.13"),
                List.of("x86_64"),
                zip,
                Sha256.hex(digest),
                Base64.getEncoder().encodeToString(digest),
                Files.size(zip),
                Files.size(zip),
                staging,
                LayerSharing.UNDECLARED,
                List.of());
    }
}
