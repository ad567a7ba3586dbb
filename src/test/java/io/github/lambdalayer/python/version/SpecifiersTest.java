package io.github.lambdalayer.python.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdalayer.problem.LayerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecifiersTest {

    @Test
    void everyClauseMustAccept() {
        Specifiers specifiers = Specifiers.parse(" >=1.4 , <2, !=1.5.* ");

        assertThat(specifiers.accepts(Version.parse("1.6"))).isTrue();
        assertThat(specifiers.accepts(Version.parse("1.5.1"))).isFalse();
        assertThat(specifiers.accepts(Version.parse("2"))).isFalse();
        assertThat(specifiers).hasToString(">=1.4,<2,!=1.5.*");
    }

    @Test
    void anEmptyTextAcceptsEveryVersion() {
        assertThat(Specifiers.parse("  ")).isEqualTo(Specifiers.ANY).hasToString("");
        assertThat(Specifiers.ANY.isAny()).isTrue();
        assertThat(Specifiers.ANY.accepts(Version.parse("1.0.dev1"))).isTrue();
        assertThat(Specifiers.ANY.acceptsText("foo")).isFalse();
    }

    @Test
    void aCommaMayEndTheText() {
        assertThat(Specifiers.parse(">=1,")).isEqualTo(Specifiers.parse(">=1"));
    }

    @ParameterizedTest
    @CsvSource({
        "==1.0, true",
        "===1.0, true",
        "===1.*, true",
        "==1.*, false",
        ">=1.0, false",
        "'==1.0,!=2', false",
        "'', false"
    })
    void aPinNamesOneVersion(String text, boolean isPin) {
        assertThat(Specifiers.parse(text).isPin()).isEqualTo(isPin);
    }

    @Test
    void theCaretStandsInTheWholeText() {
        assertThat(catchThrowableOfType(LayerException.class, () -> Specifiers.parse(">=1, =2"))
                        .block())
                .isEqualTo("""
                        ">=1, =2" is not a version specifier: expected a comparison such as == or >=.

                          >=1, =2
                               ^

                        see problems.html#bad-specifier""");
        assertThat(catchThrowableOfType(LayerException.class, () -> Specifiers.parse(">=1,,<2"))
                        .sentence())
                .endsWith("\n  >=1,,<2\n      ^");
        assertThat(catchThrowableOfType(LayerException.class, () -> Specifiers.parse(">=1,".repeat(20_000)))
                        .sentence())
                .contains("it is longer than 65536 characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ">=7.2.0<8.0.0      | >=7.2.0,<8.0.0",
                ">=1!7.2<1!8        | >=1!7.2,<1!8",
                "!=~5.0,>=4.12      | !=5.0.*,>=4.12",
                "!=~5,>=4.12        | !=5.*,>=4.12",
                ">=1.9.*            | >=1.9",
                ">=1.*              | >=1",
                ">=2.7,!=3.0*,!=3.1*| >=2.7,!=3.0.*,!=3.1.*",
                "==3.0*             | ==3.0.*",
                ">=3.6,             | >=3.6",
                "`>=3.6, `          | >=3.6",
                ">= '2.7'           | >=2.7",
                ">=\"3.6\"          | >=3.6",
                ">=2.7, !=3.0.*, !=3.4.*, | >=2.7,!=3.0.*,!=3.4.*",
                ">=2.7,!=3.1.*,<3.4.* | >=2.7,!=3.1.*,<3.4",
                ">=2.7, !=3.1.*', !=3.3.*' | >=2.7,!=3.1.*,!=3.3.*",
                ">=3.6'             | >=3.6",
                ">=1.3.0,<1.4.0',   | >=1.3.0,<1.4.0",
                ">dev               | >0.0.0dev",
                ">=9.0.0a1.0        | >=9.0.0a1",
                ">=9.0a1.0          | >=9.0a1",
                ">=9a1.0            | >=9a1",
                ">=1.0.*<2.0.*      | >=1.0,<2.0",
                ",>=1               | >=1",
                "===1.0             | ===1.0"
            })
    void whatOldMetadataMeans(String old, String meant) {
        assertThat(Specifiers.readLenient(old)).isEqualTo(Specifiers.parse(meant));
    }
}
