package io.github.lambdalayer.python.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** pip's steps in pip's order: join, drop comments, drop empty lines. */
class LogicalLineTest {

    @Test
    void linesAreNumberedFromOneAndEmptyOnesDropped() {
        assertLines("six\n\n  idna \n", "1: six", "3: idna");
    }

    @Test
    void everyKindOfLineEndDivides() {
        assertLines("a\r\nb\rc\nd", "1: a", "2: b", "3: c", "4: d");
    }

    @Test
    void backslashJoinsWithTheNextLine() {
        assertLines(
                "six==1.17.0 \\\n  --hash=a \\\n  --hash=b\nidna", "1: six==1.17.0   --hash=a   --hash=b", "4: idna");
    }

    @Test
    void backslashOnTheLastLineIsDropped() {
        assertLines("six \\", "1: six");
    }

    @Test
    void commentBeginsAfterABlankOnly() {
        assertLines("# all\nsix # one\n  # two\nx.whl#sha256=a", "2: six", "4: x.whl#sha256=a");
    }

    @Test
    void commentLineEndsAJoin() {
        assertLines("six \\\n# comment \\\nidna", "1: six", "3: idna");
    }

    @Test
    void backslashInTheMiddleOfALineStays() {
        assertLines("C:\\wheels\\x.whl", "1: C:\\wheels\\x.whl");
    }

    @Test
    void blankThatIsNotAsciiIsNoBlank() {
        assertLines("six\u00a0#x", "1: six\u00a0#x");
    }

    private static void assertLines(String text, String... lines) {
        assertThat(LogicalLine.of(text))
                .extracting(l -> l.number() + ": " + l.text())
                .containsExactly(lines);
    }
}
