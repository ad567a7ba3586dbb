package io.github.lambdalayer.python.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.version.Specifiers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementTest {

    @Test
    void parts() {
        Requirement requirement = Requirement.parse("Pandas_Stubs [S3, aws] >=2,<3 ; python_version >= '3.11'");

        assertThat(requirement.name()).isEqualTo(PackageName.of("pandas-stubs"));
        assertThat(requirement.writtenName()).isEqualTo("Pandas_Stubs");
        assertThat(requirement.extras()).containsExactly(ExtraName.of("s3"), ExtraName.of("aws"));
        assertThat(requirement.specifiers()).isEqualTo(Specifiers.parse(">=2,<3"));
        assertThat(requirement.url()).isEmpty();
        assertThat(requirement.marker()).isEqualTo(Marker.parse("python_version >= '3.11'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "six|six",
                "` six `|six",
                "jmespath (<2.0.0,>=0.7.1)|jmespath<2.0.0,>=0.7.1",
                "a()|a",
                "a[]|a",
                "a[ b , C_d ]==1.*|a[b,c-d]==1.*",
                "numpy >= 1,|numpy>=1",
                "a===foo;os_name=='posix'|a===foo; os_name == \"posix\"",
                "a;(os_name=='posix')|a; os_name == \"posix\"",
                "a @ https://h/x.whl|a @ https://h/x.whl",
                "a[b]@https://h/x.whl;python_version>'3'|a[b] @ https://h/x.whl;python_version>'3'",
                "a @ https://h/x.whl ; os_name == 'nt'|a @ https://h/x.whl ; os_name == \"nt\""
            })
    void printsItselfAsARequirement(String text, String printed) {
        Requirement requirement = Requirement.parse(text);

        assertThat(requirement).hasToString(printed);
        assertThat(Requirement.parse(printed)).isEqualTo(requirement).hasSameHashCodeAs(requirement);
    }

    @Test
    void aUrlKeepsItsCredentialsButIsPrintedWithoutThem() {
        Requirement requirement = Requirement.parse("a @ https://me:s3cret@h/x.whl");

        assertThat(requirement.url()).contains("https://me:s3cret@h/x.whl");
        assertThat(requirement).hasToString("a @ https://***@h/x.whl");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            libs/a_b-1.0-py3-none-any.whl | a_b @ file:///p/libs/a_b-1.0-py3-none-any.whl
            ./libs/a_b-1.0-py3-none-any.whl ; os_name == "posix" | a_b @ file:///p/libs/a_b-1.0-py3-none-any.whl ; os_name == "posix"
            libs/a-1.0-py3-none-any.whl#sha256=1 | a @ file:///p/libs/a-1.0-py3-none-any.whl#sha256=1
            a_b-1.0-py3-none-any.whl[c,d] | a_b[c,d] @ file:///p/a_b-1.0-py3-none-any.whl
            a.b @ ../a_b-1.0-py3-none-any.whl | a.b @ file:///a_b-1.0-py3-none-any.whl
            a @ file:///other/a-1.0-py3-none-any.whl | a @ file:///other/a-1.0-py3-none-any.whl
            https://h/a-1.0-py3-none-any.whl#sha256=1 | a @ https://h/a-1.0-py3-none-any.whl#sha256=1
            a @ https://h/a-1.0-py3-none-any.whl | a @ https://h/a-1.0-py3-none-any.whl
            a>=1 | a>=1
            """)
    void aWheelMayBeNamedByItsPath(String text, String printed) {
        assertThat(Requirement.parse(text, Path.of("/p"))).hasToString(printed);
    }

    @Test
    void aDigestIsPutBehindAnAddressOnce() {
        String digest = "0".repeat(64);
        assertThat(Requirement.parse("a @ https://h/a.whl").withUrlSha256(digest))
                .hasToString("a @ https://h/a.whl#sha256=" + digest);
        assertThat(Requirement.parse("a @ https://h/a.whl#egg=a").withUrlSha256(digest))
                .hasToString("a @ https://h/a.whl#egg=a&sha256=" + digest);
        Requirement digested = Requirement.parse("a @ https://h/a.whl?t=1#sha256=" + "1".repeat(64));
        assertThat(digested.withUrlSha256(digest)).isSameAs(digested);
        assertThat(digested.shown()).isEqualTo("a @ https://h/a.whl");
        assertThat(Requirement.parse("a>=1").withUrlSha256(digest)).hasToString("a>=1");
    }

    @Test
    void aQueryIsKeptButNotPrinted() {
        Requirement requirement = Requirement.parse("a @ https://h/x.whl?token=s3cret#sha256=1");

        assertThat(requirement.url()).contains("https://h/x.whl?token=s3cret#sha256=1");
        assertThat(requirement).hasToString("a @ https://h/x.whl?***#sha256=1");
    }

    @Test
    void theWrittenNameDoesNotMatter() {
        assertThat(Requirement.parse("Foo.Bar>=1")).isEqualTo(Requirement.parse("foo_bar >= 1"));
        assertThat(Requirement.of(PackageName.of("six"), Specifiers.parse("==1.0")))
                .isEqualTo(Requirement.parse("six==1.0"));
    }

    private static LayerException fault(String text) {
        return catchThrowableOfType(LayerException.class, () -> Requirement.parse(text));
    }

    @Test
    void oneEqualsSignIsNotEnough() {
        assertThat(fault("numpy=1.20").block()).isEqualTo("""
                "numpy=1.20" is not a requirement: expected a comparison such as == or >= after the name.

                  numpy=1.20
                       ^

                hint: write numpy==1.20 for exactly that version
                see problems.html#bad-requirement""");
        assertThat(fault("numpy 1.20").hints()).containsExactly("write numpy==1.20 for exactly that version");
        assertThat(fault("numpy[a] = 1.20 ").hints()).containsExactly("write numpy[a]==1.20 for exactly that version");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|0|expected the name of a package",
                "==1.0|0|expected the name of a package",
                "./dir|0|expected the name of a package",
                "-e .|0|expected the name of a package",
                "a-|1|expected a letter or a digit at the end of the name",
                "numpy==|7|expected a version after ==",
                "numpy==1.*.2|10|expected the version to end after .*",
                "numpy==1.0.org1|10|expected the version to end here",
                "numpy>=1,,<2|9|expected a comparison such as == or >=",
                "numpy >= 1.0 <= 2.0|13|expected a comma before this comparison",
                "numpy>=7.2.0<8.0.0|12|expected a comma before this comparison",
                "numpy >= 1.0 #|13|expected a comma or the end after the version",
                "numpy (>= 1.0|13|expected a closing parenthesis",
                "numpy (>= 1.0) <2|15|expected a semicolon or the end after the versions",
                "numpy ~= 1|10|~= needs a version of at least two numbers, such as ~=1.4",
                "numpy (>=20.*) ; extra == 'x'|11|.* can only be compared with == or !=",
                "numpy[a, b|10|expected a comma or a closing ] after the extra",
                "numpy[a b]|8|expected a comma or a closing ] after the extra",
                "numpy[a,]|8|expected the name of an extra",
                "numpy[,a]|6|expected the name of an extra",
                "numpy @|7|expected a URL after @",
                "numpy @ https://h/; extra == 'x'|20|expected a semicolon or the end after the URL",
                "numpy; invalid_name|7|there is no marker variable \"invalid_name\"",
                "numpy;|6|expected a variable such as python_version, or a quoted text",
                "numpy; os_name|14|expected a comparison: one of <=, <, !=, ==, >=, >, ~=, ===, in, not in"
            })
    void whatIsWrongAndWhere(String text, int column, String expected) {
        assertThat(fault(text).sentence())
                .isEqualTo("\"" + text + "\" is not a requirement: " + expected + ".\n\n  " + text + "\n  "
                        + " ".repeat(column) + "^");
    }

    @Test
    void tenThousandSegmentsAreTooMany() {
        String sentence = fault("numpy==1" + ".1".repeat(9_999)).sentence();

        assertThat(sentence)
                .startsWith("\"numpy==" + "1.".repeat(26) + "1…\" is not a requirement: "
                        + "the version is longer than 256 characters.\n\n  …")
                .hasSizeLessThan(400);
    }

    @Test
    void everyTextHasALimit() {
        assertThat(fault("a".repeat(300)).sentence()).contains("the name is longer than 255 characters");
        assertThat(fault("a; " + " ".repeat(200_000)).sentence()).contains("it is longer than 131072 characters");
    }

    @Test
    void charactersThatLookLikeOthersAreNamed() {
        assertThat(fault("p\u0430ndas").sentence()).isEqualTo("""
                "p\u0430ndas" is not a requirement: expected a comparison such as == or >= after the name, \
                found U+0430 (CYRILLIC SMALL LETTER A).

                  p\u0430ndas
                   ^""");
        assertThat(fault("pandas\u00a0>=1").sentence())
                .startsWith("\"pandas\u00a0>=1\" is not a requirement: expected a comparison such as == or >= after "
                        + "the name, found U+00A0 (NO-BREAK SPACE).");
        assertThat(fault("pandas>=\u00a01").sentence()).contains("found U+00A0 (NO-BREAK SPACE)");
        assertThat(fault("pandas\u0000").sentence())
                .startsWith("\"pandas\\u0000\" is not a requirement: ")
                .contains("found U+0000 (NULL)");
        assertThat(fault("pandas>=1\n").sentence()).contains("found U+000A (LINE FEED (LF))");
        assertThat(fault("pandas; os_name\u00a0== 'a'").sentence()).contains("found U+00A0 (NO-BREAK SPACE)");
    }

    @Test
    void noCredentialIsEverShown() {
        assertThat(fault("a @ https://me:s3cret@h/x; extra == 'x'").block()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "elasticsearch-dsl (>=7.2.0<8.0.0)|elasticsearch-dsl (>=7.2.0,<8.0.0)",
                "jupyter-core (!=~5.0,>=4.12)|jupyter-core (!=5.0.*,>=4.12)",
                "torch (>=1.9.*)|torch (>=1.9)",
                "pyzmq (>=2.7,!=3.0*,!=3.1*)|pyzmq (>=2.7,!=3.0.*,!=3.1.*)",
                "pyzmq >=3.6,|pyzmq >=3.6",
                "botocore>=1.3.0,<1.4.0',|botocore>=1.3.0,<1.4.0",
                "numpy \">=1.19\"; python_version >= \"3.7\"|numpy >=1.19; python_version >= \"3.7\"",
                "'numpy' >=1.19\"; python_version >= \"3.7\"|numpy >=1.19; python_version >= \"3.7\"",
                "black (>=20.*) ; extra == 'format'|black>=20; extra == 'format'",
                "six|six"
            })
    void whatOldMetadataMeans(String old, String meant) {
        assertThat(Requirement.parseLenient(old)).isEqualTo(Requirement.parse(meant));
    }

    @Test
    void whatCannotBeMendedIsToldAsItWasWritten() {
        assertThat(catchThrowableOfType(LayerException.class, () -> Requirement.parseLenient("a>='x'"))
                        .sentence())
                .isEqualTo(fault("a>='x'").sentence());
    }
}
