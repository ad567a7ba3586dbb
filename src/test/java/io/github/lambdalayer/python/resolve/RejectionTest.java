package io.github.lambdalayer.python.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.version.Specifiers;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectionTest {

    private static final PythonTarget PYTHON_38 = PythonTarget.linux("3.8.0", "x86_64", 26);

    private static IndexFile wheel(String tag) {
        return new MemoryRelease("pandas", "1.2.4").tags(tag).wheels().get(0);
    }

    private static String wrongTag(String tag) {
        IndexFile wheel = wheel(tag);
        return new Rejection.WrongTag(
                        wheel, PYTHON_38.tags().match(wheel.filename().tags()))
                .because();
    }

    @Test
    void aWrongTagSaysWhatTheWheelIsForAndWhatIsWanted() {
        assertThat(wrongTag("cp38-cp38-manylinux1_i686")).isEqualTo("it is for i686, wanted x86_64");
        assertThat(wrongTag("cp39-cp39-manylinux1_x86_64")).isEqualTo("it is for cp39, wanted cp38");
        assertThat(wrongTag("cp38-cp38-manylinux_2_28_x86_64")).isEqualTo("it needs glibc 2.28, the runtime has 2.26");
    }

    @Test
    void anotherPython() {
        Rejection rejection = new Rejection.RequiresPython(wheel("py3-none-any"), Specifiers.parse(">=3.9"), "3.8.0");
        assertThat(rejection.because()).isEqualTo("it requires Python >=3.9, wanted 3.8.0");
    }

    @Test
    void yankedWithAndWithoutAReason() {
        assertThat(yanked("").because()).isEqualTo("it is yanked");
        assertThat(yanked("broken").because()).isEqualTo("it is yanked: broken");
    }

    private static Rejection yanked(String reason) {
        return new Rejection.Yanked(
                new MemoryRelease("demo", "1.0").yanked(reason).wheels().get(0));
    }

    @Test
    void theOtherReasons() {
        assertThat(new Rejection.NoWheel(List.of("a-1.tar.gz")).because())
                .isEqualTo("it has only a source distribution");
        assertThat(new Rejection.PreRelease().because()).isEqualTo("it is a pre-release, and the settings allow none");
        assertThat(new Rejection.Constrained(Requirement.parse("pandas<1")).because())
                .isEqualTo("the constraint pandas<1 excludes it");
        assertThat(new Rejection.BadMetadata(wheel("py3-none-any"), "it is about b 1").because())
                .isEqualTo("its metadata cannot be used: it is about b 1");
    }
}
