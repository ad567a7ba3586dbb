package io.github.lambdalayer.aws;

import static io.github.lambdalayer.aws.World.REGION;
import static io.github.lambdalayer.aws.World.failure;
import static io.github.lambdalayer.aws.World.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.aws.AttachOutcome.Attached;
import io.github.lambdalayer.aws.AttachOutcome.RolledBack;
import io.github.lambdalayer.lambda.FunctionName;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.testing.aws.FakeFunction;
import io.github.lambdalayer.testing.aws.Fault;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RollbackTest {

    private static final String LAYERS = "arn:aws:lambda:eu-west-1:123456789012:layer:";
    private static final String SEVEN = LAYERS + "data:7";
    private static final String COMMAND = "hint: put them back with: aws lambda update-function-configuration"
            + " --function-name orders --region eu-west-1 --layers ";

    @AutoClose
    private final World world = new World();

    private final FakeFunction orders = world.fake.function(REGION, "orders");

    @BeforeEach
    void failingUpdate() {
        for (String layer : List.of("data:6", "data:7", "a:1", "b:1")) {
            world.fake.layer(LAYERS + layer, 1_000);
        }
        orders.layers(LAYERS + "a:1", LAYERS + "data:6").nextUpdateFails("The image of the world is broken.");
    }

    private AttachReport attach() {
        return world.attacher().attach(LayerAttacherTest.request("orders"));
    }

    @Test
    void anUpdateThatFailsIsTakenBack() {
        orders.updatesTake(2);
        AttachReport report = attach();
        assertThat(report.outcomes())
                .containsExactly(new RolledBack(
                        LayerVersionArn.parse(SEVEN),
                        FunctionName.of("orders"),
                        "The image of the world is broken",
                        false));
        assertThat(orders.layers()).containsExactly(LAYERS + "a:1", LAYERS + "data:6");
        assertThat(failure(report::orThrow).block())
                .isEqualTo(lines(
                        "function orders (eu-west-1) could not be updated with layer data:7: The image of the world is"
                                + " broken. The layers from before are back.",
                        "hint: calls of the function were not disturbed; correct what AWS names, and attach again",
                        "see problems.html#update-failed"));
    }

    @Test
    void theRollbackIsGuardedByTheRevisionAfterTheFailure() {
        attach();
        assertThat(world.fake.calls("UpdateFunctionConfiguration"))
                .extracting(call -> call.body().get("RevisionId"))
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(world.fake.operations())
                .containsExactly(
                        "GetFunction eu-west-1",
                        "UpdateFunctionConfiguration eu-west-1",
                        "GetFunction eu-west-1",
                        "UpdateFunctionConfiguration eu-west-1",
                        "GetFunction eu-west-1");
    }

    @Test
    void aChangeBySomeoneElseIsNotUndone() {
        world.fake.on("UpdateFunctionConfiguration", Fault.none(), Fault.first(() -> orders.layers(LAYERS + "b:1")));
        assertThat(failure(() -> attach().orThrow()).block())
                .isEqualTo(lines(
                        "function orders (eu-west-1) could not be updated with layer data:7: The image of the world is"
                                + " broken. Its layers from before could not be put back: somebody else changed the"
                                + " function meanwhile. Calls of the function still run the version from before.",
                        "",
                        "  layers before: " + LAYERS + "a:1, " + LAYERS + "data:6",
                        "",
                        COMMAND + LAYERS + "a:1 " + LAYERS + "data:6",
                        "see problems.html#rollback-failed"));
        assertThat(orders.layers()).containsExactly(LAYERS + "b:1");
    }

    @Test
    void aRollbackThatIsRefusedSaysHowToDoItByHand() {
        orders.layers(new String[0]);
        world.fake.on(
                "UpdateFunctionConfiguration",
                Fault.none(),
                Fault.refused(400, "InvalidParameterValueException", "Not now."));
        assertThat(failure(() -> attach().orThrow()).block())
                .isEqualTo(lines(
                        "function orders (eu-west-1) could not be updated with layer data:7: The image of the world is"
                                + " broken. Its layers from before could not be put back: eu-west-1: AWS refused"
                                + " lambda:UpdateFunctionConfiguration on function orders (400,"
                                + " InvalidParameterValueException): Not now. Calls of the function still run the version"
                                + " from before.",
                        "",
                        "  layers before: none",
                        "",
                        COMMAND + "[]",
                        "see problems.html#rollback-failed"));
    }

    @Test
    void aRollbackThatFailsItselfIsToldToo() {
        world.fake.on(
                "UpdateFunctionConfiguration",
                Fault.none(),
                Fault.first(() -> orders.nextUpdateFails("Still broken.")));
        assertThat(failure(() -> attach().orThrow()).sentence())
                .contains("Its layers from before could not be put back: AWS says: Still broken. Calls of");
    }

    @Test
    void aConflictDuringTheRollbackIsWaitedFor() {
        world.fake.on(
                "UpdateFunctionConfiguration",
                Fault.none(),
                Fault.refused(409, "ResourceConflictException", "An update is in progress"),
                Fault.replyLost());
        assertThat(attach().outcomes()).singleElement().isInstanceOf(RolledBack.class);
        assertThat(orders.layers()).containsExactly(LAYERS + "a:1", LAYERS + "data:6");
    }

    @Test
    void anUpdateThatFailsWithoutAnOlderListCannotBeTakenBack() {
        orders.layers(SEVEN).updating(0);
        world.fake.on("UpdateFunctionConfiguration", Fault.first(() -> orders.nextUpdateFails("Still broken.")));
        assertThat(failure(() -> attach().orThrow()).block())
                .isEqualTo(lines(
                        "function orders (eu-west-1) could not be updated with layer data:7: Still broken. It had this"
                                + " list of layers before.",
                        "hint: repair the function first; calls of it still run the version from before",
                        "see problems.html#update-failed"));
    }

    @Test
    void aFailureOfBeforeIsMendedByTheSameList() {
        orders.layers(SEVEN).updating(0);
        assertThat(attach().orThrow()).singleElement().isInstanceOf(Attached.class);
    }
}
