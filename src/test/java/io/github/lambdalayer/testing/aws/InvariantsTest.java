package io.github.lambdalayer.testing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.testing.ZipBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** What must not happen is seen when it does. */
class InvariantsTest {

    private static final String ORDERS = "arn:aws:lambda:eu-west-1:123456789012:function:orders";
    private static final String LAYERS = "arn:aws:lambda:eu-west-1:123456789012:layer:";

    private final FakeLambda aws;
    private final PlainClients clients;

    @TempDir
    private Path output;

    InvariantsTest() throws IOException {
        aws = FakeLambda.start();
        clients = new PlainClients(aws);
    }

    @AfterEach
    void close() {
        clients.close();
        aws.close();
    }

    private List<String> broken() throws IOException {
        return Invariants.broken(aws, output, "data");
    }

    private void publish() {
        LambdaClient lambda = clients.lambda("eu-west-1");
        byte[] zip = ZipBuilder.zip().file("python/m.py", "x = 1").bytes();
        lambda.publishLayerVersion(b -> b.layerName("data").content(c -> c.zipFile(SdkBytes.fromByteArray(zip))));
    }

    private void update(String... layers) {
        clients.lambda("eu-west-1")
                .updateFunctionConfiguration(b -> b.functionName("orders").layers(layers));
    }

    @Test
    void aLayerThatIsPublishedTwice() throws IOException {
        publish();
        assertThat(broken()).isEmpty();
        publish();
        assertThat(broken()).containsExactly(LAYERS + "data:1 was published twice");
    }

    @Test
    void aLayerOfOthersThatIsLost() throws IOException {
        publish();
        aws.layer(LAYERS + "old:1", 10);
        aws.function("eu-west-1", "orders").layers(LAYERS + "old:1", LAYERS + "data:1");
        update(LAYERS + "data:1");
        assertThat(broken()).containsExactly(ORDERS + " has [] of what others put there: [" + LAYERS + "old:1]");
    }

    @Test
    void whatIsSaidAndIsNotSo() throws IOException {
        aws.function("eu-west-1", "orders");
        Files.writeString(output.resolve("data.zip"), "another zip");
        Files.writeString(output.resolve("data.json"), """
                {"layer": "data", "zip": "data.zip", "inputs": "", "sha256": "00", "codeSha256": "AA==", "zippedBytes": 1,
                 "unzippedBytes": 1, "runtimes": [], "architectures": [], "packages": [], "findings": [],
                 "published": [{"region": "eu-west-1", "arn": "%sdata:1", "version": 1, "created": true}],
                 "attached": [{"region": "eu-west-1", "function": "orders", "outcome": "attached"}]}
                """.formatted(LAYERS));
        Files.writeString(output.resolve(".data.zip.1-1.part"), "half");
        Files.writeString(output.resolve("data.properties"), "key=" + Invariants.SECRET);
        assertThat(broken())
                .containsExactlyInAnyOrder(
                        output.resolve(".data.zip.1-1.part") + " was left",
                        output.resolve("data.properties") + " holds a secret",
                        output.resolve("data.zip") + " is not the zip that " + output.resolve("data.json")
                                + " tells of",
                        LAYERS + "data:1 is said to be published",
                        "orders is said to have the layer");
    }
}
