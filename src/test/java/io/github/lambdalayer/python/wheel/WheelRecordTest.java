package io.github.lambdalayer.python.wheel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WheelRecordTest {

    @Test
    void rowsAreRead() {
        assertThat(parse("a.py,sha256=abc,6\nRECORD,,\n"))
                .containsExactly(
                        new RecordRow("a.py", "sha256", "abc", OptionalLong.of(6)),
                        new RecordRow("RECORD", "", "", OptionalLong.empty()));
    }

    @Test
    void quotationMarksAndBothKindsOfLineBreaksAreRead() {
        assertThat(parse("\uFEFF\"a,b \"\"c\"\".py\",sha256=abc=,6\r\n\r\n\"RECORD\",\"\",\"\""))
                .containsExactly(
                        new RecordRow("a,b \"c\".py", "sha256", "abc=", OptionalLong.of(6)),
                        new RecordRow("RECORD", "", "", OptionalLong.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "a.py,sha256=abc | has 2 fields instead of three.",
                "a.py,sha256=abc,6,7 | has 4 fields instead of three.",
                "a.py,abc,6 | has the digest \"abc\", which names no algorithm.",
                "a.py,=abc,6 | has the digest \"=abc\", which names no algorithm.",
                "a.py,sha256=abc,six | has the size \"six\", which is no number.",
                "a.py,sha256=abc,-6 | has the size \"-6\", which is no number.",
                "a.py,sha256=abc,9999999999999999999 | has the size \"9999999999999999999\", which is no number.",
                "\"a.py,sha256=abc,6 | has a quotation mark that is never closed.",
                "\"a\".py,sha256=abc,6 | has something behind a field that is neither a comma nor a line break.",
            })
    void recordThatIsRefused(String text, String sentence) {
        assertThatThrownBy(() -> parse("first,,\n" + text))
                .isInstanceOf(LayerException.class)
                .hasMessage("demo.whl: row 2 of RECORD " + sentence);
    }

    @Test
    void fieldsHaveALimit() {
        assertThatThrownBy(() -> parse("a".repeat(5000) + ",,\n"))
                .hasMessage("demo.whl: row 1 of RECORD has a field of 5000 characters.");
    }

    private static List<RecordRow> parse(String text) {
        return WheelRecord.parse(text.getBytes(UTF_8), "demo.whl");
    }
}
