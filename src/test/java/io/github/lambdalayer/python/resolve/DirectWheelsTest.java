package io.github.lambdalayer.python.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.version.PreReleases;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wheels that requirements name by their address (PEP 508), and what they stand in the place of. */
class DirectWheelsTest extends Failing {

    private static final String SHA256 = "#sha256=" + "0123456789abcdef".repeat(4);
    private static final String SIX = "six @ https://files.example/six-1.0-py3-none-any.whl";

    private Resolution resolve(ResolveRequest request) {
        return new Resolver(index).resolve(request);
    }

    private List<String> chosen(String... requirements) {
        return names(resolve(asking(requirements)));
    }

    private static List<String> names(Resolution resolution) {
        return resolution.packages().stream().map(ResolvedPackage::toString).toList();
    }

    @Test
    void theWheelOfTheAddressIsTakenAndWhatItNeedsComesFromTheIndex() {
        index.release("six", "1.0").requires("b>=1");
        index.release("six", "2.0");
        index.release("b", "1.5");
        Resolution resolution = resolve(asking(SIX + SHA256));
        assertThat(names(resolution)).containsExactly("b==1.5", "six==1.0");
        ResolvedPackage six = resolution.find(PackageName.of("six")).orElseThrow();
        assertThat(six.wheel().url()).hasToString("https://files.example/six-1.0-py3-none-any.whl");
        assertThat(six.wheel().sha256()).isEqualTo("0123456789abcdef".repeat(4));
        assertThat(six.wheel().index()).isEmpty();
    }

    @Test
    void extrasOfItAreFollowed() {
        index.release("six", "1.0").extra("more", "b");
        index.release("b", "1.0");
        assertThat(chosen("six[more] @ https://files.example/six-1.0-py3-none-any.whl" + SHA256))
                .containsExactly("b==1.0", "six==1.0");
    }

    @Test
    void nameInAnAddressIsDecodedOnce() {
        index.release("six", "1.0+local");
        assertThat(chosen("six @ https://files.example/six-1.0%2Blocal-py3-none-any.whl" + SHA256))
                .containsExactly("six==1.0+local");
    }

    @Test
    void whoeverElseNeedsThePackageMustBeContentWithIt() {
        index.release("six", "1.0");
        index.release("six", "2.0");
        index.release("a", "1.0").requires("six>=0.9");
        index.release("c", "1.0").requires("six>=2");
        assertThat(chosen("a", SIX + SHA256)).containsExactly("a==1.0", "six==1.0");
        assertThat(block("c", SIX + SHA256)).isEqualTo("""
                        No release satisfies six>=2: the wheel that its address leads to is six 1.0.

                          because c==1.0 depends on six>=2
                          and your pom requires c

                        see problems.html#no-version""");
    }

    @Test
    void constraintsCountForItToo() {
        index.release("six", "1.0");
        assertThat(block(asking(SIX + SHA256).withConstraints(List.of(Requirement.parse("six>=2")))))
                .isEqualTo("""
                        The constraint six>=2 excludes six==1.0.

                          because your pom requires six @ https://files.example/six-1.0-py3-none-any.whl

                        hint: widen the constraint on six
                        see problems.html#constrained""");
    }

    @Test
    void packageMayNameTheAddressThatTheUserNames() {
        index.release("six", "1.0");
        index.release("a", "1.0").requires(SIX);
        assertThat(chosen("a", SIX + SHA256)).containsExactly("a==1.0", "six==1.0");
    }

    @Test
    void packageMayNotNameAnotherAddress() {
        index.release("six", "1.0");
        index.release("a", "1.0").requires("six @ https://other.example/six-1.0-py3-none-any.whl");
        assertThat(block("a", SIX + SHA256))
                .contains("six is not available: a package may name an address only when you");
    }

    @Test
    void addressCountsWhereItsMarkerHolds() {
        index.release("six", "1.0");
        index.release("six", "2.0");
        assertThat(chosen(SIX + SHA256 + " ; python_version < '3.12'", "six ; python_version >= '3.12'"))
                .containsExactly("six==2.0");
        assertThat(chosen(SIX + SHA256 + " ; python_version >= '3.12'", "six ; python_version < '3.12'"))
                .containsExactly("six==1.0");
    }

    @Test
    void overrideMayNameAnAddressForWhatOthersNeed() {
        index.release("six", "1.0");
        index.release("six", "2.0");
        index.release("a", "1.0").requires("six>=2");
        assertThat(names(resolve(asking("a").withOverrides(List.of(Requirement.parse(SIX + SHA256))))))
                .containsExactly("a==1.0", "six==1.0");
    }

    @Test
    void preReleaseThatIsNamedByItsAddressIsWanted() {
        index.release("six", "2.0rc1");
        assertThat(names(resolve(asking("six @ https://files.example/six-2.0rc1-py3-none-any.whl" + SHA256)
                        .withPreReleases(PreReleases.DISALLOW))))
                .containsExactly("six==2.0rc1");
    }

    @Test
    void wheelThatDoesNotFitIsTold() {
        index.release("six", "1.0").tags("cp313-cp313-" + LINUX.replace("x86_64", "aarch64"));
        String file = "six-1.0-cp313-cp313-manylinux_2_17_aarch64.whl";
        assertThat(block("six @ https://files.example/" + file + SHA256)).isEqualTo("""
                        six==1.0 has no wheel for python3.13 on x86_64 (glibc 2.34): six-1.0-cp313-cp313-manylinux_2_17_aarch64.whl is for aarch64, wanted x86_64.

                          because your pom requires six @ https://files.example/six-1.0-cp313-cp313-manylinux_2_17_aarch64.whl

                        see problems.html#no-wheel""");
    }

    @Test
    void hintsLookAtTheIndexInstead() {
        index.release("six", "1.0").requires("b>=2");
        index.release("six", "3.0");
        index.release("b", "1.0");
        assertThat(failure(asking(SIX + SHA256)).hints()).contains("""
                six 3.0 instead of six @ https://files.example/six-1.0-py3-none-any.whl would fit the rest""");
    }

    @Test
    void twoAddressesForOnePackage() {
        RootRequirement other = new RootRequirement(
                Requirement.parse("six @ https://other.example/six-1.0-py3-none-any.whl" + SHA256),
                "requirements.txt, line 1");
        assertThat(block(asking().withRequirements(List.of(RootRequirement.ofPom(SIX + SHA256), other))))
                .isEqualTo("""
                        six is required from two addresses: six @ https://files.example/six-1.0-py3-none-any.whl (your pom) and six @ https://other.example/six-1.0-py3-none-any.whl (requirements.txt, line 1).
                        hint: leave one of them out, or tell with a marker when each counts: ; platform_machine == "aarch64"
                        see problems.html#url-requirement""");
    }

    @Test
    void twoDigestsForOneAddress() {
        RootRequirement other =
                new RootRequirement(Requirement.parse(SIX + "#sha256=" + "0".repeat(64)), "requirements.txt, line 1");
        assertThat(failure(asking().withRequirements(List.of(RootRequirement.ofPom(SIX + SHA256), other)))
                        .sentence())
                .isEqualTo("six is required with two digests: " + SIX + " (your pom) and " + SIX
                        + " (requirements.txt, line 1).");
    }

    @Test
    void queryMayHoldAToken() {
        assertThat(block("six @ https://files.example/six-1.0-py3-none-any.whl?token=canary" + SHA256))
                .isEqualTo("""
                        six @ https://files.example/six-1.0-py3-none-any.whl: its address may hold what is secret, and a lock and a log are for all to read.
                        hint: leave out a query; or name its host in <indexes> as <explicit>, and give the <server> of that id in settings.xml the user and the password
                        see problems.html#url-requirement""");
    }

    @Test
    void constraintThatNamesAnAddress() {
        assertThat(block(asking("six").withConstraints(List.of(Requirement.parse(SIX + SHA256)))))
                .isEqualTo("""
                        The constraint six @ https://files.example/six-1.0-py3-none-any.whl names an address, and constraints limit versions.
                        hint: require it instead, or name it among <overrides>
                        see problems.html#url-requirement""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            https://h.example/six-1.0.tar.gz | what is not a wheel would have to be built, and nothing is built here
            git+https://h.example/six.git | what is not a wheel would have to be built, and nothing is built here
            ftp://h.example/six-1.0-py3-none-any.whl | an address must be http, https or file
            libs/six-1.0-py3-none-any.whl | an address must be http, https or file
            https:///six-1.0-py3-none-any.whl | an address must be http, https or file
            https://h.example:0/six-1.0-py3-none-any.whl | its address names the port 0, and ports are 1 to 65535
            https://h.example/%zz/six-1.0-py3-none-any.whl | this is no address
            https://h.example/sex-1.0-py3-none-any.whl | this is a wheel of sex
            https://h.example/six-1.0-py3-none-any.whl | it has no digest, so nobody could tell whether the file is still the same
            file:six-1.0-py3-none-any.whl | this is no path of this machine
            file://server/six-1.0-py3-none-any.whl | this is no path of this machine
            https://h.example/six-1.0-py3-none-any.whl#sha256=12 | it has no digest, so nobody could tell whether the file is still the same
            """)
    void whatCannotBeUsed(String url, String why) {
        String shown = url.replace("#sha256=12", "");
        assertThat(failure(asking("six @ " + url)).sentence()).isEqualTo("six @ " + shown + ": " + why + ".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            git+https://h.example/six.git@0123 | git+https://h.example/six.git@0123
            https://h.example/six-1.0.tar.gz | https://h.example/six-1.0.tar.gz
            https://h.example/$(id).zip | <its address>
            """)
    void whatHasToBeBuiltIsNamedInACommand(String url, String built) {
        assertThat(failure(asking("six @ " + url)).hints())
                .containsExactly("build in an image of the runtime, name the folder of the wheel in <findLinks>, and"
                        + " require six without the address: pip wheel --no-deps " + built);
    }

    @Test
    void markerWithoutABlankIsPartOfTheAddress() {
        assertThat(failure(asking("six @ https://h.example/six-1.0-py3-none-any.whl;os_name=='nt'"))
                        .hints())
                .containsExactly("put a blank between the address and the semicolon of a marker");
    }

    @Test
    void placeOfARequirementIsTold() {
        RootRequirement root = new RootRequirement(Requirement.parse(SIX), "requirements.txt, line 7");
        assertThat(failure(asking().withRequirements(List.of(root))).sentence())
                .startsWith("requirements.txt, line 7: " + SIX + ": it has no digest");
    }

    @Test
    void badNameOfAWheel() {
        assertThat(failure(asking("six @ https://h.example/six-1.0.whl" + SHA256))
                        .sentence())
                .isEqualTo("\"six-1.0.whl\" is not the name of a wheel: it has 2 parts instead of 5 or 6.");
    }

    @Test
    void releasesAreThoseOfTheAddress() {
        index.release("six", "1.0");
        index.release("six", "2.0");
        assertThat(new Resolver(index).releases(asking(SIX + SHA256), PackageName.of("six")))
                .extracting(release -> release.version().toString())
                .containsExactly("1.0");
    }
}
