package io.github.lambdalayer.python.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.index.ProjectStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What users read where something does not exist, word for word. */
class NothingSatisfiesTest extends Failing {

    @Test
    void aNameThatNoIndexKnows() {
        index.release("numpy", "2.0");
        assertThat(block("numpy", "nunpy")).isEqualTo("""
                        There is no nunpy on https://index.example/simple/.

                          because your pom requires nunpy

                        hint: did you mean numpy?
                        see problems.html#not-found""");
    }

    @Test
    void aNameThatAPackageAsksForAndNoIndexKnows() {
        index.release("a", "1.0");
        index.release("a", "2.0").requires("b");
        index.release("b", "1.0").requires("missing>=3");
        assertThat(block("a>=2")).isEqualTo("""
                        There is no missing on https://index.example/simple/.

                          because b==1.0 depends on missing>=3
                          and a>=2 depends on b
                          and your pom requires a>=2

                        hint: a 1.0 instead of a>=2 would fit the rest
                        see problems.html#not-found""");
    }

    @Test
    void aProjectInQuarantine() {
        index.empty("a");
        index.change(
                "a",
                page -> new ProjectPage(
                        page.name(),
                        page.index(),
                        page.shownUrl(),
                        List.of(),
                        List.of(),
                        new ProjectStatus(ProjectStatus.Marker.QUARANTINED, "malware"),
                        0,
                        List.of(),
                        List.of()));
        assertThat(block("a")).isEqualTo("""
                        a is in quarantine on pypi (malware).

                          because your pom requires a

                        hint: do without it until its index has found out whether it does harm
                        see problems.html#not-found""");
    }

    @Test
    void aProjectWithoutReleases() {
        index.empty("a");
        assertThat(block("a")).isEqualTo("""
                        a has no file on pypi.

                          because your pom requires a

                        hint: check the spelling, or name the index that has it in <indexes>
                        see problems.html#not-found""");
    }

    @Test
    void filesThatAreTooNew() {
        index.empty("a");
        index.change(
                "a",
                page -> new ProjectPage(
                        page.name(),
                        page.index(),
                        page.shownUrl(),
                        List.of(),
                        List.of(),
                        page.status(),
                        3,
                        List.of(),
                        List.of()));
        assertThat(block("a")).isEqualTo("""
                        a has no file on pypi that is old enough for the settings.

                          because your pom requires a

                        hint: set <uploadedPriorTo> to a later time, or leave it out
                        see problems.html#not-found""");
    }

    @Test
    void wheelsThatAreTooNewAreCountedWhereTheRestWillNotDo() {
        index.release("a", "1.0").tags().source();
        index.change(
                "a",
                page -> new ProjectPage(
                        page.name(),
                        page.index(),
                        page.shownUrl(),
                        page.wheels(),
                        page.otherFiles(),
                        page.status(),
                        3,
                        List.of(),
                        List.of()));
        assertThat(block("a")).endsWith("hint: <uploadedPriorTo> leaves out 3 wheels of a\nsee problems.html#no-wheel");
    }

    @Test
    void aSpecifierThatNoReleaseSatisfies() {
        index.releases("a", List.of("1.0", "1.5", "2.0"));
        assertThat(block("a>2")).isEqualTo("""
                        No release satisfies a>2: the releases of a go from 1.0 to 2.0.

                          because your pom requires a>2

                        hint: a 2.0 is the newest release with a wheel for python3.13
                        see problems.html#no-version""");
        assertThat(block("a<1")).contains("hint: a 1.0 is the oldest release with a wheel for python3.13");
    }

    @Test
    void anIndexThatWasNotAskedIsNamed() {
        index.release("a", "1.0");
        index.change(
                "a",
                page -> new ProjectPage(
                        page.name(),
                        "findLinks",
                        page.shownUrl(),
                        page.wheels(),
                        List.of(),
                        page.status(),
                        0,
                        List.of(),
                        List.of("https://pypi.org/simple/")));
        assertThat(block("a>2")).isEqualTo("""
                        No release satisfies a>2: the only release of a is 1.0.

                          because your pom requires a>2

                        hint: a 1.0 is the only release with a wheel for python3.13
                        hint: a was found in findLinks, so https://pypi.org/simple/ was not asked
                        see problems.html#no-version""");
    }

    @Test
    void aPackageThatAsksForAUrl() {
        index.release("a", "1.0").requires("b @ https://example.org/b-1.0-py3-none-any.whl");
        index.release("b", "1.0");
        assertThat(block("a")).isEqualTo("""
                        b is not available: a package may name an address only when you name it, too.

                          because a==1.0 depends on b @ https://example.org/b-1.0-py3-none-any.whl
                          and your pom requires a

                        hint: name a release of b among <overrides>, or require b @ https://example.org/b-1.0-py3-none-any.whl#sha256=… yourself
                        see problems.html#url-requirement""");
    }

    @Test
    void everyAddressWithASecretIsToldAtOnce() {
        String url = "https://user:secret@example.org/";
        assertThat(block("a @ " + url + "a-1.0-py3-none-any.whl", "b @ " + url + "b-1.0-py3-none-any.whl"))
                .isEqualTo("""
                        2 problems:

                        a @ https://***@example.org/a-1.0-py3-none-any.whl: its address may hold what is secret, and a lock and a log are for all to read.

                        b @ https://***@example.org/b-1.0-py3-none-any.whl: its address may hold what is secret, and a lock and a log are for all to read.

                        hint: leave out a query; or name its host in <indexes> as <explicit>, and give the <server> of that id in settings.xml the user and the password
                        see problems.html#url-requirement""");
    }

    @Test
    void aNameThatIsLikeNoOther() {
        assertThat(failure(asking("missing")).hints())
                .containsExactly("check the spelling, or name the index that has it in <indexes>");
    }
}
