package io.github.lambdalayer.aws;

import static io.github.lambdalayer.aws.World.REGION;
import static io.github.lambdalayer.aws.World.failure;
import static io.github.lambdalayer.aws.World.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.github.lambdalayer.aws.PublishOutcome.Published;
import io.github.lambdalayer.aws.PublishOutcome.Unchanged;
import io.github.lambdalayer.lambda.LayerVersionArn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;

class LayerPublisherTest {

    private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:layer:data:";

    @AutoClose
    private final World world = new World();

    @TempDir
    Path folder;

    private static LayerVersionArn version(int number) {
        return LayerVersionArn.parse(ARN + number);
    }

    @Test
    void aNewLayerIsPublishedWithFourCalls() {
        LayerFixture layer = LayerFixture.in(folder, "x = 1");
        assertThat(world.publish(layer.request())).isEqualTo(new Published(REGION, version(1), "first version"));
        assertThat(world.fake.operations())
                .containsExactly(
                        "GetCallerIdentity eu-west-1",
                        "ListLayerVersions eu-west-1",
                        "GetAccountSettings eu-west-1",
                        "PublishLayerVersion eu-west-1");
        Map<String, Object> body =
                world.fake.calls("PublishLayerVersion").get(0).body();
        assertThat(body)
                .containsEntry("Description", "Tools sha256:" + layer.sha256().substring(0, 12))
                .containsEntry("LicenseInfo", "MIT")
                .containsEntry("CompatibleRuntimes", List.of("python3.13"))
                .containsEntry("CompatibleArchitectures", List.of("x86_64"));
        assertThat(world.told).containsExactly(new Published(REGION, version(1), "first version").toString());
    }

    @Test
    void theSameLayerIsFoundWithThreeCallsAndNothingIsSent() {
        PublishRequest request = LayerFixture.in(folder, "x = 1").request();
        world.publish(request);
        world.fake.forgetCalls();
        assertThat(world.publish(request)).isEqualTo(new Unchanged(REGION, version(1)));
        assertThat(world.fake.operations())
                .containsExactly(
                        "GetCallerIdentity eu-west-1", "ListLayerVersions eu-west-1", "GetLayerVersion eu-west-1");
        assertThat(world.fake.writes()).isEmpty();
    }

    @Test
    void otherContentIsANewVersion() {
        world.publish(LayerFixture.in(folder, "x = 1").request());
        assertThat(world.publish(LayerFixture.in(folder, "x = 2").request()))
                .isEqualTo(new Published(REGION, version(2), "new content"));
    }

    @Test
    void contentThatWasThereBeforeIsTakenAgain() {
        world.publish(LayerFixture.in(folder, "x = 1").request());
        world.publish(LayerFixture.in(folder, "x = 2").request());
        assertThat(world.publish(LayerFixture.in(folder, "x = 1").request()))
                .isEqualTo(new Unchanged(REGION, version(1)));
    }

    @Test
    void otherWordsAreANewVersionAndTheReasonIsTold() {
        world.publish(LayerFixture.in(folder, "x = 1").request());
        assertThat(world.publish(
                        LayerFixture.in(folder, "x = 1").runtimes("python3.12").request()))
                .isEqualTo(new Published(REGION, version(2), "same content as version 1, but other runtimes"));
        assertThat(world.publish(LayerFixture.in(folder, "x = 1")
                        .description("More")
                        .license("BSD")
                        .request()))
                .isEqualTo(new Published(
                        REGION,
                        version(3),
                        "same content as version 2, but another description and another licence and other runtimes"));
    }

    @Test
    void theOrderOfRuntimesMeansNothing() {
        world.publish(LayerFixture.in(folder, "x = 1")
                .runtimes("python3.12", "python3.13")
                .request());
        assertThat(world.publish(LayerFixture.in(folder, "x = 1")
                        .runtimes("python3.13", "python3.12")
                        .request()))
                .isEqualTo(new Unchanged(REGION, version(1)));
    }

    @Test
    void versionsOfAnotherToolAreLookedAtToo() {
        LayerFixture layer = LayerFixture.in(folder, "x = 1");
        world.clients(REGION)
                .lambda(REGION)
                .publishLayerVersion(b -> b.layerName("data")
                        .description("by hand")
                        .content(c -> c.zipFile(SdkBytes.fromByteArray(layer.content()))));
        assertThat(world.publish(layer.request()))
                .isEqualTo(new Published(
                        REGION,
                        version(2),
                        "same content as version 1, but another description and another licence and other runtimes and"
                                + " other architectures"));
    }

    @Test
    void aThousandVersionsAreListedAndFewAreAsked() {
        for (int i = 1; i <= 1_000; i++) {
            world.fake.layer(ARN + i, 1);
        }
        assertThat(world.publish(LayerFixture.in(folder, "x = 1").request()))
                .isEqualTo(new Published(REGION, version(1_001), "new content"));
        assertThat(world.fake.calls("ListLayerVersions")).hasSize(20);
        assertThat(world.fake.calls("GetLayerVersion")).hasSize(5);
    }

    @Test
    void aMarkerThatComesAgainIsNoCircle() {
        for (int i = 1; i <= 200; i++) {
            world.fake.layer(ARN + i, 1);
        }
        world.fake.repeatMarkers();
        assertThat(world.publish(LayerFixture.in(folder, "x = 1").request())).isInstanceOf(Published.class);
        assertThat(world.fake.calls("ListLayerVersions")).hasSize(2);
    }

    @Test
    void theFirstPageThatHoldsItIsTheLast() {
        PublishRequest request = LayerFixture.in(folder, "x = 1").request();
        for (int i = 1; i <= 200; i++) {
            world.fake.layer(ARN + i, 1);
        }
        world.publish(request);
        world.fake.forgetCalls();
        world.publish(request);
        assertThat(world.fake.calls("ListLayerVersions")).hasSize(1);
    }

    @Test
    void aRuntimeThatTheSdkDoesNotKnowIsSentAsItIs() {
        assertThat(failure(() -> world.publish(LayerFixture.in(folder, "x = 1")
                                .runtimes("python4.0")
                                .request()))
                        .sentence())
                .startsWith(
                        "eu-west-1: AWS refused lambda:PublishLayerVersion on layer data (400, ValidationException):"
                                + " 1 validation error detected: Value '[python4.0]' at 'compatibleRuntimes' failed");
        assertThat(world.fake.calls("PublishLayerVersion").get(0).body().get("CompatibleRuntimes"))
                .asInstanceOf(LIST)
                .containsExactly("python4.0");
    }

    @Test
    void longWordsAreCutByAFixedRule() {
        LayerFixture layer = LayerFixture.in(folder, "x = 1")
                .description("  many\n words " + "d".repeat(400))
                .license("l".repeat(600));
        world.publish(layer.request());
        Map<String, Object> body =
                world.fake.calls("PublishLayerVersion").get(0).body();
        assertThat((String) body.get("Description"))
                .hasSize(256)
                .startsWith("many words ddd")
                .endsWith("d… sha256:" + layer.sha256().substring(0, 12));
        assertThat((String) body.get("LicenseInfo")).hasSize(512).endsWith("l…");
    }

    @Test
    void whatIsEmptyIsNotSent() {
        LayerFixture layer =
                LayerFixture.in(folder, "x = 1").description("").license("").runtimes();
        world.publish(layer.request());
        assertThat(world.fake.calls("PublishLayerVersion").get(0).body())
                .containsEntry("Description", "sha256:" + layer.sha256().substring(0, 12))
                .doesNotContainKeys("LicenseInfo", "CompatibleRuntimes");
        assertThat(world.publish(layer.request())).isEqualTo(new Unchanged(REGION, version(1)));
    }

    @Test
    void aLayerThatIsTooLargeIsRefusedBeforeAWordIsSent() {
        PublishRequest tooLarge =
                LayerFixture.in(folder, "x = 1").claims(1_000, 262_144_000).request();
        assertThat(failure(() -> world.publish(tooLarge)).block())
                .isEqualTo(lines(
                        "Layer data has 262,144,000 bytes unzipped, and AWS takes layers of fewer than 262,144,000.",
                        "hint: leave packages or files out, or make two layers",
                        "see problems.html#too-large-for-lambda"));
        PublishRequest noWay =
                LayerFixture.in(folder, "x = 1").claims(52_428_800, 1_000).request();
        assertThat(failure(() -> world.publish(noWay)).block())
                .isEqualTo(lines(
                        "Layer data has 52,428,800 bytes zipped, and AWS takes fewer than 52,428,800 with the request"
                                + " itself.",
                        "hint: set <bucket> to a bucket of yours, so that the zip goes through S3",
                        "see problems.html#bucket-needed"));
        assertThat(world.fake.operations()).isEmpty();
        world.publish(
                LayerFixture.in(folder, "x = 1").claims(52_428_799, 262_143_999).request());
    }

    @Test
    void aPlanTellsTheSameAndChangesNothing() {
        PublishRequest request = LayerFixture.in(folder, "x = 1").request();
        LayerPublisher publisher = world.publisher(REGION, "us-east-1");
        world.publish(request);
        world.fake.forgetCalls();
        assertThat(publisher.plan(request))
                .containsExactly(
                        new PublishPlan.Keep(REGION, version(1)),
                        new PublishPlan.Publish(
                                "us-east-1",
                                "first version",
                                "",
                                "",
                                LayerVersionArn.parse("arn:aws:lambda:us-east-1:123456789012:layer:data:1")));
        assertThat(world.fake.writes()).isEmpty();
    }

    @Test
    void theZipHasToBeThere() throws IOException {
        PublishRequest request = LayerFixture.in(folder, "x = 1").request();
        Files.delete(request.zip());
        assertThat(failure(() -> world.publish(request)).block())
                .isEqualTo(lines(
                        "The layer's zip " + request.zip() + " cannot be read.",
                        "hint: run mvn package again",
                        "see problems.html#zip-unreadable"));
        assertThat(world.fake.writes()).isEqualTo(Collections.emptyList());
    }
}
