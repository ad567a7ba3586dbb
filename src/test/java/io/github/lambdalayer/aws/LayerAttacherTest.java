package io.github.lambdalayer.aws;

import static io.github.lambdalayer.aws.World.REGION;
import static io.github.lambdalayer.aws.World.failure;
import static io.github.lambdalayer.aws.World.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.aws.AttachOutcome.AlreadyAttached;
import io.github.lambdalayer.aws.AttachOutcome.Attached;
import io.github.lambdalayer.lambda.FunctionName;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.testing.aws.FakeFunction;
import io.github.lambdalayer.testing.aws.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LayerAttacherTest {

    private static final String LAYERS = "arn:aws:lambda:eu-west-1:123456789012:layer:";
    private static final String SEVEN = LAYERS + "data:7";
    private static final String FOREIGN = "arn:aws:lambda:eu-west-1:210987654321:layer:vault:3";
    private static final String HINT_AGAIN =
            "hint: run mvn lambda-layer:attach again when the other deployment has ended";

    @AutoClose
    private final World world = new World();

    private FakeFunction orders = world.fake.function(REGION, "orders");

    @BeforeEach
    void layers() {
        for (String layer : List.of("data:6", "data:7", "a:1", "b:1", "c:1", "d:1", "e:1")) {
            world.fake.layer(LAYERS + layer, 1_000);
        }
        world.fake.layer(FOREIGN, 1_000);
    }

    static AttachRequest request(String... functions) {
        return new AttachRequest(
                List.of(LayerVersionArn.parse(SEVEN)),
                List.of(functions).stream().map(FunctionWish::of).toList(),
                List.of("python3.13"),
                List.of("x86_64"),
                1_000);
    }

    private AttachOutcome attach() {
        return world.attacher().attach(request("orders")).orThrow().get(0);
    }

    private static Attached attached() {
        return new Attached(LayerVersionArn.parse(SEVEN), FunctionName.of("orders"));
    }

    private String block() {
        return failure(this::attach).block();
    }

    @Test
    void aFunctionGetsTheLayerWithThreeCalls() {
        assertThat(attach()).isEqualTo(attached());
        assertThat(orders.layers()).containsExactly(SEVEN);
        assertThat(world.fake.operations())
                .containsExactly(
                        "GetFunction eu-west-1", "UpdateFunctionConfiguration eu-west-1", "GetFunction eu-west-1");
    }

    @Test
    void theWriteIsGuardedByTheRevisionAndChangesOnlyTheLayers() {
        String revision = orders.revision();
        attach();
        assertThat(world.fake.calls("UpdateFunctionConfiguration").get(0).body())
                .isEqualTo(Map.of("Layers", List.of(SEVEN), "RevisionId", revision));
    }

    @Test
    void anotherVersionIsReplacedWhereItStands() {
        orders.layers(LAYERS + "a:1", LAYERS + "data:6", FOREIGN);
        attach();
        assertThat(orders.layers()).containsExactly(LAYERS + "a:1", SEVEN, FOREIGN);
    }

    @Test
    void aLayerOfTheSameNameInAnotherAccountIsNotOurs() {
        String theirs = "arn:aws:lambda:eu-west-1:210987654321:layer:data:6";
        world.fake.layer(theirs, 1);
        orders.layers(theirs);
        attach();
        assertThat(orders.layers()).containsExactly(theirs, SEVEN);
    }

    @Test
    void aFunctionThatHasItIsLeftAlone() {
        orders.layers(FOREIGN, SEVEN);
        assertThat(attach()).isEqualTo(new AlreadyAttached(LayerVersionArn.parse(SEVEN), FunctionName.of("orders")));
        assertThat(world.fake.operations()).containsExactly("GetFunction eu-west-1");
        assertThat(world.fake.writes()).isEmpty();
    }

    @Test
    void theUpdateIsWaitedFor() {
        orders.updatesTake(3);
        attach();
        assertThat(world.waits).containsExactlyElementsOf(Collections.nCopies(3, Duration.ofSeconds(1)));
    }

    @Test
    void anotherUpdateIsWaitedForFirst() {
        orders.updating(4);
        assertThat(attach()).isEqualTo(attached());
        assertThat(world.waits).hasSize(4);
    }

    @Test
    void aFunctionThatIsBeingCreatedIsWaitedFor() {
        orders.pending(2);
        assertThat(attach()).isEqualTo(attached());
    }

    @Test
    void anotherUpdateThatDoesNotEndIsAnError() {
        orders.updating(1_000);
        assertThat(block())
                .isEqualTo(lines(
                        "function orders (eu-west-1) is being updated by someone else for more than five minutes; its"
                                + " layers are left as they are.",
                        HINT_AGAIN,
                        "see problems.html#function-not-ready"));
        assertThat(world.fake.writes()).isEmpty();
        assertThat(world.waits.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void anUpdateThatBeginsBetweenReadingAndWritingIsWaitedFor() {
        world.fake.on("UpdateFunctionConfiguration", Fault.first(() -> orders.updating(2)));
        assertThat(attach()).isEqualTo(attached());
        assertThat(world.told).containsExactly("waiting: function orders (eu-west-1) is being updated by someone else");
    }

    @Test
    void conflictsThatDoNotEndAreAnError() {
        world.fake.on(
                "UpdateFunctionConfiguration",
                Collections.nCopies(99, Fault.refused(409, "ResourceConflictException", "An update is in progress"))
                        .toArray(Fault[]::new));
        assertThat(failure(this::attach).code()).isEqualTo(AwsProblem.FUNCTION_NOT_READY);
        assertThat(world.waits.stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void ourOwnUpdateThatDoesNotEndIsAnError() {
        orders.updatesTake(1_000);
        assertThat(block())
                .isEqualTo(lines(
                        "function orders (eu-west-1) was given layer data:7, and AWS has not finished the update after"
                                + " five minutes.",
                        "hint: run mvn lambda-layer:attach again: it waits, and changes nothing that is right",
                        "see problems.html#update-unfinished"));
    }

    @Test
    void someoneElsesLayerThatComesMeanwhileIsKept() {
        world.fake.on("UpdateFunctionConfiguration", Fault.first(() -> orders.layers(LAYERS + "a:1")));
        assertThat(attach()).isEqualTo(attached());
        assertThat(orders.layers()).containsExactly(LAYERS + "a:1", SEVEN);
        assertThat(world.fake.writes()).hasSize(2);
    }

    @Test
    void twoBuildsAtOnceBothGetTheirLayer() {
        AttachRequest other = new AttachRequest(
                List.of(LayerVersionArn.parse(LAYERS + "b:1")),
                List.of(FunctionWish.of("orders")),
                List.of(),
                List.of(),
                1_000);
        LayerAttacher second = world.attacher();
        world.fake.on("UpdateFunctionConfiguration", Fault.first(() -> orders.layers(LAYERS + "b:1")), Fault.none());
        attach();
        second.attach(other).orThrow();
        assertThat(orders.layers()).containsExactly(LAYERS + "b:1", SEVEN);
    }

    @Test
    void fiveChangesByOthersAreEnough() {
        world.fake.on(
                "UpdateFunctionConfiguration",
                Collections.nCopies(9, Fault.first(() -> orders.layers(LAYERS + "a:1")))
                        .toArray(Fault[]::new));
        assertThat(block())
                .isEqualTo(lines(
                        "function orders (eu-west-1) was changed by someone else 5 times while the layer was to be"
                                + " attached; its layers are left as they are.",
                        HINT_AGAIN,
                        "see problems.html#function-contended"));
        assertThat(world.fake.writes()).hasSize(5);
        assertThat(orders.layers()).containsExactly(LAYERS + "a:1");
    }

    @Test
    void changesAfterOurWriteAreNotToldAsIfNothingWasWritten() {
        List<Fault> faults = new ArrayList<>(List.of(Fault.none()));
        faults.addAll(Collections.nCopies(9, Fault.first(() -> orders.layers(LAYERS + "a:1"))));
        world.fake.on("GetFunction", faults.toArray(Fault[]::new));
        assertThat(failure(this::attach).sentence())
                .isEqualTo("function orders (eu-west-1) was changed by someone else 5 times while the layer was to be"
                        + " attached; its layers are as they left them.");
        assertThat(world.fake.writes()).hasSize(5);
    }

    @Test
    void withoutRevisionsTheListIsReadJustBeforeItIsWritten() {
        world.fake.withoutRevisionIds();
        attach();
        assertThat(world.fake.operations())
                .containsExactly(
                        "GetFunction eu-west-1",
                        "GetFunction eu-west-1",
                        "UpdateFunctionConfiguration eu-west-1",
                        "GetFunction eu-west-1");
        assertThat(world.fake.calls("UpdateFunctionConfiguration").get(0).body())
                .isEqualTo(Map.of("Layers", List.of(SEVEN)));
    }

    @Test
    void aReplyThatIsLostIsFoundByReadingAgain() {
        world.fake.on("UpdateFunctionConfiguration", Fault.replyLost());
        assertThat(attach()).isEqualTo(attached());
        assertThat(world.fake.writes()).hasSize(1);
    }

    @Test
    void anErrorBeforeTheCommitIsFollowedByAnotherTry() {
        world.fake.on("UpdateFunctionConfiguration", Fault.serverError(503), Fault.throttled("2"));
        assertThat(attach()).isEqualTo(attached());
        assertThat(world.fake.writes()).hasSize(3);
    }

    @Test
    void fourTriesWithoutAGoodAnswerAreEnough() {
        world.fake.on(
                "UpdateFunctionConfiguration",
                Collections.nCopies(9, Fault.serverError(503)).toArray(Fault[]::new));
        assertThat(block())
                .isEqualTo(lines(
                        "eu-west-1: AWS failed at lambda:UpdateFunctionConfiguration on function orders (503,"
                                + " ServiceException): An error occurred and the request cannot be processed.",
                        "hint: run the goal again: what was done is not done twice",
                        "see problems.html#aws-failed"));
        assertThat(world.fake.writes()).hasSize(4);
    }

    @Test
    void aVersionThatAwsDoesNotKnowYetIsWaitedFor() {
        world.fake.on(
                "UpdateFunctionConfiguration",
                Fault.refused(400, "InvalidParameterValueException", "Layer version " + SEVEN + " does not exist."));
        assertThat(attach()).isEqualTo(attached());
        assertThat(world.told).containsExactly("waiting: AWS does not know data:7 yet");
    }

    @Test
    void aFunctionOfAStackIsWarnedOf() {
        orders.tag("aws:cloudformation:stack-name", "shop").onCapacityProvider();
        attach();
        assertThat(world.told)
                .containsExactly(
                        "warned: function orders (eu-west-1) belongs to the CloudFormation stack shop: its next deployment"
                                + " takes the layer off again, unless the template names " + SEVEN + ".",
                        "warned: function orders (eu-west-1) runs on managed instances: they use the layer once a version"
                                + " of it is published.");
    }

    @Test
    void denialsNameActionAndResource() {
        world.fake.denyLayer(FOREIGN);
        orders.layers(FOREIGN);
        assertThat(failure(this::attach).sentence())
                .startsWith("eu-west-1: lambda:GetLayerVersion on " + FOREIGN + " is denied. AWS says: ");
        world.fake.deny("lambda:UpdateFunctionConfiguration");
        assertThat(failure(this::attach).sentence())
                .startsWith("eu-west-1: lambda:UpdateFunctionConfiguration on"
                        + " arn:aws:lambda:eu-west-1:123456789012:function:orders is denied. AWS says: ");
        world.fake.deny("lambda:GetFunction");
        assertThat(failure(this::attach).sentence())
                .startsWith("eu-west-1: lambda:GetFunction on arn:aws:lambda:eu-west-1:123456789012:function:orders is"
                        + " denied. AWS says: ");
    }

    @Test
    void aFunctionThatFailsKeepsTheOthers() {
        FakeFunction second = world.fake.function(REGION, "second");
        world.fake.denyLayer(FOREIGN);
        orders.layers(FOREIGN);
        AttachReport report = world.attacher().attach(request("orders", "second"));
        assertThat(report.outcomes()).hasSize(1);
        assertThat(second.layers()).containsExactly(SEVEN);
        assertThat(failure(report::orThrow).block())
                .isEqualTo(lines(
                        "The layer is not on every function: 1 have it, 1 do not.",
                        "",
                        "  eu-west-1: lambda:GetLayerVersion on " + FOREIGN + " is denied. AWS says: User:"
                                + " arn:aws:sts::123456789012:assumed-role/ci/build is not authorized to perform:"
                                + " lambda:GetLayerVersion on resource: " + FOREIGN
                                + " because no resource-based policy"
                                + " allows the lambda:GetLayerVersion action",
                        "",
                        "hint: allow it to the caller: mvn lambda-layer:policy prints what this pom needs",
                        "see problems.html#partly-attached"));
    }

    @Test
    void functionsAreNamedByArnToo() {
        String arn = "arn:aws:lambda:eu-west-1:123456789012:function:orders";
        assertThat(world.attacher().attach(request(arn)).orThrow()).hasSize(1);
        assertThat(orders.layers()).containsExactly(SEVEN);
    }

    @Test
    void aNameIsLookedForInEveryRegionOfTheLayer() {
        String elsewhere = "arn:aws:lambda:us-east-1:123456789012:layer:data:2";
        world.fake.layer(elsewhere, 1);
        FakeFunction far = world.fake.function("us-east-1", "orders");
        AttachRequest both = new AttachRequest(
                List.of(LayerVersionArn.parse(SEVEN), LayerVersionArn.parse(elsewhere)),
                List.of(FunctionWish.of("orders")),
                List.of(),
                List.of(),
                1);
        assertThat(world.attacher().attach(both).orThrow()).hasSize(2);
        assertThat(far.layers()).containsExactly(elsewhere);
    }
}
