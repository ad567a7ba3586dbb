package io.github.lambdalayer.python.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.version.PreReleases;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users read where the releases that would do cannot be used, word for word. */
class FailureTest extends Failing {

    @Test
    void wheelsForOtherPythons() {
        index.release("pandas", "1.2.4")
                .tags("cp37-cp37m-" + LINUX, "cp38-cp38-" + LINUX, "cp39-cp39-" + LINUX, "cp39-cp39-win_amd64")
                .source();
        index.release("pandas", "2.2.3").tags("cp313-cp313-" + LINUX, "cp312-cp312-" + LINUX);
        index.release("pandas", "2.3.0").tags("cp313-cp313-" + LINUX);
        others.addAll(List.of(
                new OtherRuntime(PythonTarget.linux("3.12.0", "x86_64", 34), "set <runtime>python3.12</runtime>"),
                new OtherRuntime(
                        PythonTarget.linux("3.9.0", "x86_64", 26),
                        "set <runtime>python3.9</runtime>, which AWS no longer patches")));
        assertThat(block("pandas==1.2.4")).isEqualTo("""
                        pandas==1.2.4 has no wheel for python3.13 on x86_64 (glibc 2.34): its wheels are for cp37, cp38 and cp39.

                          because your pom requires pandas==1.2.4

                        hint: pandas 2.2.3 is the oldest release with a wheel for python3.13
                        hint: or set <runtime>python3.9</runtime>, which AWS no longer patches
                        see problems.html#no-wheel""");
    }

    @Test
    void aWheelForAnotherMachineIsNamed() {
        index.release("pandas", "1.2.4").tags("cp38-cp38-manylinux1_i686");
        ResolveRequest request = asking("pandas==1.2.4").withTarget(PythonTarget.linux("3.8.0", "x86_64", 26));
        assertThat(block(request)).isEqualTo("""
                        pandas==1.2.4 has no wheel for python3.8 on x86_64 (glibc 2.26): \
                        pandas-1.2.4-cp38-cp38-manylinux1_i686.whl is for i686, wanted x86_64.

                          because your pom requires pandas==1.2.4

                        see problems.html#no-wheel""");
    }

    @Test
    void wheelsForANewerGlibc() {
        index.release("a", "1.0").tags("cp313-cp313-manylinux_2_35_x86_64", "cp313-cp313-manylinux_2_39_x86_64");
        assertThat(failure(asking("a")).sentence())
                .startsWith("a==1.0 has no wheel for python3.13 on x86_64 (glibc 2.34):"
                        + " its wheels need glibc 2.35 or newer.");
    }

    @Test
    void wheelsForAnotherBinaryInterfaceOrSystem() {
        index.release("a", "1.0").tags("cp313-cp313t-" + LINUX, "cp313-cp313td-" + LINUX);
        index.release("b", "1.0").tags("cp313-cp313-win_amd64", "cp313-cp313-macosx_11_0_arm64");
        index.release("c", "1.0").tags("cp313-cp313-manylinux_2_17_aarch64", "cp313-cp313-manylinux_2_17_ppc64le");
        assertThat(failure(asking("a")).sentence()).contains(": its wheels are for the ABI cp313t and cp313td.");
        assertThat(failure(asking("b")).sentence()).contains(": its wheels are for Windows and macOS.");
        assertThat(failure(asking("c")).sentence()).contains(": its wheels are for aarch64 and ppc64le.");
    }

    @Test
    void noReleaseHasAFittingWheel() {
        Stream.of("2.7", "3.6", "3.7", "3.8", "3.9", "3.10", "3.11", "3.12")
                .map(v -> v.replace(".", ""))
                .forEach(v -> index.release("a", "1." + v).tags("cp" + v + "-cp" + v + "-" + LINUX));
        assertThat(failure(asking("a")).sentence())
                .startsWith("No release of a has a wheel for python3.13 on x86_64 (glibc 2.34):"
                        + " their wheels are for cp27 to cp312.");
    }

    @Test
    void wheelsForMoreThanOneKindOfPython() {
        Stream.of("cp26", "cp27", "cp33", "cp39", "cp310", "cp311", "pp36", "pp310")
                .forEach(python -> index.release("a", "1.0").tags(python + "-none-" + LINUX));
        assertThat(failure(asking("a")).sentence()).contains(": its wheels are for cp26 to cp311, pp36 and pp310.");
    }

    @Test
    void wheelsForOtherSystemsBesideASourceDistribution() {
        index.release("psycopg2", "2.7")
                .tags("cp27-cp27mu-" + LINUX, "cp36-cp36m-" + LINUX)
                .source();
        index.release("psycopg2", "2.9.12").tags("cp313-cp313-win_amd64").source();
        assertThat(block("psycopg2")).isEqualTo("""
                        No release of psycopg2 has a wheel for python3.13 on x86_64 (glibc 2.34): their wheels are for cp27 and cp36.

                          because your pom requires psycopg2

                        hint: require psycopg2-binary instead: it is the same code with wheels
                        hint: pip wheel --no-deps psycopg2==2.9.12 in an image of the runtime, then <findLinks>
                        see problems.html#no-wheel""");
    }

    @Test
    void onlyASourceDistribution() {
        index.release("pyspark", "4.0.0").onlySource();
        assertThat(block("pyspark")).isEqualTo("""
                        pyspark==4.0.0 has no wheel for python3.13 on x86_64 (glibc 2.34), only a source distribution.

                          because your pom requires pyspark

                        hint: pip wheel --no-deps pyspark==4.0.0 in an image of the runtime, then <findLinks>
                        see problems.html#no-wheel""");
    }

    @Test
    void onlyForOtherVersionsOfPython() {
        index.release("a", "1.0");
        index.release("a", "2.0").python("<3.13");
        assertThat(block("a>=2")).isEqualTo("""
                        a>=2 is not for Python 3.13.0 (Requires-Python <3.13).

                          because your pom requires a>=2

                        hint: a 1.0 is the only release with a wheel for python3.13
                        see problems.html#requires-python""");
    }

    @Test
    void whyAReleaseWasTakenBackForgesNoLine() {
        index.release("a", "1.0").yanked("bad\n[INFO] BUILD SUCCESS");
        assertThat(block("a")).startsWith("a==1.0 is yanked (bad\\u000a[INFO] BUILD SUCCESS).\n");
        assertThat(new Rejection.Yanked(index.page(PackageName.of("a"))
                                .orElseThrow()
                                .wheels()
                                .get(0))
                        .because())
                .isEqualTo("it is yanked: bad\\u000a[INFO] BUILD SUCCESS");
    }

    @Test
    void onlyYanked() {
        index.release("a", "1.0");
        index.release("a", "2.0").yanked("broken");
        assertThat(block("a>=2")).isEqualTo("""
                        a>=2 is yanked (broken).

                          because your pom requires a>=2

                        hint: a 1.0 is the only release with a wheel for python3.13
                        hint: require a==2.0 to take a yanked release all the same
                        see problems.html#yanked""");
    }

    @Test
    void onlyPreReleases() {
        index.releases("a", List.of("1.0rc1", "1.0rc2"));
        assertThat(block(asking("a").withPreReleases(PreReleases.DISALLOW))).isEqualTo("""
                        Every release of a is a pre-release, and the settings allow none.

                          because your pom requires a

                        hint: allow pre-releases with <prereleases>if-necessary</prereleases>
                        see problems.html#only-pre-releases""");
    }

    @Test
    void excludedByAConstraint() {
        index.releases("a", List.of("1.0", "2.0"));
        assertThat(block(asking("a>=2").withConstraints(List.of(Requirement.parse("a<2")))))
                .isEqualTo("""
                        The constraint a<2 excludes a>=2.

                          because your pom requires a>=2

                        hint: widen the constraint on a
                        see problems.html#constrained""");
    }

    @Test
    void unusableMetadata() {
        index.release("a", "1.0").metadataOf("b");
        assertThat(block("a")).isEqualTo("""
                        a==1.0 has metadata that cannot be used (it is about b 1.0).

                          because your pom requires a

                        see problems.html#unusable-metadata""");
    }

    @Test
    void severalReasons() {
        index.release("a", "1.0").onlySource();
        index.release("a", "2.0").tags("cp39-cp39-" + LINUX);
        index.release("a", "3.0").python(">=3.14");
        index.release("a", "4.0").yanked("");
        assertThat(block("a")).isEqualTo("""
                        No release of a can be used: 2 have no wheel for python3.13 on x86_64 (glibc 2.34), \
                        1 is for another Python and 1 is yanked.

                          because your pom requires a

                        hint: require a==4.0 to take a yanked release all the same
                        see problems.html#no-wheel""");
    }

    @Test
    void whatIsWrongWithMetadataIsToldInOneLine() {
        index.release("a", "1.0").requires("b >>= 2");
        assertThat(failure(asking("a")).sentence())
                .startsWith(
                        "a==1.0 has metadata that cannot be used (a-1.0-py3-none-any.whl: Requires-Dist: \"b >>= 2\" is"
                                + " not a requirement: expected a digit).\n");
    }

    @Test
    void anExtraThatCannotBeHad() {
        index.release("psycopg", "3.2").extra("c").requires("psycopg-c; extra == 'c'");
        index.release("psycopg-c", "3.2").onlySource();
        assertThat(block("psycopg[c]>=3")).contains("\nhint: psycopg>=3 instead of psycopg[c]>=3 would fit the rest\n");
    }
}
