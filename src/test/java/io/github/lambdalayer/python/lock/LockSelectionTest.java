package io.github.lambdalayer.python.lock;

import static io.github.lambdalayer.python.lock.Locks.NUMPY_312_ARM;
import static io.github.lambdalayer.python.lock.Locks.NUMPY_312_X86;
import static io.github.lambdalayer.python.lock.Locks.NUMPY_313_X86;
import static io.github.lambdalayer.python.lock.Locks.PYTHON_312_ARM;
import static io.github.lambdalayer.python.lock.Locks.PYTHON_312_X86;
import static io.github.lambdalayer.python.lock.Locks.PYTHON_313_X86;
import static io.github.lambdalayer.python.lock.Locks.SIX;
import static io.github.lambdalayer.python.lock.Locks.edited;
import static io.github.lambdalayer.python.lock.Locks.input;
import static io.github.lambdalayer.python.lock.Locks.lock;
import static io.github.lambdalayer.python.lock.Locks.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.target.PythonTarget;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockSelectionTest {

    @TempDir
    private Path folder;

    @Test
    void lockForAnotherPythonIsRefused() {
        assertBlock(small(), PYTHON_313_X86, """
                pylock.toml is for Python >=3.12,<3.13, but the layer is for python3.13 on x86_64 (glibc 2.34).
                hint: mvn lambda-layer:lock
                see problems.html#lock-python""");
    }

    @Test
    void packageForAnotherPythonIsRefused() {
        assertBlock(
                edited(
                        folder,
                        "name = \"six\"\nversion = \"1.17.0\"\nrequires-python = \">=3.9\"",
                        "name = \"six\"\nversion = \"1.17.0\"\nrequires-python = \">=3.13\""),
                PYTHON_312_X86,
                "pylock.toml: six 1.17.0 is for Python >=3.13, but the layer is for python3.12 on x86_64 (glibc 2.34)."
                        + "\nhint: mvn lambda-layer:lock\nsee problems.html#lock-python");
    }

    @Test
    void lockForAnotherMachineIsRefused() {
        assertBlock(small(), PYTHON_312_ARM, """
                None of the environments of pylock.toml is python3.12 on arm64 (glibc 2.34).
                hint: mvn lambda-layer:lock
                see problems.html#lock-environment""");
    }

    @Test
    void twoEntriesThatCountAreRefused() {
        assertBlock(
                edited(
                        folder,
                        "name = \"python-dateutil\"\nversion = \"2.9.0\"",
                        "name = \"six\"\nversion = \"1.16.0\"\nrequires-python = \">=3.9\"\nwheels = [\n"
                                + "    { url = \"https://files.example/six-1.16.0-py2.py3-none-any.whl\","
                                + " hashes = { sha256 = \"" + "c".repeat(64) + "\" } },\n]\n\n"
                                + "[[packages]]\nname = \"python-dateutil\"\nversion = \"2.9.0\""),
                PYTHON_312_X86,
                "pylock.toml has two entries of six that count for python3.12 on x86_64 (glibc 2.34): six 1.16.0"
                        + " (packages[0]) and six 1.17.0 (packages[2]).\n"
                        + "hint: mvn lambda-layer:lock\nsee problems.html#lock-ambiguous");
    }

    @Test
    void packageWithoutAWheelThatFitsIsToldWithItsNearestMisfits() {
        PythonTarget old = PythonTarget.linux("3.12.3", "x86_64", 12);
        Pylock lock = lock(
                input(PYTHON_312_ARM, NUMPY_312_ARM),
                input(PYTHON_312_X86, NUMPY_312_X86),
                input(PYTHON_313_X86, NUMPY_313_X86));
        assertBlock(
                lock,
                old,
                "pylock.toml has no wheel of numpy 2.1.3 for python3.12 on x86_64 (glibc 2.12):\n"
                        + "  " + NUMPY_312_X86 + ": it needs glibc 2.17, the runtime has 2.12\n"
                        + "  " + NUMPY_313_X86 + ": it is for cp313, wanted cp312\n"
                        + "  " + NUMPY_312_ARM + ": it is for aarch64, wanted x86_64\n\n"
                        + "hint: mvn lambda-layer:lock\nsee problems.html#lock-no-wheel");
    }

    @Test
    void packageWhoseMarkerDoesNotHoldIsPassedOver() {
        Pylock lock = edited(
                folder,
                "version = \"1.17.0\"\nrequires-python = \">=3.9\"",
                "version = \"1.17.0\"\nrequires-python = \">=4\"\nmarker = \"sys_platform == 'win32'\"");
        assertThat(lock.select(LockChoice.of(PYTHON_312_X86)))
                .extracting(Object::toString)
                .doesNotContain(SIX);
    }

    private static void assertBlock(Pylock lock, PythonTarget target, String block) {
        assertThatThrownBy(() -> lock.select(LockChoice.of(target)))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo(block);
    }
}
