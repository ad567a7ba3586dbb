package io.github.lambdalayer.aws;

import static io.github.lambdalayer.aws.World.REGION;
import static io.github.lambdalayer.aws.World.failure;
import static io.github.lambdalayer.aws.World.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.lambda.FunctionName;
import io.github.lambdalayer.lambda.LayerName;
import io.github.lambdalayer.testing.aws.FakeFunction;
import io.github.lambdalayer.testing.aws.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LayerDetacherTest {

    private static final String LAYERS = "arn:aws:lambda:eu-west-1:123456789012:layer:";
    private static final String THEIRS = "arn:aws:lambda:eu-west-1:210987654321:layer:data:3";

    @AutoClose
    private final World world = new World();

    private final FakeFunction orders = world.fake.function(REGION, "orders");

    @BeforeEach
    void layers() {
        for (String layer : List.of("a:1", "data:6", "database:1")) {
            world.fake.layer(LAYERS + layer, 1_000);
        }
        world.fake.layer(THEIRS, 1_000);
        orders.layers(LAYERS + "a:1", LAYERS + "data:6", THEIRS, LAYERS + "database:1");
    }

    private List<DetachOutcome> detach(String function) {
        return world.detacher(REGION).detach(LayerName.of("data"), List.of(FunctionWish.of(function)));
    }

    @Test
    void onlyTheLayerOfThisAccountIsTakenOffAndTheOrderStays() {
        String revision = orders.revision();
        assertThat(detach("orders"))
                .containsExactly(new DetachOutcome(REGION, FunctionName.of("orders"), List.of(LAYERS + "data:6")));
        assertThat(orders.layers()).containsExactly(LAYERS + "a:1", THEIRS, LAYERS + "database:1");
        assertThat(world.fake.calls("UpdateFunctionConfiguration").get(0).body())
                .isEqualTo(Map.of(
                        "Layers", List.of(LAYERS + "a:1", THEIRS, LAYERS + "database:1"), "RevisionId", revision));
    }

    @Test
    void aFunctionWithoutItIsLeftAlone() {
        orders.layers(THEIRS);
        assertThat(detach("orders")).containsExactly(new DetachOutcome(REGION, FunctionName.of("orders"), List.of()));
        assertThat(world.fake.writes()).isEmpty();
    }

    @Test
    void thePlanOnlyReads() {
        assertThat(world.detacher(REGION).plan(LayerName.of("data"), List.of(FunctionWish.of("o*"))))
                .containsExactly(new DetachOutcome(REGION, FunctionName.of("orders"), List.of(LAYERS + "data:6")));
        assertThat(world.fake.writes()).isEmpty();
    }

    @Test
    void anUpdateThatFailsIsTakenBack() {
        orders.nextUpdateFails("The role is gone.");
        assertThat(failure(() -> detach("orders")).block())
                .isEqualTo(lines(
                        "function orders (eu-west-1) could not be updated without layer data: The role is gone. The layers"
                                + " from before are back.",
                        "hint: calls of the function were not disturbed; correct what AWS names, and detach again",
                        "see problems.html#update-failed"));
        assertThat(orders.layers()).contains(LAYERS + "data:6");
    }

    @Test
    void someoneElsesLayerThatComesMeanwhileIsKept() {
        world.fake.on(
                "UpdateFunctionConfiguration", Fault.first(() -> orders.layers(LAYERS + "data:6", LAYERS + "a:1")));
        detach("orders");
        assertThat(orders.layers()).containsExactly(LAYERS + "a:1");
    }

    @Test
    void fiveChangesByOthersAreEnough() {
        Fault[] faults = new Fault[9];
        java.util.Arrays.setAll(faults, i -> Fault.first(() -> orders.layers(LAYERS + "data:6")));
        world.fake.on("UpdateFunctionConfiguration", faults);
        assertThat(failure(() -> detach("orders")).block())
                .isEqualTo(lines(
                        "function orders (eu-west-1) was changed by someone else 5 times while the layer was to be taken"
                                + " off; its layers are left as they are.",
                        "hint: run mvn lambda-layer:detach again when the other deployment has ended",
                        "see problems.html#function-contended"));
    }

    @Test
    void aFunctionOfAnotherRegionIsRefusedAsByAttach() {
        assertThat(failure(() -> detach("arn:aws:lambda:us-east-1:123456789012:function:orders"))
                        .block())
                .isEqualTo(lines(
                        "Function arn:aws:lambda:us-east-1:123456789012:function:orders is in us-east-1, and the layer is"
                                + " taken off in eu-west-1 only.",
                        "hint: add <region>us-east-1</region> to <regions>",
                        "see problems.html#function-elsewhere"));
        assertThat(world.fake.operations()).isEmpty();
    }

    @Test
    void aFunctionThatMatchesNothingIsAnError() {
        assertThat(failure(() -> detach("invoices-*")).sentence())
                .isEqualTo("No function matches invoices-* in eu-west-1.");
    }
}
