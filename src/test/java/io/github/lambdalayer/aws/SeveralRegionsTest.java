package io.github.lambdalayer.aws;

import static io.github.lambdalayer.aws.World.failure;
import static io.github.lambdalayer.aws.World.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.testing.aws.Fault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralRegionsTest {

    private static final String[] REGIONS = {"eu-west-1", "eu-central-1", "us-east-1"};

    @AutoClose
    private final World world = new World();

    @TempDir
    Path folder;

    private PublishRequest request() {
        return LayerFixture.in(folder, "x = 1").request();
    }

    @Test
    void everythingIsReadBeforeTheFirstWrite() {
        world.publisher(REGIONS).publish(request()).orThrow();
        List<String> calls = world.fake.operations();
        assertThat(calls)
                .containsExactlyInAnyOrder(
                        "GetCallerIdentity eu-west-1",
                        "ListLayerVersions eu-west-1",
                        "GetAccountSettings eu-west-1",
                        "ListLayerVersions eu-central-1",
                        "GetAccountSettings eu-central-1",
                        "ListLayerVersions us-east-1",
                        "GetAccountSettings us-east-1",
                        "PublishLayerVersion eu-west-1",
                        "PublishLayerVersion eu-central-1",
                        "PublishLayerVersion us-east-1");
        assertThat(calls.subList(7, 10)).allMatch(call -> call.startsWith("PublishLayerVersion "));
    }

    @Test
    void aRegionThatFailsKeepsTheOthersAndIsNamedWithThem() {
        world.fake.onIn(
                "eu-central-1",
                "PublishLayerVersion",
                Fault.refused(400, "CodeStorageExceededException", "Code storage limit exceeded."));
        PublishReport report = world.publisher(REGIONS).publish(request());
        assertThat(report.outcomes()).extracting(PublishOutcome::region).containsExactly("eu-west-1", "us-east-1");
        assertThat(world.told).hasSize(2);
        assertThat(failure(report::orThrow).block())
                .isEqualTo(lines(
                        "Layer data was not published in every region.",
                        "",
                        "  eu-west-1      published arn:aws:lambda:eu-west-1:123456789012:layer:data:1",
                        "  us-east-1      published arn:aws:lambda:us-east-1:123456789012:layer:data:1",
                        "  eu-central-1   failed    the account's storage for code and layers is full: 300 GB in a region,"
                                + " counted unzipped.",
                        "",
                        "hint: mvn lambda-layer:prune deletes old versions that no function uses",
                        "hint: run mvn lambda-layer:publish again: regions that have the layer are left as they are",
                        "see problems.html#partly-published"));
    }

    @Test
    void theNextRunPublishesOnlyWhatIsMissing() {
        world.fake.onIn("eu-central-1", "PublishLayerVersion", Fault.refused(400, "ServiceException", "no"));
        world.publisher(REGIONS).publish(request());
        world.fake.forgetCalls();
        assertThat(world.publisher(REGIONS).publish(request()).orThrow())
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Unchanged", "Published", "Unchanged");
        assertThat(world.fake.writes()).containsExactly("PublishLayerVersion eu-central-1");
    }

    @Test
    void whatIsWrongInAnyRegionIsToldBeforeTheFirstWrite() {
        world.fake.onIn(
                "eu-central-1", "ListLayerVersions", Fault.refused(400, "InvalidParameterValueException", "a."));
        world.fake.onIn("us-east-1", "ListLayerVersions", Fault.refused(400, "InvalidParameterValueException", "b."));
        assertThat(failure(() -> world.publisher(REGIONS).publish(request())).sentence())
                .isEqualTo(lines(
                        "2 problems:",
                        "",
                        "eu-central-1: AWS refused lambda:ListLayerVersions on layer data (400,"
                                + " InvalidParameterValueException): a.",
                        "",
                        "us-east-1: AWS refused lambda:ListLayerVersions on layer data (400,"
                                + " InvalidParameterValueException): b."));
        assertThat(world.fake.writes()).isEmpty();
    }

    @Test
    void arnsAreTakenFromReplies() {
        assertThat(world.publisher("cn-north-1")
                        .publish(request())
                        .orThrow()
                        .get(0)
                        .arn()
                        .value())
                .isEqualTo("arn:aws-cn:lambda:cn-north-1:123456789012:layer:data:1");
    }
}
