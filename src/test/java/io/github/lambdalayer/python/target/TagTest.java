package io.github.lambdalayer.python.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdalayer.problem.LayerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagTest {

    @Test
    void aTagHasThreePartsInLowerCase() {
        Tag tag = Tag.parse("CP313-cp313-manylinux_2_28_x86_64");

        assertThat(tag).isEqualTo(new Tag("cp313", "cp313", "manylinux_2_28_x86_64"));
        assertThat(tag).hasToString("cp313-cp313-manylinux_2_28_x86_64");
    }

    @Test
    void aCompressedSetStandsForItsProduct() {
        assertThat(Tag.expand("py2.py3-none-linux_x86_64.any"))
                .extracting(Tag::toString)
                .containsExactly("py2-none-linux_x86_64", "py2-none-any", "py3-none-linux_x86_64", "py3-none-any");
        assertThat(Tag.expand("py3.py3-none-any")).hasSize(1);
    }

    private static String sentence(String text) {
        return catchThrowableOfType(LayerException.class, () -> Tag.parse(text)).sentence();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "py3-none|\"py3-none\" is not a wheel tag: it has 2 parts instead of three.",
                "py3-none-any-x|\"py3-none-any-x\" is not a wheel tag: it has 4 parts instead of three.",
                "py3.-none-any|\"py3.-none-any\" is not a wheel tag: \"py3.\" is not made of letters, digits and _.",
                "py3--any|\"py3--any\" is not a wheel tag: \"\" is not made of letters, digits and _.",
                "py3-none-a b|\"py3-none-a b\" is not a wheel tag: \"a b\" is not made of letters, digits and _.",
                "py2.py3-none-any|\"py2.py3-none-any\" is not a wheel tag: it stands for 2 tags."
            })
    void whatIsNoTag(String text, String sentence) {
        assertThat(sentence(text)).isEqualTo(sentence);
    }

    @Test
    void aBombIsRefused() {
        String words = "a" + ".a".repeat(10);
        assertThat(sentence(words + "-" + words + "-" + words))
                .isEqualTo("\"" + (words + "-" + words).substring(0, 40)
                        + "…\" is not a wheel tag: it stands for more than 1000 tags.");
        assertThat(sentence("a".repeat(1025)))
                .isEqualTo("\"" + "a".repeat(40) + "…\" is not a wheel tag: it is longer than 1024 characters.");
    }
}
