package io.github.lambdalayer.python.wheel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.target.Tag;
import io.github.lambdalayer.python.version.Version;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WheelFilenameTest {

    @Test
    void everyPartIsRead() {
        WheelFilename name = WheelFilename.parse("Flask_Login-0.6.0-1local-py2.py3-none-any.whl");
        assertThat(name.name()).isEqualTo(PackageName.of("flask-login"));
        assertThat(name.version()).isEqualTo(Version.parse("0.6.0"));
        assertThat(name.build()).isEqualTo(new BuildTag(BigInteger.ONE, "local"));
        assertThat(name.tags()).containsExactly(Tag.parse("py2-none-any"), Tag.parse("py3-none-any"));
        assertThat(name).hasToString("Flask_Login-0.6.0-1local-py2.py3-none-any.whl");
    }

    @Test
    void versionWithLocalPartIsRead() {
        assertThat(WheelFilename.parse("torch-2.5.1+cpu-cp312-cp312-linux_x86_64.whl")
                        .version())
                .isEqualTo(Version.parse("2.5.1+cpu"));
    }

    @Test
    void buildTagsAreOrderedByNumber() {
        assertThat(BuildTag.NONE).isLessThan(build("1")).hasToString("");
        assertThat(build("2")).isLessThan(build("10"));
        assertThat(build("1a")).isLessThan(build("1b")).hasToString("1a");
    }

    private static BuildTag build(String text) {
        return WheelFilename.parse("demo-1.0-" + text + "-py3-none-any.whl").build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demo-1.0.tar.gz | it does not end with .whl",
                "demo.whl | it has 1 part instead of 5 or 6",
                "demo-1.0-none-any.whl | it has 4 parts instead of 5 or 6",
                "demo-1.0-1-2-py3-none-any.whl | it has 7 parts instead of 5 or 6",
                "de__mo-1.0-py3-none-any.whl | its name has two underscores side by side",
                "demo-1.0-x1-py3-none-any.whl | its build tag \"x1\" does not begin with a digit",
                "demo-1.0-2.7-none-any.whl | its python tag \"2\" begins with a digit",
                "demo_-1.0-py3-none-any.whl | \"demo_\" is not a package name: expected a letter or a digit at the end",
            })
    void namesThatAreRefused(String text, String because) {
        assertThatThrownBy(() -> WheelFilename.parse(text))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo("\"" + text + "\" is not the name of a wheel: " + because
                                        + (because.endsWith(".") ? "" : ".") + "\n"
                                        + "hint: a wheel is called name-version-python-abi-platform.whl; rename the file as its builder"
                                        + " named it\nsee problems.html#bad-filename"));
    }

    @Test
    void partThatWouldMeanMoreInAPathOrInTheLogIsRefused() {
        for (String part : List.of("1/../../x", "1\\x", "1:x", "1\n[INFO]", "1\u001b[2J", "1\u202ex", "1 x", "1|x")) {
            assertThatThrownBy(() -> WheelFilename.parse("demo-1.0-" + part + "-py3-none-any.whl"))
                    .hasMessageEndingWith("\" has a character that no file's name should have.");
        }
        for (String version : List.of("1.0\n", " 1.0", "1.0\u0085")) {
            assertThatThrownBy(() -> WheelFilename.parse("demo-" + version + "-py3-none-any.whl"))
                    .hasMessageEndingWith("\" has a character that no file's name should have.");
        }
    }

    @Test
    void longTextIsCut() {
        assertThatThrownBy(() -> WheelFilename.parse("a".repeat(2000) + "-1.0-py3-none-any.whl"))
                .hasMessage(
                        "\"" + "a".repeat(60) + "...\" is not the name of a wheel: it is longer than 1024 characters.");
    }
}
