package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.lambda.LayerVersionArn;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many calls a goal makes: all callers of an account share fifteen a second in a region. */
class CallsTest {

    private static final String[] FIVE = {"eu-west-1", "eu-central-1", "eu-north-1", "us-east-1", "us-west-2"};

    @AutoClose
    private final World world = new World();

    @TempDir
    Path folder;

    private LayerFixture layer() {
        return LayerFixture.in(folder, "x = 1");
    }

    private Map<String, Long> calls() {
        Map<String, Long> calls = world.fake.calls().stream()
                .collect(Collectors.groupingBy(call -> call.operation(), TreeMap::new, Collectors.counting()));
        world.fake.forgetCalls();
        return calls;
    }

    @Test
    void aFirstPublishingToFiveRegions() {
        world.publisher(FIVE).publish(layer().request()).orThrow();
        assertThat(calls())
                .isEqualTo(Map.of(
                        "GetCallerIdentity", 1L,
                        "ListLayerVersions", 5L,
                        "GetAccountSettings", 5L,
                        "PublishLayerVersion", 5L));
    }

    @Test
    void anUnchangedLayerThatThisFolderHasPublished() {
        String[] arns = world.publisher(FIVE).publish(layer().request()).orThrow().stream()
                .map(outcome -> outcome.arn().value())
                .toArray(String[]::new);
        calls();
        PublishReport report =
                world.publisher(FIVE).publish(layer().knowing(arns).request());
        assertThat(report.orThrow()).allMatch(PublishOutcome.Unchanged.class::isInstance);
        assertThat(calls()).isEqualTo(Map.of("GetCallerIdentity", 1L, "GetLayerVersion", 5L));
    }

    @Test
    void anUnchangedLayerOfAFreshCheckout() {
        world.publisher(FIVE).publish(layer().request()).orThrow();
        calls();
        world.publisher(FIVE).publish(layer().request()).orThrow();
        assertThat(calls()).isEqualTo(Map.of("GetCallerIdentity", 1L, "ListLayerVersions", 5L, "GetLayerVersion", 5L));
    }

    @Test
    void aVersionThatIsKnownAndGoneIsSearchedFor() {
        world.publisher("eu-west-1").publish(layer().request()).orThrow();
        LayerFixture wrong = layer().knowing("arn:aws:lambda:eu-west-1:123456789012:layer:data:9");
        assertThat(world.publisher("eu-west-1").publish(wrong.request()).orThrow())
                .containsExactly(new PublishOutcome.Unchanged(
                        "eu-west-1", LayerVersionArn.parse("arn:aws:lambda:eu-west-1:123456789012:layer:data:1")));
    }

    @Test
    void anAttachmentAndTheNextOne() {
        world.fake.function("eu-west-1", "orders");
        String arn = world.publisher("eu-west-1")
                .publish(layer().request())
                .orThrow()
                .get(0)
                .arn()
                .value();
        AttachRequest request = new AttachRequest(
                List.of(LayerVersionArn.parse(arn)), List.of(FunctionWish.of("orders")), List.of(), List.of(), 1);
        calls();
        world.attacher().attach(request).orThrow();
        assertThat(calls()).isEqualTo(Map.of("GetFunction", 2L, "UpdateFunctionConfiguration", 1L));
        world.attacher().attach(request).orThrow();
        assertThat(calls()).isEqualTo(Map.of("GetFunction", 1L));
    }
}
