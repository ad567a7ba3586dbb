package io.github.lambdalayer.python.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What users read where requirements exclude each other, word for word. */
class ConflictTest extends Failing {

    @Test
    void requirementsThatExcludeEachOther() {
        index.releases("a", List.of("1.0", "2.0"), "b>=2");
        index.releases("b", List.of("1.0", "2.0", "3.0"));
        assertThat(block("a", "b<2")).isEqualTo("""
                        The requirements cannot be satisfied together for python3.13 on x86_64 (glibc 2.34).

                          Because every release of a depends on b>=2 and your pom requires a, b>=2 is required.
                          And because your pom requires b<2, the requirements cannot be satisfied.

                        hint: b 3.0 instead of b<2 would fit the rest
                        see problems.html#no-solution""");
    }

    /** To give up the pin of a means to look at each of its releases, which is more than a hint is worth. */
    @Test
    void whatIsTooMuchWorkLeavesTimeForTheOtherHint() {
        for (int i = 1; i <= 400; i++) {
            index.release("a", i + ".0").requires("b==" + i + ".0");
            index.release("b", i + ".0");
        }
        assertThat(block("a==400", "b==1")).endsWith("""

                        hint: b 400.0 instead of b==1 would fit the rest
                        see problems.html#no-solution""");
    }

    @Test
    void requirementsWithoutVersionsThatExcludeEachOther() {
        index.releases("a", List.of("1.0"), "c==1");
        index.releases("b", List.of("1.0"), "c==2");
        index.releases("c", List.of("1", "2"));
        assertThat(block("a", "b")).isEqualTo("""
                        The requirements cannot be satisfied together for python3.13 on x86_64 (glibc 2.34).

                          Because a==1.0 depends on c==1 and b==1.0 depends on c==2, a==1.0 and b==1.0 cannot be used together.
                          And because your pom requires a and b, the requirements cannot be satisfied.

                        hint: without a the rest can be resolved
                        hint: without b the rest can be resolved
                        see problems.html#no-solution""");
    }

    @Test
    void releasesThatCannotBeUsedTakePartInADerivation() {
        index.release("a", "1.0").requires("b==1.0");
        index.release("a", "2.0").tags("cp312-cp312-" + LINUX);
        index.release("a", "3.0").tags("cp312-cp312-" + LINUX);
        index.releases("b", List.of("1.0", "2.0"));
        assertThat(failure(asking("a", "b>=2")).sentence()).isEqualTo("""
                        The requirements cannot be satisfied together for python3.13 on x86_64 (glibc 2.34).

                          Because a>=2.0 has no wheel for python3.13 on x86_64 (glibc 2.34) and a==1.0 depends on b==1.0, every release of a needs b==1.0.
                          And because your pom requires a and b>=2, the requirements cannot be satisfied.""");
    }

    @Test
    void extrasThatExcludeEachOther() {
        index.release("a", "1.0").extra("x", "b==1").extra("y", "b==2");
        index.releases("b", List.of("1", "2"));
        assertThat(failure(asking("a[x,y]")).sentence()).isEqualTo("""
                        The requirements cannot be satisfied together for python3.13 on x86_64 (glibc 2.34).

                          Because a[x]==1.0 depends on b==1 and a[y]==1.0 depends on b==2, a[x,y]==1.0 cannot be used.
                          And because your pom requires a[x,y], the requirements cannot be satisfied.""");
    }
}
