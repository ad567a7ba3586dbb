package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.lambda.LayerVersionArn;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerListTest {

    private static final String LAYERS = "arn:aws:lambda:eu-west-1:123456789012:layer:";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | data:7",
                "a:1 | a:1 data:7",
                "data:6 | data:7",
                "data:7 | data:7",
                "data:8 | data:7",
                "a:1 data:6 b:2 | a:1 data:7 b:2",
                "data-tools:6 | data-tools:6 data:7",
                "data:5 a:1 data:6 | data:7 a:1"
            })
    void ownVersionsAreReplacedAndOthersStay(String before, String after) {
        LayerVersionArn version = LayerVersionArn.parse(LAYERS + "data:7");
        assertThat(LayerList.with(arns(before), version)).isEqualTo(arns(after));
    }

    private static List<String> arns(String names) {
        return names.isEmpty()
                ? List.of()
                : List.of(names.split(" ", -1)).stream().map(LAYERS::concat).toList();
    }
}
