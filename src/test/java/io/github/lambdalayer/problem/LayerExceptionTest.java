package io.github.lambdalayer.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LayerExceptionTest {

    private enum Code implements ProblemCode {
        BAD_NAME,
        BAD_SIZE
    }

    @Test
    void blockHoldsSentenceHintsAndPlace() {
        assertThat(new LayerException(Code.BAD_NAME, "The name is bad.", "give it another", "or none").block())
                .isEqualTo("The name is bad.\nhint: give it another\nhint: or none\nsee problems.html#bad-name");
    }

    @Test
    void longExplanationIsSetApartFromItsHints() {
        assertThat(new LayerException(Code.BAD_NAME, "It is bad:\n  because", "mend it").block())
                .isEqualTo("It is bad:\n  because\n\nhint: mend it\nsee problems.html#bad-name");
    }

    @Test
    void controlCharactersAreShownAsEscapes() {
        assertThat(new LayerException(Code.BAD_NAME, "entry \"a\u001b[1m\u202e\".").sentence())
                .isEqualTo("entry \"a\\u001b[1m\\u202e\".");
    }

    @Test
    void oneProblemIsThrownAsItIs() {
        Problems problems = new Problems();
        LayerException only = new LayerException(Code.BAD_NAME, "Bad.");
        problems.add(only);
        assertThatThrownBy(problems::throwIfAny).isSameAs(only);
    }

    @Test
    void severalProblemsAreToldTogether() {
        Problems problems = new Problems();
        assertThat(problems.<String>collect(() -> {
                    throw new LayerException(Code.BAD_NAME, "Bad name.", "look at the pom");
                }))
                .isNull();
        problems.add(new LayerException(Code.BAD_SIZE, "Bad size.", "look at the pom"));
        problems.add(new LayerException(Code.BAD_SIZE, "Bad size.", "look at the pom"));
        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo("2 problems:\n\nBad name.\n\nBad size.\n\nhint: look at the pom"
                                        + "\nsee problems.html#bad-name"));
    }

    @Test
    void eachOfSeveralProblemsSaysWhatItIsAbout() {
        Problems inner = new Problems();
        inner.add(new LayerException(Code.BAD_NAME, "Bad name.", "look at the pom"));
        inner.add(new LayerException(Code.BAD_SIZE, "Bad size."));
        assertThatThrownBy(inner::throwIfAny)
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.about("Layer web"))
                                .hasMessage("2 problems:\n\nLayer web: Bad name.\n\nLayer web: Bad size."));
    }

    @Test
    void noProblemThrowsNothing() {
        Problems problems = new Problems();
        assertThat(problems.collect(() -> "value")).isEqualTo("value");
        assertThat(problems.isEmpty()).isTrue();
        problems.throwIfAny();
    }
}
