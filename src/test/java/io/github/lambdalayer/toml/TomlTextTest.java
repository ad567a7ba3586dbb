package io.github.lambdalayer.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TomlTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "six",
                "say \"hi\"",
                "it's \"a\"",
                "back\\slash",
                "tab\tline\nbell\u0007del\u007f",
                "\u00e9\ud83d\ude00"
            })
    void stringsComeBackAsTheyWere(String text) {
        assertThat(TomlFile.parse("a = " + TomlText.quoted(text), "x").requiredText("a"))
                .isEqualTo(text);
    }

    @Test
    void escapesAreSavedWhereTheyCan() {
        assertThat(TomlText.quoted("six")).isEqualTo("\"six\"");
        assertThat(TomlText.quoted("extra == \"a\"")).isEqualTo("'extra == \"a\"'");
        assertThat(TomlText.quoted("it's \"a\"")).isEqualTo("\"it's \\\"a\\\"\"");
    }

    @Test
    void arraysStandOnALineForEachText() {
        assertThat(TomlText.lines(List.of("a", "b"))).isEqualTo("[\n    \"a\",\n    \"b\",\n]");
        assertThat(TomlFile.parse("a = " + TomlText.lines(List.of("a", "b")), "x")
                        .texts("a"))
                .containsExactly("a", "b");
    }
}
