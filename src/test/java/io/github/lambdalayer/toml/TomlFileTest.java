package io.github.lambdalayer.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TomlFileTest {

    @TempDir
    private Path folder;

    @Test
    void byteOrderMarkIsPassedOver() {
        assertThat(TomlFile.read(write("\uFEFFa = 'b'")).requiredText("a")).isEqualTo("b");
    }

    @Test
    void fileThatIsNotThereIsNamed() {
        Path absent = folder.resolve("pylock.toml");
        assertThatThrownBy(() -> TomlFile.read(absent))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo("There is no file " + absent
                        + ".\nhint: correct the path; it is seen from the folder of the pom\n"
                        + "see problems.html#toml-unreadable");
    }

    @Test
    void folderIsNotAFile() {
        assertThatThrownBy(() -> TomlFile.read(folder))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo(folder + " is a folder, not a file.\n"
                        + "hint: correct the path; it is seen from the folder of the pom\n"
                        + "see problems.html#toml-unreadable");
    }

    @Test
    void linkThatLeadsToItselfIsNamed() throws IOException {
        Path link = folder.resolve("pylock.toml");
        Files.createSymbolicLink(link, link);
        assertThatThrownBy(() -> TomlFile.read(link))
                .hasMessageStartingWith(link + " cannot be read: " + link + ": Too many levels of symbolic links")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void fileOfFiftyMegabytesIsRefusedBeforeItIsParsed() throws IOException {
        Path file = folder.resolve("pylock.toml");
        Files.write(file, new byte[50 << 20]);
        assertThatThrownBy(() -> TomlFile.read(file))
                .hasMessage("pylock.toml has 52428800 bytes; the largest that is read has 8388608.");
    }

    @Test
    void byteThatIsNotUtf8IsPlaced() throws IOException {
        Path file = folder.resolve("pylock.toml");
        Files.write(file, "a = 1\nb = '\u00ff'\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> TomlFile.read(file))
                .hasMessage("pylock.toml, line 2, column 6: the byte 0xff is not UTF-8.");
    }

    @Test
    void utf16IsTold() throws IOException {
        String told = "pylock.toml is UTF-16 text, and TOML is UTF-8.";
        assertThatThrownBy(() -> TomlFile.read(encoded("\uFEFFa = 1\n", StandardCharsets.UTF_16LE)))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo(told + "\nhint: save it as UTF-8\nsee problems.html#toml-syntax");
        assertThatThrownBy(() -> TomlFile.read(encoded("\uFEFFa = 1\n", StandardCharsets.UTF_16BE)))
                .hasMessage(told);
        assertThatThrownBy(() -> TomlFile.read(encoded("a = 1\n", StandardCharsets.UTF_16LE)))
                .hasMessage(told);
        assertThatThrownBy(() -> TomlFile.read(encoded("a = 1\n", StandardCharsets.UTF_16BE)))
                .hasMessage(told);
    }

    private Path encoded(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("pylock.toml"), text.getBytes(charset));
    }

    @Test
    void textThatIsCutOffIsPlaced() {
        assertFault(
                "a = 1\nb = \"c",
                "x.toml, line 2, column 7: not TOML 1.0: unexpected end of input, expected \" or a character.");
    }

    @Test
    void textIsReadAsTomlOneZero() {
        assertFault(
                "a = { b = 1,\n c = 2 }",
                "x.toml, line 1, column 13: not TOML 1.0: newlines are not allowed in an inline table"
                        + " (TOML versions before 1.1.0).");
    }

    @Test
    void keyThatStandsTwiceIsPlaced() {
        assertFault(
                "a = 1\na = 2", "x.toml, line 2, column 1: not TOML 1.0: a previously defined at line 1, column 1.");
    }

    @Test
    void severalFaultsAreToldTogether() {
        assertFault(
                "a = tru\nb = 1_\n",
                "2 problems:\n\nx.toml, line 1, column 5: not TOML 1.0: unexpected 't', expected a value."
                        + "\n\nx.toml, line 2, column 6: not TOML 1.0: unexpected '_', expected a newline or end-of-input.");
    }

    @Test
    void onlyTheFirstFaultsOfManyAreTold() {
        assertThatThrownBy(() -> TomlFile.parse("a = x\n".repeat(100), "x.toml"))
                .hasMessageStartingWith("5 problems:");
    }

    @Test
    void controlCharactersOfAFaultAreEscaped() {
        assertThatThrownBy(() -> TomlFile.parse("\u001b[31m", "x.toml")).hasMessageNotContaining("\u001b");
    }

    @ParameterizedTest
    @CsvSource({"<<<<<<< HEAD,2", "=======,2", ">>>>>>> theirs,2", "||||||| base,2"})
    void markerOfAMergeIsNamed(String marker, int line) {
        assertThatThrownBy(() -> TomlFile.parse("a = 1\n" + marker + "\nb = 2\n", "pylock.toml"))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo("pylock.toml, line " + line + ", column 1: a merge left its conflict marker \""
                        + marker.substring(0, 7)
                        + "\" here.\nhint: resolve the conflict first: keep one of its two sides"
                        + "\nsee problems.html#toml-syntax");
    }

    @Test
    void nestingOfTenThousandLevelsIsRefused() {
        assertFault(
                "a = " + "[".repeat(10_000) + "]".repeat(10_000),
                "x.toml, line 1, column 134: not TOML 1.0: nesting is too deep"
                        + " (more than 128 levels of tables and arrays).");
        assertThatThrownBy(() -> TomlFile.parse("[a" + ".a".repeat(10_000) + "]\nb = 1", "x.toml"))
                .hasMessageContaining("nesting is too deep");
    }

    private static void assertFault(String text, String sentence) {
        assertThatThrownBy(() -> TomlFile.parse(text, "x.toml"))
                .isInstanceOf(LayerException.class)
                .hasMessage(sentence);
    }

    private Path write(String text) {
        try {
            return Files.writeString(folder.resolve("x.toml"), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
