package io.github.lambdalayer.python.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import org.junit.jupiter.api.Test;

class ExtraNameTest {

    @Test
    void everySpellingHasOneNormalForm() {
        assertThat(ExtraName.of("Build_Docs"))
                .isEqualTo(new ExtraName("build-docs"))
                .hasToString("build-docs");
        assertThat(ExtraName.of("b")).isGreaterThan(ExtraName.of("A"));
    }

    @Test
    void anyTextHasANormalForm() {
        assertThat(ExtraName.normalForm("Not A name__")).isEqualTo("not a name-");
    }

    @Test
    void whatIsNotAName() {
        assertThatThrownBy(() -> ExtraName.of("a b"))
                .isInstanceOf(LayerException.class)
                .hasMessageStartingWith("\"a b\" is not the name of an extra: expected a letter, a digit, ");
    }
}
