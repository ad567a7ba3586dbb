package io.github.lambdalayer.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdalayer.problem.LayerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    private static String block(Runnable parse) {
        return catchThrowableOfType(LayerException.class, parse::run).block();
    }

    @Test
    void aLayerNameHasLettersDigitsAndTwoSigns() {
        assertThat(LayerName.of("Data-tools_2")).hasToString("Data-tools_2").isGreaterThan(LayerName.of("A"));
        assertThat(LayerName.of("a".repeat(140)).value()).hasSize(140);
    }

    @Test
    void aLayerNameHasNoSpace() {
        assertThat(block(() -> LayerName.of("data tools"))).isEqualTo("""
                "data tools" is not a layer name: expected a letter, a digit, - or _.

                  data tools
                      ^

                see problems.html#bad-layer-name""");
    }

    @Test
    void aLayerNameIsNotTooLong() {
        assertThat(block(() -> LayerName.of("a".repeat(141))))
                .startsWith(
                        "\"" + "a".repeat(60) + "…\" is not a layer name: it has 141 characters, of at most 140.\n");
        assertThat(block(() -> LayerName.of(""))).startsWith("\"\" is not a layer name: it is empty.");
    }

    @Test
    void aLayerNameIsNoArn() {
        assertThat(block(() -> LayerName.of("arn:aws:lambda:eu-west-1:123456789012:layer:data")))
                .isEqualTo("""
                "arn:aws:lambda:eu-west-1:123456789012:layer:data" is not a layer name: it is an ARN.

                  arn:aws:lambda:eu-west-1:123456789012:layer:data
                  ^

                hint: write the layer's name alone
                see problems.html#bad-layer-name""");
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:lambda:eu-west-1:123456789012:layer:data:7, eu-west-1",
        "arn:aws-cn:lambda:cn-north-1:123456789012:layer:data:7, cn-north-1",
        "arn:aws-us-gov:lambda:us-gov-west-1:123456789012:layer:data:7, us-gov-west-1",
        "arn:aws-eusc:lambda:eusc-de-east-1:123456789012:layer:data:7, eusc-de-east-1"
    })
    void theArnOfALayerVersion(String text, String region) {
        LayerVersionArn arn = LayerVersionArn.parse(text);

        assertThat(arn).hasToString(text);
        assertThat(arn.region()).isEqualTo(region);
        assertThat(arn.account()).isEqualTo("123456789012");
        assertThat(arn.layer()).isEqualTo(LayerName.of("data"));
        assertThat(arn.version()).isEqualTo(7);
        assertThat(arn.withoutVersion()).isEqualTo(text.substring(0, text.length() - 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "data:7",
                "arn:aws:lambda:eu-west-1:12345:layer:data:7",
                "arn:aws:lambda:eu-west-1:123456789012:layer:data:0",
                "arn:aws:lambda:eu-west-1:123456789012:layer:data:07",
                "arn:aws:lambda:eu-west-1:123456789012:layer:data:x",
                "arn:aws:lambda:eu-west-1:123456789012:layer:da ta:7",
                "arn:aws:s3:eu-west-1:123456789012:layer:data:7",
                "arn:aws:lambda:eu-west-1:123456789012:function:data:7",
                "arn:aws:lambda:eu-west-1:123456789012:layer:data:7:8",
                "arn:aws:lambda:eu-west-1:123456789012:layer:data:9999999999999999999"
            })
    void whatIsNoArnOfALayerVersion(String text) {
        assertThat(block(() -> LayerVersionArn.parse(text)))
                .isEqualTo("\"" + text + "\" is not the ARN of a layer's version.\n"
                        + "hint: it looks like arn:aws:lambda:eu-west-1:123456789012:layer:data:7\n"
                        + "see problems.html#bad-layer-arn");
    }

    @Test
    void anArnWithoutAVersionCannotBeAttached() {
        assertThat(block(() -> LayerVersionArn.parse("arn:aws:lambda:eu-west-1:123456789012:layer:data")))
                .isEqualTo("""
                        "arn:aws:lambda:eu-west-1:123456789012:layer:data" has no version.
                        hint: add the version's number, such as arn:aws:lambda:eu-west-1:123456789012:layer:data:1
                        see problems.html#bad-layer-arn""");
        assertThat(block(() -> LayerVersionArn.parse("arn:".repeat(1000)))).hasSizeLessThan(400);
    }

    @ParameterizedTest
    @CsvSource({
        "import-orders, import-orders, , , import-orders",
        "import-orders:live, import-orders, live, , import-orders",
        "import-orders:$LATEST, import-orders, $LATEST, , import-orders",
        "arn:aws:lambda:eu-west-1:123456789012:function:f, f, , eu-west-1, "
                + "arn:aws:lambda:eu-west-1:123456789012:function:f",
        "arn:aws:lambda:eu-west-1:123456789012:function:f:12, f, 12, eu-west-1, "
                + "arn:aws:lambda:eu-west-1:123456789012:function:f"
    })
    void aFunction(String text, String name, String qualifier, String region, String unqualified) {
        FunctionName function = FunctionName.of(text);

        assertThat(function).hasToString(text);
        assertThat(function.name()).isEqualTo(name);
        assertThat(function.qualifier().orElse(null)).isEqualTo(qualifier);
        assertThat(function.region().orElse(null)).isEqualTo(region);
        assertThat(function.account().isPresent()).isEqualTo(function.isArn());
        assertThat(function.unqualified()).isEqualTo(unqualified);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "f g",
                "f:",
                "f:a:b",
                "f:a b",
                "arn:aws:lambda:eu-west-1:123456789012:layer:f",
                "arn:aws:lambda:eu-west-1:1234:function:f",
                "arn:aws:lambda:eu-west-1:123456789012:function",
                "123456789012:f:g:h"
            })
    void whatIsNoFunction(String text) {
        assertThat(block(() -> FunctionName.of(text)))
                .isEqualTo("\"" + text + "\" is not the name of a function.\n"
                        + "hint: write up to 64 letters, digits, - and _, or the function's ARN\n"
                        + "see problems.html#bad-function-name");
    }

    @Test
    void aFunctionNameIsNotTooLong() {
        assertThat(FunctionName.of("f".repeat(64)).name()).hasSize(64);
        assertThat(block(() -> FunctionName.of("f".repeat(65)))).contains("is not the name of a function.");
    }
}
