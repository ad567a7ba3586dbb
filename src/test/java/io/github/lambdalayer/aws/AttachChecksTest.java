package io.github.lambdalayer.aws;

import static io.github.lambdalayer.aws.World.REGION;
import static io.github.lambdalayer.aws.World.failure;
import static io.github.lambdalayer.aws.World.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.testing.aws.FakeFunction;
import io.github.lambdalayer.testing.aws.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AttachChecksTest {

    private static final String LAYERS = "arn:aws:lambda:eu-west-1:123456789012:layer:";

    @AutoClose
    private final World world = new World();

    private final FakeFunction orders = world.fake.function(REGION, "orders");

    private String refused(String function, long unzippedBytes) {
        AttachRequest request = new AttachRequest(
                List.of(LayerVersionArn.parse(LAYERS + "data:7")),
                List.of(FunctionWish.of(function)),
                List.of("python3.13", "python3.12"),
                List.of("x86_64"),
                unzippedBytes);
        String block = failure(() -> world.attacher().attach(request)).block();
        assertThat(world.fake.writes()).isEmpty();
        return block;
    }

    private static String refusedName(String function) {
        return failure(() -> FunctionWish.of(function)).block();
    }

    @Test
    void aSixthLayerIsRefused() {
        orders.layers(LAYERS + "a:1", LAYERS + "b:1", LAYERS + "c:1", LAYERS + "d:1", LAYERS + "e:1");
        assertThat(refused("orders", 1))
                .isEqualTo(lines(
                        "function orders (eu-west-1) has 5 layers, and AWS allows 5: " + LAYERS + "a:1, " + LAYERS
                                + "b:1, " + LAYERS + "c:1, " + LAYERS + "d:1, " + LAYERS + "e:1.",
                        "hint: take one off, or put the packages of two into one layer",
                        "see problems.html#sixth-layer"));
    }

    @Test
    void aLayerThatWasPublishedInAnotherAccountIsRefused() {
        AttachRequest request = new AttachRequest(
                List.of(LayerVersionArn.parse("arn:aws:lambda:eu-west-1:999999999999:layer:data:7")),
                List.of(FunctionWish.of("orders")),
                List.of("python3.13"),
                List.of("x86_64"),
                1);
        assertThat(failure(() -> world.attacher().attach(request)).block())
                .isEqualTo(lines(
                        "function orders (eu-west-1) is in account 123456789012, and layer data:7 was published in"
                                + " account 999999999999.",
                        "hint: publish with these credentials as well: mvn lambda-layer:publish lambda-layer:attach",
                        "see problems.html#wrong-account"));
        assertThat(world.fake.writes()).isEmpty();
    }

    @Test
    void anotherRuntimeIsRefused() {
        orders.runtime("python3.11");
        assertThat(refused("orders", 1))
                .isEqualTo(lines(
                        "function orders (eu-west-1) runs python3.11, and layer data:7 is made for python3.13,"
                                + " python3.12.",
                        "hint: make a layer for python3.11, or change the function's runtime",
                        "see problems.html#runtime-differs"));
    }

    @Test
    void anotherArchitectureIsRefused() {
        orders.architecture("arm64");
        assertThat(refused("orders", 1))
                .isEqualTo(lines(
                        "function orders (eu-west-1) runs on arm64, and layer data:7 is made for x86_64.",
                        "hint: make a layer for arm64",
                        "see problems.html#architecture-differs"));
    }

    @Test
    void anImageIsRefused() {
        orders.image();
        assertThat(refused("orders", 1))
                .isEqualTo(lines(
                        "function orders (eu-west-1) is made of a container image, and such functions have no layers.",
                        "hint: install the packages in the image",
                        "see problems.html#image-function"));
    }

    @Test
    void aFunctionWhoseCreationFailedIsRefused() {
        orders.state("Failed", "Its role is gone.");
        assertThat(refused("orders", 1))
                .isEqualTo(lines(
                        "function orders (eu-west-1) is in the state Failed: Its role is gone.",
                        "hint: repair or deploy the function first",
                        "see problems.html#function-not-ready"));
    }

    @Test
    void codeAndLayersThatAreTooLargeAreRefused() {
        orders.codeBytes(200_000_000);
        assertThat(refused("orders", 62_144_001))
                .isEqualTo(lines(
                        "function orders (eu-west-1) would have 262,144,001 bytes or more of code and layers, and AWS"
                                + " allows 262,144,000.",
                        "hint: leave packages out of the layer, or code out of the function",
                        "see problems.html#function-too-large"));
    }

    @Test
    void codeAndLayersThatHaveAllThatIsAllowedAreNotTooLarge() {
        orders.codeBytes(200_000_000);
        world.fake.layer(LAYERS + "data:7", 1);
        AttachRequest request = new AttachRequest(
                List.of(LayerVersionArn.parse(LAYERS + "data:7")),
                List.of(FunctionWish.of("orders")),
                List.of("python3.13"),
                List.of("x86_64"),
                62_144_000);
        assertThat(world.attacher().attach(request).orThrow()).hasSize(1);
    }

    @Test
    void whatOnlyAwsKnowsToBeTooLargeIsToldInItsWords() {
        world.fake.layer(LAYERS + "data:7", 1);
        world.fake.layer(LAYERS + "big:1", 262_144_000);
        orders.layers(LAYERS + "big:1");
        AttachRequest request = LayerAttacherTest.request("orders");
        assertThat(failure(() -> world.attacher().attach(request).orThrow()).sentence())
                .isEqualTo("function orders (eu-west-1) would be too large with layer data:7. AWS says: Function code"
                        + " combined with layers exceeds the maximum allowed size of 262144000 bytes. The actual size is"
                        + " 262145001 bytes.");
    }

    @Test
    void aFunctionThatDoesNotExistIsNamed() {
        assertThat(refused("invoices", 1))
                .isEqualTo(lines(
                        "There is no function invoices (eu-west-1).",
                        "hint: see aws lambda list-functions --region eu-west-1",
                        "see problems.html#function-not-found"));
    }

    @Test
    void aVersionIsNoFunction() {
        assertThat(refusedName("orders:7"))
                .isEqualTo(lines(
                        "orders:7 names a version, and layers are put on the function itself.",
                        "hint: name orders, and <alias> for an alias that is to be moved",
                        "see problems.html#function-qualified"));
    }

    @Test
    void aFunctionOfAnotherRegionIsRefused() {
        assertThat(refused("arn:aws:lambda:us-east-1:123456789012:function:orders", 1))
                .isEqualTo(lines(
                        "Function arn:aws:lambda:us-east-1:123456789012:function:orders is in us-east-1, and the layer is"
                                + " published in eu-west-1 only.",
                        "hint: add <region>us-east-1</region> to <regions>",
                        "see problems.html#function-elsewhere"));
        assertThat(world.fake.operations()).isEmpty();
    }

    @Test
    void allFunctionsAreCheckedBeforeTheFirstIsChanged() {
        world.fake.layer(LAYERS + "data:7", 1);
        world.fake.function(REGION, "old").runtime("python3.9");
        AttachRequest request = LayerAttacherTest.request("orders", "old", "gone");
        assertThat(failure(() -> world.attacher().attach(request)).sentence())
                .isEqualTo(lines(
                        "2 problems:",
                        "",
                        "function old (eu-west-1) runs python3.9, and layer data:7 is made for python3.13.",
                        "",
                        "There is no function gone (eu-west-1)."));
        assertThat(world.fake.writes()).isEmpty();
    }

    @Test
    void aCheckThatOnlyFailsAfterARaceStopsTheWrite() {
        world.fake.layer(LAYERS + "data:7", 1);
        world.fake.on(
                "UpdateFunctionConfiguration",
                Fault.first(() ->
                        orders.layers(LAYERS + "a:1", LAYERS + "b:1", LAYERS + "c:1", LAYERS + "d:1", LAYERS + "e:1")));
        AttachRequest request = LayerAttacherTest.request("orders");
        assertThat(failure(() -> world.attacher().attach(request).orThrow()).code())
                .isEqualTo(AwsProblem.SIXTH_LAYER);
        assertThat(world.fake.writes()).hasSize(1);
    }

    @Test
    void aVersionThatIsNotKnownEverywhereYetIsWaitedFor() {
        String arn = LAYERS + "data:7";
        AtomicInteger pauses = new AtomicInteger();
        AwsPause third = wait -> {
            if (pauses.incrementAndGet() == 3) {
                world.fake.layer(arn, 1);
            }
        };
        new LayerAttacher(world.clients(REGION), world, third)
                .attach(LayerAttacherTest.request("orders"))
                .orThrow();
        assertThat(orders.layers()).containsExactly(arn);
    }

    @Test
    void aVersionThatWasDeletedMeanwhileIsToldSoon() {
        world.fake.layer(LAYERS + "a:1", 1);
        orders.layers(LAYERS + "a:1");
        AttachRequest request = LayerAttacherTest.request("orders");
        assertThat(failure(() -> world.attacher().attach(request).orThrow()).block())
                .isEqualTo(lines(
                        "function orders (eu-west-1) cannot have layer data:7: that version does not exist any more; the"
                                + " function's layers are left as they are.",
                        "hint: mvn lambda-layer:publish lambda-layer:attach",
                        "see problems.html#version-gone"));
        assertThat(world.waits.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofSeconds(7), Duration.ofSeconds(9));
        assertThat(orders.layers()).containsExactly(LAYERS + "a:1");
    }
}
