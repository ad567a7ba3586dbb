package io.github.lambdalayer.python.lock;

import static io.github.lambdalayer.python.lock.Locks.NUMPY_312_ARM;
import static io.github.lambdalayer.python.lock.Locks.NUMPY_312_X86;
import static io.github.lambdalayer.python.lock.Locks.NUMPY_313_X86;
import static io.github.lambdalayer.python.lock.Locks.OLD_SIX;
import static io.github.lambdalayer.python.lock.Locks.PYTHON_312_ARM;
import static io.github.lambdalayer.python.lock.Locks.PYTHON_312_X86;
import static io.github.lambdalayer.python.lock.Locks.PYTHON_313_ARM;
import static io.github.lambdalayer.python.lock.Locks.PYTHON_313_X86;
import static io.github.lambdalayer.python.lock.Locks.SIX;
import static io.github.lambdalayer.python.lock.Locks.input;
import static io.github.lambdalayer.python.lock.Locks.lock;
import static io.github.lambdalayer.python.lock.Locks.wheel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.target.PythonTarget;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralTargetsTest {

    private static final String TOMLI = "tomli-2.0-py3-none-any.whl";

    @TempDir
    private Path folder;

    @Test
    void eachTargetHasItsEnvironment() {
        Pylock lock = lock(input(PYTHON_313_X86, SIX), input(PYTHON_312_X86, SIX), input(PYTHON_312_ARM, SIX));
        assertThat(lock.environments())
                .extracting(Object::toString)
                .containsExactly(
                        "python_version == \"3.12\" and platform_machine == \"aarch64\" and sys_platform == \"linux\""
                                + " and implementation_name == \"cpython\"",
                        "python_version == \"3.12\" and platform_machine == \"x86_64\" and sys_platform == \"linux\""
                                + " and implementation_name == \"cpython\"",
                        "python_version == \"3.13\" and platform_machine == \"x86_64\" and sys_platform == \"linux\""
                                + " and implementation_name == \"cpython\"");
        assertThat(lock.requiresPython()).hasToString(">=3.12,<3.14");
    }

    @Test
    void wheelsThatTagsTellApartShareAnEntry() {
        Pylock lock = lock(
                input(PYTHON_312_X86, NUMPY_312_X86, SIX),
                input(PYTHON_312_ARM, NUMPY_312_ARM, SIX),
                input(PYTHON_313_X86, NUMPY_313_X86, SIX));
        assertThat(markers(lock, "numpy")).containsExactly("");
        assertThat(files(lock, PYTHON_312_X86)).containsExactly(NUMPY_312_X86, SIX);
        assertThat(files(lock, PYTHON_312_ARM)).containsExactly(NUMPY_312_ARM, SIX);
        assertThat(files(lock, PYTHON_313_X86)).containsExactly(NUMPY_313_X86, SIX);
    }

    @Test
    void packageOfSomeTargetsHasAMarker() {
        Pylock lock = lock(
                input(PYTHON_312_X86, SIX),
                input(PYTHON_312_ARM, SIX, TOMLI),
                input(PYTHON_313_X86, SIX),
                input(PYTHON_313_ARM, SIX, TOMLI, "async_timeout-5.0-py3-none-any.whl"));
        assertThat(markers(lock, "tomli")).containsExactly("platform_machine == \"aarch64\"");
        assertThat(markers(lock, "async-timeout"))
                .containsExactly("python_version == \"3.13\" and platform_machine == \"aarch64\"");
        assertThat(files(lock, PYTHON_312_X86)).containsExactly(SIX);
        assertThat(files(lock, PYTHON_312_ARM)).containsExactly(SIX, TOMLI);
    }

    @Test
    void otherVersionsForOtherTargetsAreEntriesOfTheirOwn() {
        Pylock lock = lock(
                input(PYTHON_312_X86, OLD_SIX),
                input(PYTHON_312_ARM, OLD_SIX),
                input(PYTHON_313_X86, SIX),
                input(PYTHON_313_ARM, OLD_SIX));
        assertThat(markers(lock, "six"))
                .containsExactly(
                        "python_version == \"3.12\" or python_version == \"3.13\" and platform_machine == \"aarch64\"",
                        "python_version == \"3.13\" and platform_machine == \"x86_64\"");
        assertThat(files(lock, PYTHON_313_ARM)).containsExactly(OLD_SIX);
        assertThat(files(lock, PYTHON_313_X86)).containsExactly(SIX);
    }

    @Test
    void wheelThatAnotherInterpreterWouldPreferIsToldApartByMarkers() {
        // A 3.12 with a newer glibc than the runtime's would take the wheel that is meant for 3.13.
        String old = "demo-1.0-cp312-abi3-manylinux_2_17_x86_64.whl";
        String newer = "demo-1.0-cp312-abi3-manylinux_2_34_x86_64.whl";
        PythonTarget oldRuntime = PythonTarget.linux("3.12.3", "x86_64", 26);
        Pylock lock = lock(input(oldRuntime, old), input(PYTHON_313_X86, newer));
        assertThat(markers(lock, "demo")).containsExactly("python_version == \"3.12\"", "python_version == \"3.13\"");
        assertThat(files(lock, oldRuntime)).containsExactly(old);
        assertThat(files(lock, PYTHON_313_X86)).containsExactly(newer);
    }

    @Test
    void dependencyOfWhichThereAreSeveralIsNamedWithItsMarker() {
        LockInput.Wheel demo = wheel("demo-1.0-py3-none-any.whl", "c", "six");
        Pylock lock = lock(
                new LockInput(PYTHON_312_X86, List.of(demo, wheel(SIX, "b"))),
                new LockInput(PYTHON_313_X86, List.of(demo, wheel(OLD_SIX, "b"))));
        assertThat(PylockWriter.text(lock, Path.of("pylock.toml"), List.of())).contains("""
                        dependencies = [
                            { name = "six", version = "1.16.0", marker = 'python_version == "3.13"' },
                            { name = "six", version = "1.17.0", marker = 'python_version == "3.12"' },
                        ]
                        """);
    }

    @Test
    void whatIsWrittenForSeveralIsReadBackTheSame() {
        Pylock lock = lock(input(PYTHON_312_X86, NUMPY_312_X86, OLD_SIX), input(PYTHON_312_ARM, NUMPY_312_ARM, SIX));
        PylockWriter.write(lock, folder.resolve("pylock.toml"), List.of());
        assertThat(PylockReader.read(folder.resolve("pylock.toml"))).isEqualTo(lock);
    }

    @Test
    void versionsToKeepAreThoseOfTheTarget() {
        Pylock lock = lock(input(PYTHON_312_X86, OLD_SIX), input(PYTHON_313_X86, SIX));
        assertThat(lock.versions(PYTHON_313_X86)).hasToString("{six=1.17.0}");
        assertThat(lock.versions(PYTHON_312_ARM)).hasToString("{six=1.16.0}");
    }

    @Test
    void targetsThatMarkersCannotTellApartAreAMistakeOfTheCaller() {
        PythonTarget patched = PythonTarget.linux("3.12.9", "x86_64", 34);
        assertThatThrownBy(() -> lock(input(PYTHON_312_X86, SIX), input(patched, SIX)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> markers(Pylock lock, String name) {
        return lock.locked(PackageName.of(name)).stream()
                .map(entry -> entry.marker().toString())
                .toList();
    }

    private static List<String> files(Pylock lock, PythonTarget target) {
        return lock.select(LockChoice.of(target)).stream()
                .map(IndexFile::toString)
                .toList();
    }
}
