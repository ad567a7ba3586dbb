package io.github.lambdalayer.python.lock;

import static io.github.lambdalayer.python.lock.Locks.PYPI;
import static io.github.lambdalayer.python.lock.Locks.PYTHON_312_ARM;
import static io.github.lambdalayer.python.lock.Locks.PYTHON_312_X86;
import static io.github.lambdalayer.python.lock.Locks.PYTHON_313_X86;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.target.PythonTarget;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Locks in the forms that {@code pip lock} and {@code uv export} write. */
class ForeignLockTest {

    private static final Pylock PIP = PylockReader.read(Path.of("src/test/resources/locks/pylock.pip.toml"));
    private static final Pylock UV = PylockReader.read(Path.of("src/test/resources/locks/pylock.uv.toml"));

    @Test
    void pipsWheelsAndDirectArchivesAreFiles() {
        assertThat(PIP.createdBy()).isEqualTo("pip");
        assertThat(names(PIP.select(LockChoice.of(PYTHON_312_X86))))
                .containsExactly(
                        "demo-1.2-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
                        "direct-3.0+cpu-py3-none-any.whl");
    }

    @Test
    void selectedFileHasAllThatTheLockSays() {
        IndexFile demo = UV.select(app(PYTHON_312_ARM)).get(0);
        assertThat(demo.filename().text()).isEqualTo("demo-1.2-cp312-cp312-manylinux_2_17_aarch64.whl");
        assertThat(demo.url()).hasToString("https://files.example/demo-1.2-cp312-cp312-manylinux_2_17_aarch64.whl");
        assertThat(demo.sha256()).isEqualTo("6".repeat(64));
        assertThat(demo.bytes()).isEqualTo(2001);
        assertThat(demo.uploadTime()).contains(Instant.parse("2024-12-04T17:35:26Z"));
        assertThat(demo.index()).isEqualTo("pypi");
    }

    @Test
    void wheelIsChosenByTheTagsOfTheTarget() {
        assertThat(names(UV.select(app(PYTHON_312_X86)))).containsExactly("demo-1.2-py3-none-any.whl");
        assertThat(names(UV.select(app(PYTHON_313_X86)))).containsExactly("demo-1.2-py3-none-any.whl");
    }

    @Test
    void extrasAndGroupsCountWhenTheyAreAskedFor() {
        LockChoice all =
                app(PYTHON_312_X86).withExtras(List.of(ExtraName.of("aws"))).withGroups(List.of(ExtraName.of("dev")));
        assertThat(names(UV.select(all)))
                .containsExactly("demo-1.2-py3-none-any.whl", "pytest-9.0-py3-none-any.whl", "s3-1-py3-none-any.whl");
    }

    @Test
    void extraAndGroupThatTheLockDoesNotHaveAreNamed() {
        assertThatThrownBy(() -> UV.select(app(PYTHON_312_X86).withExtras(List.of(ExtraName.of("gcp")))))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo("pylock.uv.toml has no extra gcp: it has aws.\nsee problems.html#lock-choice");
        assertThatThrownBy(() -> PIP.select(LockChoice.of(PYTHON_312_X86).withGroups(List.of(ExtraName.of("dev")))))
                .hasMessage("pylock.pip.toml has no group dev: it has none.");
    }

    @Test
    void packageThatWouldHaveToBeBuiltIsRefused() {
        assertThatThrownBy(() -> UV.select(LockChoice.of(PYTHON_312_X86)))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo("""
                        pylock.uv.toml has app only as a folder, and nothing is built here.
                        hint: leave it out with <excludedPackages>
                        hint: or build in an image of the runtime, and name the folder of the wheel in <findLinks>: pip wheel --no-deps .
                        see problems.html#lock-not-a-wheel""");
    }

    @Test
    void lockThatDoesNotFitIsForItsOwnToolToMend() {
        PythonTarget old = PythonTarget.linux("3.10.14", "x86_64", 26);
        assertThatThrownBy(() -> UV.select(app(old)))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo("""
                        pylock.uv.toml is for Python >=3.11, but the layer is for python3.10 on x86_64 (glibc 2.26).
                        hint: let uv lock for this runtime, or name the requirements in the pom: mvn lambda-layer:lock
                        see problems.html#lock-python""");
    }

    @Test
    void fileWithoutIndexGoesByItsHost() {
        List<IndexLocation> indexes = List.of(
                IndexLocation.of("pypi", "https://pypi.org/simple/"),
                IndexLocation.of("corp", "https://files.example/simple/"));
        assertThat(PIP.select(LockChoice.of(PYTHON_312_X86).withIndexes(indexes)))
                .extracting(IndexFile::index)
                .containsOnly("corp");
        assertThat(PIP.select(LockChoice.of(PYTHON_312_X86)))
                .extracting(IndexFile::index)
                .containsOnly("");
    }

    @Test
    void foreignLockDoesNotSayWhatItWasMadeFor() {
        assertThat(UV.spec()).isEqualTo(LockedSpec.NONE);
        assertThat(UV.differences(Locks.spec())).isEmpty();
    }

    private static LockChoice app(PythonTarget target) {
        return LockChoice.of(target).leavingOut(List.of(PackageName.of("app"))).withIndexes(PYPI);
    }

    private static List<String> names(List<IndexFile> files) {
        return files.stream().map(IndexFile::toString).toList();
    }
}
