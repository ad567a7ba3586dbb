package io.github.lambdalayer.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SyntaxFaultTest {

    private enum Code implements ProblemCode {
        BAD_TEXT
    }

    private static String block(String text, int column) {
        return new SyntaxFault(column, "expected a digit", "write one")
                .in(Code.BAD_TEXT, "a number", text)
                .block();
    }

    @Test
    void sentenceTextCaretAndHint() {
        assertThat(block("12x4", 2)).isEqualTo("""
                "12x4" is not a number: expected a digit.

                  12x4
                    ^

                hint: write one
                see problems.html#bad-text""");
    }

    @Test
    void whatCannotBeSeenIsNamedAndEscaped() {
        assertThat(block("1\u00a02", 1)).startsWith("""
                "1\u00a02" is not a number: expected a digit, found U+00A0 (NO-BREAK SPACE).

                  1\u00a02
                   ^
                """);
        assertThat(block("a\u0000\u0000b", 3)).startsWith("""
                "a\\u0000\\u0000b" is not a number: expected a digit.

                  a\\u0000\\u0000b
                               ^
                """);
        assertThat(block("1\ud83d\ude00x", 3)).startsWith("""
                "1\ud83d\ude00x" is not a number: expected a digit.

                  1\ud83d\ude00x
                    ^
                """);
    }

    @Test
    void atTheEndNothingIsFound() {
        assertThat(block("1\u00a0", 2)).contains("expected a digit.").contains("\n    ^");
    }

    @Test
    void ofALongTextThePartAroundTheColumnIsShown() {
        String block = block("a".repeat(200) + "!" + "b".repeat(200), 200);

        assertThat(block).startsWith("\"" + "a".repeat(60) + "…\" is not a number");
        assertThat(block).contains("\n  …" + "a".repeat(50) + "!" + "b".repeat(49) + "…\n" + " ".repeat(53) + "^\n");
    }

    @Test
    void aHugeTextIsNotRepeated() {
        assertThat(block("x".repeat(100_000), 256).length()).isLessThan(500);
    }

    @Test
    void credentialsOfUrlsAreNeverShown() {
        String text = "a @ https://user:s3cret@host/x;y and ssh://bob:hush@h/";

        assertThat(block(text, text.indexOf(";y"))).startsWith("""
                "a @ https://***@host/x;y and ssh://***@h/" is not a number: expected a digit.

                  a @ https://***@host/x;y and ssh://***@h/
                                        ^
                """);
        assertThat(block(text, text.indexOf("s3cret"))).doesNotContain("s3cret").doesNotContain("hush");
        assertThat(block(text, text.length() - 1)).contains("\n  " + " ".repeat(40) + "^");
        assertThat(Printable.withoutUserInfo("https://u:p@h/a@b")).isEqualTo("https://***@h/a@b");
        assertThat(Printable.withoutUserInfo("https://u:p@ss@h/x and https://@h"))
                .isEqualTo("https://***@h/x and https://***@h");
    }

    @Test
    void aFaultOfAPartIsMovedIntoTheWhole() {
        SyntaxFault moved = new SyntaxFault(2, "expected a digit").shifted(5);

        assertThat(moved.column()).isEqualTo(7);
        assertThat(moved.expected()).isEqualTo("expected a digit");
        assertThat(moved.getStackTrace()).isEmpty();
    }
}
