package io.github.lambdalayer.python.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdalayer.problem.LayerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecifierTest {

    @ParameterizedTest
    @CsvSource({
        "==1.0, 1.0+local, true",
        "==1.0+local, 1.0, false",
        "==1.0+local, 1.0.0+LOCAL, true",
        "===1.0, 1.0+local, false",
        "===1.0, 1.0.0, false",
        "===1.0.0A1, 1.0.0a1, true",
        "==1.0.*, 1.0.dev1, true",
        "==1.0.*, 1.0a1, true",
        "==1.0.*, 1.0.post1, true",
        "==1.0.*, 1.0+x, true",
        "==1.0.*, 1.1, false",
        "==1.0.*, 1!1.0, false",
        "==1.0.0.*, 1, true",
        "==1.1.*, 1.10, false",
        "!=1.0.*, 1.0.post1, false",
        "!=1.0.*, 1.1, true",
        "!=1.0, 1.0+local, false",
        ">1.0, 1.0.post1, false",
        ">1.0, 1.0.post1.dev0, false",
        ">1.0, 1.0+local, false",
        ">1.0, 1.0.0.1, true",
        ">1.0, 1.0.1.dev0, true",
        ">1.0.post1, 1.0.post2, true",
        ">1.0.post1, 1.0.post1+x, false",
        ">1.0a1, 1.0a1.post1, false",
        ">1.0a1, 1.0a2, true",
        ">1.0.dev1, 1.0.post1, true",
        "<1.0, 1.0.dev1, false",
        "<1.0, 1.0rc1, false",
        "<1.0, 0.9rc1, true",
        "<1.0a2, 1.0a1, true",
        "<1.0.post1, 1.0.post0, true",
        "<1.0.post1, 1.0.post1.dev0, false",
        "<1.0.post1, 1.0rc1, true",
        "<=1.0, 1.0+local, true",
        "<=1.0, 1.0.post1, false",
        ">=1.0, 1!0.1, true",
        ">=1.0, 1.0rc1, false",
        "~=1.4.5a4, 1.4.4, false",
        "~=1.4.5a4, 1.4.5a4, true",
        "~=1.4.5, 1.4.9, true",
        "~=1.4.5, 1.5, false",
        "~=1.4.5.0, 1.4.6, false",
        "~=1.4, 1.9, true",
        "~=2.2.post3, 2.3, true",
        "~=2.2.post3, 2.2, false"
    })
    void whatIsAccepted(String specifier, String version, boolean accepted) {
        assertThat(Specifier.parse(specifier).accepts(Version.parse(version))).isEqualTo(accepted);
    }

    @Test
    void onlyArbitraryEqualityAcceptsWhatIsNoVersion() {
        assertThat(Specifier.parse("===Foo").acceptsText("fOO")).isTrue();
        assertThat(Specifier.parse("===foo").acceptsText("bar")).isFalse();
        assertThat(Specifier.parse("!=1.0").acceptsText("foo")).isFalse();
        assertThat(Specifier.parse(">=1.0").acceptsText("1.0")).isTrue();
    }

    @Test
    void printsItselfAsWrittenButWithoutBlanks() {
        assertThat(Specifier.parse(" >= v1.0 ")).hasToString(">=v1.0");
        assertThat(Specifier.parse("==2.*").isWildcard()).isTrue();
        assertThat(Specifier.parse("===2.*").isWildcard()).isFalse();
    }

    private static String sentence(String text) {
        return catchThrowableOfType(LayerException.class, () -> Specifier.parse(text))
                .sentence();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.0|1.0|0|expected a comparison such as == or >=",
                "=1.0|=1.0|0|expected a comparison such as == or >=",
                "==|==|2|expected a version after ==",
                "===|===|3|expected a version after ===",
                "==1.*.2|==1.*.2|5|expected the version to end after .*",
                ">=1.*|>=1.*|3|.* can only be compared with == or !=",
                "~=1.4.*|~=1.4.*|5|.* can only be compared with == or !=",
                "==1.0rc1.*|==1.0rc1.*|8|.* can only follow a plain release such as 1.4",
                "==1.0+x.*|==1.0+x.*|7|.* can only follow a plain release such as 1.4",
                "~=1|~=1|3|~= needs a version of at least two numbers, such as ~=1.4",
                ">=1.0+x|>=1.0+x|5|a local version such as +cpu can only be compared with == or !=",
                "===a b|===a b|4|expected the version to end here",
                ">=1.x|>=1.x|3|expected the version to end here",
                ">=x|>=x|2|expected a digit"
            })
    void whatIsWrongAndWhere(String text, String shown, int column, String expected) {
        assertThat(sentence(text))
                .isEqualTo("\"" + shown + "\" is not a version specifier: " + expected + ".\n\n  " + shown + "\n  "
                        + " ".repeat(column) + "^");
    }

    @Test
    void anArbitraryTextHasALimitToo() {
        assertThat(sentence("===" + "x".repeat(257))).contains("the version is longer than 256 characters");
    }
}
