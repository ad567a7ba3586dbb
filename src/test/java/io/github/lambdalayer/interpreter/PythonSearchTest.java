package io.github.lambdalayer.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.testing.FakePython;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonSearchTest {

    private static final String SAYS = "cpython 3.13.1 linux x86_64";

    @TempDir
    private Path home;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void onlyThisHome() {
        environment.put("HOME", home.toString());
    }

    @Test
    void pathIsAsked() {
        environment.put("PATH", home.resolve("none") + ":" + home.resolve("bin"));
        Path program = FakePython.saying(home.resolve("bin/python3.13"), SAYS);
        assertThat(find()).isEqualTo("Python 3.13.1 (" + program + ")");
    }

    @Test
    void pythonOfThePathMayBeCalledPython3() {
        environment.put("PATH", home.resolve("bin").toString());
        Path program = FakePython.saying(home.resolve("bin/python3"), SAYS);
        assertThat(find()).isEqualTo("Python 3.13.1 (" + program + ")");
    }

    @Test
    void shimOfAVersionThatIsNotThereIsPassedOver() {
        environment.put("PATH", home.resolve("shims").toString());
        FakePython.script(
                home.resolve("shims/python3.13"), "echo 'pyenv: python3.13: command not found' >&2; exit 127\n");
        Path program = FakePython.saying(home.resolve(".pyenv/versions/3.13.1/bin/python3.13"), SAYS);
        assertThat(find()).isEqualTo("Python 3.13.1 (" + program + ")");
    }

    @Test
    void newestOfPyenvComesFirst() {
        FakePython.saying(home.resolve(".pyenv/versions/3.13.9/bin/python3.13"), "cpython 3.13.9 linux x86_64");
        FakePython.saying(home.resolve(".pyenv/versions/3.13.10/bin/python3.13"), "cpython 3.13.10 linux x86_64");
        assertThat(find()).startsWith("Python 3.13.10 ");
    }

    @Test
    void folderOfUvIsAsked() {
        String folder = ".local/share/uv/python/cpython-3.13.1-linux-x86_64-gnu/bin/python3.13";
        assertThat(FakePython.saying(home.resolve(folder), SAYS)).isExecutable();
        assertThat(find()).startsWith("Python 3.13.1 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".pyenv/pyenv-win/versions/3.13.1/python.exe",
                "AppData/Roaming/uv/data/python/cpython-3.13.1-windows-x86_64-none/python.exe",
            })
    void pythonsOfWindowsLieAboveBin(String place) {
        environment.put("AppData", home.resolve("AppData/Roaming").toString());
        Path program = FakePython.saying(home.resolve(place), "cpython 3.13.1 win32 -");
        assertThat(find()).isEqualTo("Python 3.13.1 (" + program + ")");
    }

    @Test
    void pathIsCalledAsWindowsCallsIt() {
        environment.put("Path", home.resolve("bin").toString());
        Path program = FakePython.saying(home.resolve("bin/python.exe"), "cpython 3.13.1 win32 -");
        assertThat(find()).isEqualTo("Python 3.13.1 (" + program + ")");
    }

    @Test
    void whatIsNoPathIsPassedOver() {
        environment.put("PATH", "a\0b:" + home.resolve("bin"));
        environment.put("PYENV_ROOT", "\0");
        environment.put("UV_PYTHON_INSTALL_DIR", "\0");
        environment.put("XDG_DATA_HOME", "\0");
        Path program = FakePython.saying(home.resolve("bin/python3.13"), SAYS);
        assertThat(find()).isEqualTo("Python 3.13.1 (" + program + ")");
    }

    @Test
    void toolchainComesFirst() {
        environment.put("PATH", home.resolve("bin").toString());
        FakePython.saying(home.resolve("bin/python3.13"), SAYS);
        FakePython.saying(home.resolve("given/bin/python3"), "cpython 3.13.7 linux x86_64");
        assertThat(PythonSearch.of(environment, List.of(home.resolve("given"))).find("3.13"))
                .map(LocalPython::fullVersion)
                .contains("3.13.7");
    }

    @Test
    void otherVersionsAndOtherPythonsAreNotIt() {
        environment.put("PATH", home.resolve("a") + ":" + home.resolve("b"));
        FakePython.saying(home.resolve("a/python3"), "cpython 3.1.1 linux x86_64");
        FakePython.saying(home.resolve("b/python3.13"), "pypy 3.13.1 linux x86_64");
        assertThat(find()).isEqualTo("none");
    }

    @Test
    void librariesAreLoadedOnTheSameKindOfMachineOnly() {
        LocalPython linux = new LocalPython(home, "3.13.1", "linux", "aarch64");
        assertThat(linux.loads("aarch64")).isTrue();
        assertThat(linux.loads("x86_64")).isFalse();
        assertThat(new LocalPython(home, "3.13.1", "darwin", "x86_64").loads("x86_64"))
                .isFalse();
    }

    private String find() {
        return PythonSearch.of(environment, List.of())
                .find("3.13")
                .map(LocalPython::toString)
                .orElse("none");
    }
}
