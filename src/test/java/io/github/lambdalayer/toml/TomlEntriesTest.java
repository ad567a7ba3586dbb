package io.github.lambdalayer.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TomlEntriesTest {

    private static final TomlEntries LOCK = TomlFile.parse("""
            text = "a"
            size = 7
            flag = true
            time = 2024-12-04T17:35:26Z
            texts = ["a", "b"]
            mixed = ["a", { b = 1 }]
            "dotted.key" = "c"
            [[packages]]
            name = "six"
            [packages.tool]
            size = false
            """, "pylock.toml");

    @Test
    void valuesAreGivenByTheirType() {
        assertThat(LOCK.text("text")).contains("a");
        assertThat(LOCK.integer("size")).hasValue(7);
        assertThat(LOCK.flag("flag")).isTrue();
        assertThat(LOCK.time("time")).contains(Instant.parse("2024-12-04T17:35:26Z"));
        assertThat(LOCK.texts("texts")).containsExactly("a", "b");
        assertThat(LOCK.requiredText("dotted.key")).isEqualTo("c");
        assertThat(LOCK.tables("packages"))
                .extracting(p -> p.requiredText("name"))
                .containsExactly("six");
        assertThat(LOCK.items("mixed").get(0).text()).contains("a");
        assertThat(LOCK.items("mixed").get(1).table().orElseThrow().integer("b"))
                .hasValue(1);
    }

    @Test
    void absentValuesAreEmpty() {
        assertThat(LOCK.text("none")).isEmpty();
        assertThat(LOCK.integer("none")).isEqualTo(OptionalLong.empty());
        assertThat(LOCK.flag("none")).isFalse();
        assertThat(LOCK.time("none")).isEmpty();
        assertThat(LOCK.table("none")).isEmpty();
        assertThat(LOCK.texts("none")).isEmpty();
        assertThat(LOCK.has("none")).isFalse();
    }

    @Test
    void keysAreSorted() {
        assertThat(LOCK.keys())
                .containsExactly("dotted.key", "flag", "mixed", "packages", "size", "text", "texts", "time");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | pylock.toml, line 1, column 1: text must be an integer, but it is a string.",
                "flag | pylock.toml, line 3, column 1: flag must be an integer, but it is a boolean.",
                "time | pylock.toml, line 4, column 1: time must be an integer, but it is a date with time and offset.",
                "texts | pylock.toml, line 5, column 1: texts must be an integer, but it is an array."
            })
    void anotherTypeIsAFault(String key, String sentence) {
        assertThatThrownBy(() -> LOCK.integer(key)).hasMessage(sentence);
    }

    @Test
    void faultsNameTheWayToTheValue() {
        TomlEntries tool = LOCK.tables("packages").get(0).table("tool").orElseThrow();
        assertThatThrownBy(() -> tool.integer("size"))
                .hasMessage(
                        "pylock.toml, line 11, column 1: packages[0].tool.size must be an integer, but it is a boolean.");
        assertThatThrownBy(() -> tool.requiredText("name"))
                .hasMessage("pylock.toml, line 10, column 1: packages[0].tool.name is missing.");
    }

    @Test
    void faultsOfElementsNameTheirPlace() {
        assertThatThrownBy(() -> LOCK.texts("mixed"))
                .hasMessage("pylock.toml, line 6, column 15: mixed[1] must be a string, but it is a table.");
        assertThatThrownBy(() -> LOCK.tables("mixed"))
                .hasMessage("pylock.toml, line 6, column 10: mixed[0] must be a table, but it is a string.");
    }
}
