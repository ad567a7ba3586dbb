package io.github.lambdalayer.aws;

import static io.github.lambdalayer.aws.World.REGION;
import static io.github.lambdalayer.aws.World.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.lambda.LayerName;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.testing.aws.Fault;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LayerPrunerTest {

    private static final LayerName DATA = LayerName.of("data");
    private static final String LAYERS = "arn:aws:lambda:eu-west-1:123456789012:layer:";

    @AutoClose
    private final World world = new World();

    private final LayerPruner pruner = new LayerPruner(world.clients(REGION), world, world.waits::add);

    @BeforeEach
    void twelveVersions() {
        IntStream.rangeClosed(1, 12).forEach(i -> world.fake.layer(LAYERS + "data:" + i, 1));
        world.fake.layer(LAYERS + "other:1", 1);
    }

    private static List<LayerVersionArn> versions(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(i -> LayerVersionArn.parse(LAYERS + "data:" + i))
                .toList();
    }

    @Test
    void theNewestStayAndNothingIsDeletedByThePlan() {
        assertThat(pruner.plan(DATA, 10, Set.of()))
                .containsExactly(new PrunePlan(REGION, 12, versions(2, 1), List.of()));
        assertThat(world.fake.writes()).isEmpty();
    }

    @Test
    void theNewestStayInWhateverOrderAwsListsThem() {
        world.fake.listOldestFirst();
        assertThat(pruner.plan(DATA, 10, Set.of()).get(0).unused()).isEqualTo(versions(2, 1));
    }

    @Test
    void whatAnyVersionOfAFunctionUsesStays() {
        world.fake
                .function(REGION, "orders")
                .layers(LAYERS + "data:1")
                .alias("live")
                .layers(LAYERS + "data:12");
        world.fake.function(REGION, "invoices").layers(LAYERS + "data:3");
        PrunePlan plan = pruner.plan(DATA, 8, Set.of()).get(0);
        assertThat(plan.unused()).isEqualTo(versions(4, 2));
        assertThat(plan.used())
                .containsExactly(
                        new PrunePlan.Used(LayerVersionArn.parse(LAYERS + "data:3"), List.of("invoices")),
                        new PrunePlan.Used(LayerVersionArn.parse(LAYERS + "data:1"), List.of("orders:1")));
    }

    @Test
    void whatIsNeededStaysThoughItIsOld() {
        assertThat(pruner.plan(DATA, 10, Set.of(LAYERS + "data:1")).get(0).unused())
                .isEqualTo(versions(2));
    }

    @Test
    void deletesWhatThePlanSaysAndGoesOnAfterALostReply() {
        world.fake.on("DeleteLayerVersion", Fault.replyLost());
        pruner.delete(pruner.plan(DATA, 10, Set.of()));
        assertThat(world.fake.versions(REGION, "data")).hasSize(10).doesNotContain(LAYERS + "data:2");
        assertThat(world.fake.versions(REGION, "other")).hasSize(1);
        assertThat(world.told).contains("deleted " + LAYERS + "data:2", "deleted " + LAYERS + "data:1");
    }

    @Test
    void withoutTheListOfFunctionsNothingIsDeleted() {
        world.fake.deny("lambda:ListFunctions");
        assertThat(failure(() -> pruner.plan(DATA, 10, Set.of())).code()).isEqualTo(AwsProblem.ACCESS_DENIED);
        assertThat(world.fake.writes()).isEmpty();
    }

    @Test
    void withoutOldVersionsFunctionsAreNotAsked() {
        assertThat(pruner.plan(DATA, 12, Set.of()).get(0).unused()).isEmpty();
        assertThat(world.fake.operations()).containsExactly("ListLayerVersions eu-west-1");
    }

    @Test
    void aDeniedDeletionNamesTheVersion() {
        world.fake.deny("lambda:DeleteLayerVersion");
        List<PrunePlan> plans = pruner.plan(DATA, 11, Set.of());
        assertThat(failure(() -> pruner.delete(plans)).sentence())
                .startsWith("eu-west-1: lambda:DeleteLayerVersion on " + LAYERS + "data:1 is denied. AWS says:");
    }

    @Test
    void aThousandVersionsAreListedInPages() {
        IntStream.rangeClosed(13, 1_000).forEach(i -> world.fake.layer(LAYERS + "data:" + i, 1));
        assertThat(pruner.plan(DATA, 10, Set.of()).get(0).unused()).hasSize(990);
        assertThat(Stream.of("ListLayerVersions", "ListFunctions")
                        .map(call -> world.fake.calls(call).size()))
                .containsExactly(20, 1);
    }
}
