package io.github.lambdalayer.aws;

import static io.github.lambdalayer.aws.World.REGION;
import static io.github.lambdalayer.aws.World.failure;
import static io.github.lambdalayer.aws.World.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.aws.AttachOutcome.AlreadyAttached;
import io.github.lambdalayer.aws.AttachOutcome.Attached;
import io.github.lambdalayer.aws.FunctionChoice.Matching;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.testing.aws.Fault;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions by pattern and by tag. */
class FunctionSearchTest {

    private static final String SEVEN = "arn:aws:lambda:eu-west-1:123456789012:layer:data:7";
    private static final String FAR = "arn:aws:lambda:us-east-1:123456789012:layer:data:2";

    @AutoClose
    private final World world = new World();

    @BeforeEach
    void layers() {
        world.fake.layer(SEVEN, 1_000);
        world.fake.layer(FAR, 1_000);
    }

    private static AttachRequest request(FunctionWish... wishes) {
        return new AttachRequest(
                List.of(LayerVersionArn.parse(SEVEN)),
                List.of(wishes),
                List.of("python3.13"),
                List.of("x86_64"),
                1_000);
    }

    private List<String> attached(FunctionWish... wishes) {
        return world.attacher().attach(request(wishes)).orThrow().stream()
                .map(outcome -> outcome.function().name())
                .toList();
    }

    private static FunctionWish tagged(String tag) {
        return new FunctionWish(FunctionChoice.tagged(tag), "", "");
    }

    @ParameterizedTest
    @CsvSource({
        "orders-*, orders-import, true",
        "orders-*, orders, false",
        "*, anything, true",
        "*-import, orders-import, true",
        "*-import, orders-import-2, false",
        "a*b*c, abbbc, true",
        "a*b*c, acb, false",
        "a?c, abc, true",
        "a?c, ac, false",
        "**a**, ba, true",
    })
    void patternsMatchTheWholeName(String pattern, String name, boolean matches) {
        assertThat(new Matching(pattern).matches(name)).isEqualTo(matches);
    }

    @Test
    void aPatternThatIsMadeToBeSlowIsNot() {
        assertThat(new Matching("*a".repeat(60) + "b").matches("a".repeat(140))).isFalse();
    }

    @Test
    void aPatternMeansAllThatMatch() {
        Stream.of("orders-b", "orders-a", "invoices").forEach(name -> world.fake.function(REGION, name));
        assertThat(attached(FunctionWish.of("orders-*"))).containsExactly("orders-a", "orders-b");
    }

    @Test
    void aTagMeansAllThatHaveIt() {
        world.fake.function(REGION, "a").tag("team", "data");
        world.fake.function(REGION, "b").tag("team", "web");
        world.fake.function(REGION, "c");
        assertThat(attached(tagged("team=data"))).containsExactly("a");
        assertThat(attached(tagged("team"))).containsExactly("a", "b");
    }

    @Test
    void aFunctionThatTwoWishesMeanIsAsTheFirstOneSays() {
        world.fake.function(REGION, "orders").alias("live");
        assertThat(attached(FunctionWish.of("orders:live"), FunctionWish.of("*")))
                .containsExactly("orders");
        assertThat(world.fake.calls("UpdateAlias")).hasSize(1);
    }

    @Test
    void whatMatchesAndCannotHaveTheLayerIsLeftOut() {
        world.fake.function(REGION, "a");
        world.fake.function(REGION, "b").runtime("nodejs22.x");
        world.fake.function(REGION, "c").image();
        assertThat(attached(FunctionWish.of("*"))).containsExactly("a");
        assertThat(world.told)
                .containsExactly("warned: 2 of the functions that match * cannot have the layer, for their runtime,"
                        + " architecture or image: b, c.");
    }

    @Test
    void nothingThatMatchesIsAnError() {
        assertThat(failure(() -> attached(FunctionWish.of("orders-*"))).block())
                .isEqualTo(lines(
                        "No function matches orders-* in eu-west-1.",
                        "hint: see aws lambda list-functions --region eu-west-1",
                        "see problems.html#no-function-matches"));
        assertThat(failure(() -> attached(tagged("team=data"))).sentence())
                .isEqualTo("No function matches tag team=data in eu-west-1.");
    }

    @Test
    void tagsThatMayNotBeSeenAreAnError() {
        world.fake.function(REGION, "a").tag("team", "data");
        world.fake.deny("lambda:ListTags");
        assertThat(failure(() -> attached(tagged("team"))).block())
                .isEqualTo(lines(
                        "eu-west-1: lambda:ListTags on function a is denied.",
                        "hint: allow it to the caller: mvn lambda-layer:policy prints what this pom needs",
                        "see problems.html#access-denied"));
    }

    @Test
    void aDeniedListNamesTheAction() {
        world.fake.deny("lambda:ListFunctions");
        assertThat(failure(() -> attached(FunctionWish.of("*"))).sentence())
                .startsWith("eu-west-1: lambda:ListFunctions on * is denied. AWS says: User:");
    }

    @Test
    void everyRegionOfTheLayerIsSearched() {
        world.fake.function(REGION, "orders-a");
        world.fake.function("us-east-1", "orders-b");
        AttachRequest both = new AttachRequest(
                List.of(LayerVersionArn.parse(SEVEN), LayerVersionArn.parse(FAR)),
                List.of(FunctionWish.of("orders-*")),
                List.of(),
                List.of(),
                1);
        assertThat(world.attacher().attach(both).orThrow())
                .extracting(AttachOutcome::region)
                .containsExactly("eu-west-1", "us-east-1");
    }

    @Test
    void fiveHundredFunctionsAreListedInTenPagesAndASecondRunGoesOnWhereTheFirstStopped() {
        IntStream.range(0, 500).forEach(i -> world.fake.function(REGION, String.format("f-%03d", i)));
        Fault[] faults = new Fault[300];
        java.util.Arrays.setAll(faults, i -> i < 200 ? Fault.none() : Fault.refused(400, "ServiceException", "no"));
        world.fake.on("UpdateFunctionConfiguration", faults);
        AttachReport first = world.attacher().attach(request(FunctionWish.of("f-*")));
        assertThat(first.outcomes()).hasSize(400);
        assertThat(first.failures()).hasSize(100);
        assertThat(world.told.stream().filter(line -> line.startsWith("done: ")))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 10)
                        .mapToObj(i -> "done: " + 50 * i + " of 500")
                        .toList());
        world.fake.forgetCalls();
        List<AttachOutcome> second =
                world.attacher().attach(request(FunctionWish.of("f-*"))).orThrow();
        assertThat(second).filteredOn(AlreadyAttached.class::isInstance).hasSize(400);
        assertThat(second).filteredOn(Attached.class::isInstance).hasSize(100);
        assertThat(world.fake.calls("ListFunctions")).hasSize(10);
        assertThat(world.fake.calls("UpdateFunctionConfiguration")).hasSize(100);
    }
}
