package io.github.lambdalayer.aws;

import static io.github.lambdalayer.aws.World.REGION;
import static io.github.lambdalayer.aws.World.failure;
import static io.github.lambdalayer.aws.World.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.aws.AttachOutcome.AlreadyAttached;
import io.github.lambdalayer.aws.AttachOutcome.Attached;
import io.github.lambdalayer.aws.AttachOutcome.RolledBack;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.testing.aws.FakeFunction;
import io.github.lambdalayer.testing.aws.Fault;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Aliases and canaries: callers meet the layer only when it works. */
class AliasTest {

    private static final String LAYERS = "arn:aws:lambda:eu-west-1:123456789012:layer:";
    private static final String SEVEN = LAYERS + "data:7";
    private static final String SIX = LAYERS + "data:6";
    private static final String PING = "{\"ping\": true}";
    private static final String MISSING = "No module named 'pandas'";

    @AutoClose
    private final World world = new World();

    private final FakeFunction orders = world.fake.function(REGION, "orders");

    @BeforeEach
    void live() {
        world.fake.layer(SIX, 1_000);
        world.fake.layer(SEVEN, 1_000);
        orders.layers(SIX).alias("live");
    }

    private AttachReport attach(String alias, String canary) {
        return world.attacher().attach(request(alias, canary));
    }

    private static AttachRequest request(String alias, String canary) {
        return new AttachRequest(
                List.of(LayerVersionArn.parse(SEVEN)),
                List.of(FunctionWish.of("orders", alias, canary)),
                List.of("python3.13"),
                List.of("x86_64"),
                1_000);
    }

    private String block(String alias, String canary) {
        return failure(() -> attach(alias, canary).orThrow()).block();
    }

    @Test
    void theAliasIsMovedToAVersionThatPassedTheCanary() {
        assertThat(attach("live", PING).orThrow()).singleElement().isInstanceOf(Attached.class);
        assertThat(orders.aliasVersion("live")).isEqualTo("2");
        assertThat(orders.versionLayers("2")).containsExactly(SEVEN);
        assertThat(orders.invocations()).containsExactly("2 " + PING);
        assertThat(world.fake.operations())
                .containsExactly(
                        "GetFunction eu-west-1",
                        "GetAlias eu-west-1",
                        "UpdateFunctionConfiguration eu-west-1",
                        "GetFunction eu-west-1",
                        "GetAlias eu-west-1",
                        "PublishVersion eu-west-1",
                        "GetFunction eu-west-1",
                        "Invoke eu-west-1",
                        "UpdateAlias eu-west-1");
    }

    @Test
    void everyWriteIsGuardedByARevision() {
        attach("live", "").orThrow();
        for (String call : List.of("UpdateFunctionConfiguration", "PublishVersion", "UpdateAlias")) {
            assertThat(world.fake.calls(call).get(0).body()).as(call).containsKey("RevisionId");
        }
    }

    @Test
    void aSecondRunOnlyReads() {
        attach("live", PING).orThrow();
        world.fake.forgetCalls();
        assertThat(attach("live", PING).orThrow()).singleElement().isInstanceOf(AlreadyAttached.class);
        assertThat(world.fake.writes()).isEmpty();
    }

    private AttachPlan plan(String alias) {
        return world.attacher().plan(request(alias, "")).get(0);
    }

    @Test
    void thePlanSeesThatTheAliasHasNotTheLayerYet() {
        attach("", "").orThrow();
        assertThat(plan("").changes()).isFalse();
        assertThat(plan("live"))
                .extracting(AttachPlan::changes, AttachPlan::replaces)
                .containsExactly(true, "");
        attach("live", "").orThrow();
        assertThat(plan("live").changes()).isFalse();
    }

    @Test
    void thePlanSeesAnUpdateThatFailed() {
        attach("", "").orThrow();
        orders.updating(1).nextUpdateFails("The role is gone.");
        assertThat(plan("").changes()).as("in progress").isFalse();
        assertThat(plan("").changes()).as("failed").isTrue();
    }

    @Test
    void fiveChangesOfTheAliasByOthersAreEnough() {
        world.fake.on("UpdateAlias", raced());
        assertThat(block("live", ""))
                .isEqualTo(lines(
                        "function orders (eu-west-1) was changed by someone else 5 times while alias live was to be moved"
                                + " to version 2.",
                        "hint: run mvn lambda-layer:attach again when the other deployment has ended",
                        "see problems.html#function-contended"));
        assertThat(world.fake.calls("UpdateAlias")).hasSize(5);
    }

    @Test
    void fiveChangesBeforeTheVersionIsMadeAreEnough() {
        world.fake.on("PublishVersion", raced());
        assertThat(block("live", ""))
                .startsWith(
                        "function orders (eu-west-1) was changed by someone else 5 times while a version of it was to"
                                + " be made.");
        assertThat(world.fake.calls("PublishVersion")).hasSize(5);
    }

    @Test
    void aVersionThatIsThrottledIsNotContended() {
        world.fake.on(
                "PublishVersion", Collections.nCopies(6, Fault.throttled("1")).toArray(Fault[]::new));
        assertThat(attach("live", "").orThrow()).singleElement().isInstanceOf(Attached.class);
    }

    private static Fault[] raced() {
        Fault raced = Fault.refused(412, "PreconditionFailedException", "The Revision Id provided is not the latest.");
        return Collections.nCopies(9, raced).toArray(Fault[]::new);
    }

    @Test
    void aCanaryThatFailsLeavesTheAliasAndTakesTheLayerBack() {
        orders.failsWith(SEVEN, MISSING);
        AttachReport report = attach("live", PING);
        assertThat(report.outcomes()).singleElement().isInstanceOf(RolledBack.class);
        assertThat(orders.aliasVersion("live")).isEqualTo("1");
        assertThat(orders.layers()).containsExactly(SIX);
        assertThat(failure(report::orThrow).block())
                .isEqualTo(lines(
                        "function orders (eu-west-1) could not be updated with layer data:7: version 2 failed its canary"
                                + " call: Runtime.ImportModuleError: No module named 'pandas'; alias live was not moved."
                                + " The layers from before are back.",
                        "hint: calls of the function were not disturbed; correct what AWS names, and attach again",
                        "see problems.html#update-failed"));
    }

    @Test
    void withoutAnAliasTheCanaryComesAtOnceAndTheLayerGoesBack() {
        orders.failsWith(SEVEN, MISSING);
        assertThat(block("", PING))
                .isEqualTo(lines(
                        "function orders (eu-west-1) could not be updated with layer data:7: its canary call failed:"
                                + " Runtime.ImportModuleError: No module named 'pandas'. The layers from before are back.",
                        "hint: calls of the function met the layer until then: with an <alias> they meet it only after the"
                                + " canary",
                        "see problems.html#update-failed"));
        assertThat(orders.layers()).containsExactly(SIX);
        assertThat(orders.invocations()).containsExactly("$LATEST " + PING);
    }

    @Test
    void aCanaryThatMayNotBeSentCountsAsOneThatFailed() {
        world.fake.deny("lambda:InvokeFunction");
        assertThat(block("", PING))
                .contains("its canary call failed: eu-west-1: lambda:InvokeFunction on"
                        + " arn:aws:lambda:eu-west-1:123456789012:function:orders:$LATEST is denied.");
        assertThat(orders.layers()).containsExactly(SIX);
    }

    @Test
    void aCanaryThatFindsNoRoomIsSentAgain() {
        world.fake.on("Invoke", Fault.throttled("1"));
        assertThat(attach("", PING).orThrow()).singleElement().isInstanceOf(Attached.class);
        assertThat(world.told).containsExactly("waiting: AWS has no room for the canary call yet");
    }

    @Test
    void whenTheLayerCannotGoBackTheCommandIsTold() {
        orders.failsWith(SEVEN, MISSING);
        world.fake.on("Invoke", Fault.first(() -> orders.layers(SEVEN, SIX.replace("data:6", "other:1"))));
        assertThat(block("", PING))
                .isEqualTo(lines(
                        "function orders (eu-west-1) could not be updated with layer data:7: its canary call failed:"
                                + " Runtime.ImportModuleError: No module named 'pandas'. Its layers from before could not"
                                + " be put back: somebody else changed the function meanwhile. Calls of the function meet"
                                + " layer data:7 now.",
                        "",
                        "  layers before: " + SIX,
                        "",
                        "hint: put them back with: aws lambda update-function-configuration --function-name orders"
                                + " --region eu-west-1 --layers " + SIX,
                        "see problems.html#rollback-failed"));
    }

    @Test
    void aFailureOfALayerThatWasThereBeforeMovesNothing() {
        attach("", "").orThrow();
        orders.failsWith(SEVEN, MISSING);
        assertThat(block("live", PING))
                .isEqualTo(lines(
                        "function orders (eu-west-1) has layer data:7 already, and version 2 failed its canary call:"
                                + " Runtime.ImportModuleError: No module named 'pandas'; alias live was not moved.",
                        "hint: callers of the alias were not disturbed; correct what the canary reports, and attach again",
                        "see problems.html#canary-failed"));
        assertThat(orders.aliasVersion("live")).isEqualTo("1");
    }

    @Test
    void anAliasThatIsMissingIsFoundBeforeAnythingIsChanged() {
        assertThat(block("beta", ""))
                .isEqualTo(lines(
                        "function orders (eu-west-1) has no alias beta.",
                        "hint: make it with aws lambda create-alias --function-name orders --region eu-west-1 --name beta"
                                + " --function-version …",
                        "see problems.html#alias-not-found"));
        assertThat(world.fake.writes()).isEmpty();
    }

    @Test
    void anAliasInTheMiddleOfADeploymentIsLeftAlone() {
        orders.divideAlias("live", "1");
        assertThat(block("live", ""))
                .isEqualTo(lines(
                        "function orders (eu-west-1) divides the calls of alias live between versions, so somebody else"
                                + " moves it.",
                        "hint: wait for the end of that deployment, or leave <alias> out",
                        "see problems.html#alias-divided"));
        assertThat(world.fake.writes()).isEmpty();
    }

    @Test
    void anAliasThatSomeoneElseMovesIsNotMovedBack() {
        orders.layers(SIX.replace("data:6", "data:6")).alias("other");
        world.fake.on("UpdateAlias", Fault.first(() -> orders.moveAlias("live", "2")));
        assertThat(block("live", ""))
                .isEqualTo(lines(
                        "function orders (eu-west-1) has version 3 with layer data:7, and someone else moved alias live to"
                                + " version 2 meanwhile.",
                        "hint: run mvn lambda-layer:attach again when the other deployment has ended",
                        "see problems.html#alias-moved"));
    }

    @Test
    void lostRepliesAreFoundByReadingAgain() {
        world.fake.on("PublishVersion", Fault.replyLost());
        world.fake.on("UpdateAlias", Fault.replyLost());
        assertThat(attach("live", PING).orThrow()).singleElement().isInstanceOf(Attached.class);
        assertThat(orders.aliasVersion("live")).isEqualTo("2");
        assertThat(orders.versionCount()).isEqualTo(2);
    }

    @Test
    void aChangeBeforeTheVersionIsMadeIsReadAgain() {
        world.fake.on("PublishVersion", Fault.first(() -> orders.layers(SEVEN, LAYERS + "other:1")));
        attach("live", "").orThrow();
        assertThat(orders.versionLayers(orders.aliasVersion("live"))).containsExactly(SEVEN, LAYERS + "other:1");
    }

    @Test
    void aLayerThatSomeoneTakesOffIsNotGivenToTheAlias() {
        world.fake.on("PublishVersion", Fault.first(() -> orders.layers(SIX)));
        assertThat(block("live", ""))
                .isEqualTo(lines(
                        "function orders (eu-west-1) lost layer data:7 to someone else before a version of it was made;"
                                + " alias live was not moved.",
                        "hint: run mvn lambda-layer:attach again when the other deployment has ended",
                        "see problems.html#function-contended"));
    }

    @Test
    void denialsOfTheAliasNameTheAction() {
        world.fake.deny("lambda:UpdateAlias");
        assertThat(failure(() -> attach("live", "").orThrow()).sentence())
                .startsWith("eu-west-1: lambda:UpdateAlias on arn:aws:lambda:eu-west-1:123456789012:function:orders is"
                        + " denied.")
                .endsWith(" Function orders has layer data:7 in $LATEST; alias live was not moved.");
        world.fake.deny("lambda:PublishVersion");
        assertThat(failure(() -> attach("live", "").orThrow()).sentence())
                .startsWith("eu-west-1: lambda:PublishVersion on ")
                .endsWith(" Function orders has layer data:7 in $LATEST; alias live was not moved.");
        world.fake.deny("lambda:GetAlias");
        assertThat(failure(() -> attach("live", "").orThrow()).sentence()).startsWith("eu-west-1: lambda:GetAlias on ");
    }

    @Test
    void aFunctionThatTakesSignedLayersOnlyIsRefused() {
        orders.codeSigning("Enforce");
        assertThat(block("", ""))
                .isEqualTo(lines(
                        "function orders (eu-west-1) takes signed layers only, and layer data:7 is not signed.",
                        "hint: sign it with AWS Signer, or let the function's code signing configuration warn",
                        "see problems.html#signature-needed"));
        assertThat(world.fake.writes()).isEmpty();
        orders.codeSigning("Warn");
        assertThat(attach("", "").orThrow()).hasSize(1);
    }

    @Test
    void aWishReadsItsAliasFromTheName() {
        assertThat(FunctionWish.of("orders:live").alias()).isEqualTo("live");
        assertThat(Map.of(
                        "orders:live", FunctionWish.of("orders:live").toString(),
                        "a-*", FunctionWish.of("a-*").toString()))
                .allSatisfy((text, back) -> assertThat(back).isEqualTo(text));
    }

    @Test
    void wishesThatAreNoneAreRefused() {
        assertThat(failure(() -> FunctionWish.of("orders", "7", "")).block())
                .isEqualTo(lines(
                        "\"7\" is not the name of an alias.",
                        "hint: an alias is a name such as live; versions never change",
                        "see problems.html#function-qualified"));
        assertThat(failure(() -> FunctionWish.of("orders", "", "{ping")).block())
                .isEqualTo(lines(
                        "The canaryPayload \"{ping\" is not JSON.",
                        "hint: it is the event that the function is called with, such as {\"ping\": true}",
                        "see problems.html#bad-canary"));
        assertThat(failure(() -> FunctionWish.of("arn:aws:lambda:*:1:function:a"))
                        .block())
                .isEqualTo(lines(
                        "\"arn:aws:lambda:*:1:function:a\" is not a pattern of functions' names.",
                        "hint: write letters, digits, - and _, * for any text, ? for any character; ARNs are written out",
                        "see problems.html#bad-function-pattern"));
        assertThat(failure(() -> FunctionChoice.tagged("=x")).block())
                .isEqualTo(lines(
                        "\"=x\" is not a tag of functions.",
                        "hint: write <tag>key=value</tag>, or <tag>key</tag> for any value",
                        "see problems.html#bad-function-pattern"));
    }
}
