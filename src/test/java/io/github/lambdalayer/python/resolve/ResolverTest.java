package io.github.lambdalayer.python.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.index.ProjectStatus;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.version.PreReleases;
import io.github.lambdalayer.python.version.Version;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResolverTest {

    private static final PythonTarget PYTHON_313 = PythonTarget.linux("3.13.0", "x86_64", 34);

    private final MemoryIndex index = new MemoryIndex();

    private static ResolveRequest asking(String... requirements) {
        return ResolveRequest.of(
                Stream.of(requirements).map(RootRequirement::ofPom).toList(), PYTHON_313);
    }

    private static List<Requirement> parsed(String... requirements) {
        return Stream.of(requirements).map(Requirement::parse).toList();
    }

    private Resolution resolve(ResolveRequest request) {
        return new Resolver(index).resolve(request);
    }

    private List<String> chosen(ResolveRequest request) {
        return resolve(request).packages().stream()
                .map(ResolvedPackage::toString)
                .toList();
    }

    private List<String> chosen(String... requirements) {
        return chosen(asking(requirements));
    }

    private String wheel(String name, ResolveRequest request) {
        return resolve(request)
                .find(PackageName.of(name))
                .orElseThrow()
                .wheel()
                .filename()
                .text();
    }

    @Test
    void packagesAreSortedByNameAndKnowWhoNeedsThem() {
        index.release("zebra", "1.0").requires("ant", "bee");
        index.release("ant", "2.0").requires("bee");
        index.release("bee", "3.0");
        List<ResolvedPackage> packages = resolve(asking("zebra", "bee")).packages();
        assertThat(packages)
                .extracting(ResolvedPackage::toString)
                .containsExactly("ant==2.0", "bee==3.0", "zebra==1.0");
        assertThat(packages.get(1).requiredBy()).containsExactly(PackageName.of("ant"), PackageName.of("zebra"));
        assertThat(packages.get(2).dependencies()).containsExactly(PackageName.of("ant"), PackageName.of("bee"));
        assertThat(packages.get(2).requiredBy()).isEmpty();
        assertThat(packages.get(0).metadata().version()).isEqualTo(Version.parse("2.0"));
    }

    @Test
    void nothingIsRequired() {
        assertThat(chosen()).isEmpty();
    }

    @Test
    void markersAreJudgedForTheTargetNotForThisMachine() {
        index.release("a", "1.0")
                .requires(
                        "old; python_version < '3.13'",
                        "new; python_version >= '3.13'",
                        "win; sys_platform == 'win32'",
                        "arm; platform_machine == 'aarch64'");
        index.release("old", "1");
        index.release("new", "1");
        index.release("arm", "1");
        assertThat(chosen("a")).containsExactly("a==1.0", "new==1");
        assertThat(chosen(asking("a").withTarget(PythonTarget.linux("3.12.0", "aarch64", 34))))
                .containsExactly("a==1.0", "arm==1", "old==1");
        assertThat(chosen("a; sys_platform == 'win32'")).isEmpty();
    }

    @Test
    void aReleaseWithoutAFittingWheelIsPassedOver() {
        index.release("a", "1.0");
        index.release("a", "2.0").tags("cp312-cp312-manylinux_2_17_x86_64", "cp313-cp313-manylinux_2_17_aarch64");
        index.release("a", "3.0").onlySource();
        index.release("a", "4.0").python(">=3.14");
        index.release("a", "5.0").python("<3.13");
        index.release("a", "6.0").pythonInMetadata(">=3.14");
        index.release("a", "7.0").metadataOf("b");
        assertThat(chosen("a")).containsExactly("a==1.0");
    }

    @Test
    void theBestTagWinsThenTheHighestBuildThenTheName() {
        index.release("a", "1.0")
                .tags(
                        "py3-none-any",
                        "cp313-cp313-manylinux_2_17_x86_64",
                        "cp313-cp313-manylinux_2_28_x86_64",
                        "cp313-cp313-manylinux_2_35_x86_64");
        assertThat(wheel("a", asking("a"))).isEqualTo("a-1.0-cp313-cp313-manylinux_2_28_x86_64.whl");
        index.release("b", "1.0").tags("1-py3-none-any", "10-py3-none-any", "py3-none-any", "9-py3-none-any");
        assertThat(wheel("b", asking("b"))).isEqualTo("b-1.0-10-py3-none-any.whl");
        index.release("c", "1.0").tags("1-py2.py3-none-any", "1-py3-none-any");
        assertThat(wheel("c", asking("c"))).isEqualTo("c-1.0-1-py2.py3-none-any.whl");
    }

    @Test
    void theMetadataOfTheWheelThatIsTakenCounts() {
        index.release("a", "1.0");
        chosen("a");
        assertThat(index.asked()).containsOnly("a-1.0-py3-none-any.whl");
    }

    @Test
    void aPreReleaseIsTakenOnlyWhereNothingElseWillDo() {
        index.releases("a", List.of("1.0", "2.0rc1"));
        assertThat(chosen("a")).containsExactly("a==1.0");
        assertThat(chosen("a>=1.0rc1")).containsExactly("a==1.0");
        assertThat(chosen("a>1.0")).containsExactly("a==2.0rc1");
        assertThat(chosen(asking("a").withPreReleases(PreReleases.ALLOW))).containsExactly("a==2.0rc1");
        assertThat(chosen(asking("a").withPreReleases(PreReleases.DISALLOW))).containsExactly("a==1.0");
        index.releases("b", List.of("1.0.dev1", "1.0a1"));
        assertThat(chosen("b")).containsExactly("b==1.0a1");
    }

    @Test
    void aPreReleaseIsTakenWhereEveryOtherReleaseIsInConflict() {
        index.release("a", "1.0").requires("c==1");
        index.release("a", "2.0rc1").requires("c==2");
        index.releases("c", List.of("1", "2"));
        assertThat(chosen("c==2", "a")).containsExactly("a==2.0rc1", "c==2");
    }

    @Test
    void aYankedReleaseIsTakenWhereTheUserPinsIt() {
        index.release("a", "1.0");
        index.release("a", "2.0").yanked("wrong name inside");
        assertThat(chosen("a")).containsExactly("a==1.0");
        Resolution pinned = resolve(asking("a==2.0"));
        assertThat(pinned.packages()).hasToString("[a==2.0]");
        assertThat(pinned.warnings()).containsExactly("a 2.0 is yanked: wrong name inside");
        assertThat(chosen("a===2.0")).containsExactly("a==2.0");
    }

    @Test
    void reasonsOfAnIndexAreOneLineOfPlainText() {
        index.release("a", "2.0").yanked("gone\n[INFO] \u001b[2Jall is well");
        index.change("a", page -> with(page, new ProjectStatus(ProjectStatus.Marker.DEPRECATED, "use\nb")));
        assertThat(resolve(asking("a==2.0")).warnings())
                .containsExactly(
                        "a 2.0 is yanked: gone\\u000a[INFO] \\u001b[2Jall is well",
                        "a is deprecated on pypi: use\\u000ab");
    }

    @Test
    void aYankedReleaseIsTakenWhereTheLockHasIt() {
        index.release("a", "1.0");
        index.release("a", "2.0").yanked("");
        Resolution locked = resolve(asking("a").withPreferred(Map.of(PackageName.of("a"), Version.parse("2.0"))));
        assertThat(locked.packages()).hasToString("[a==2.0]");
        assertThat(locked.warnings()).containsExactly("a 2.0 is yanked.");
    }

    @Test
    void anUnyankedFileOfTheSameVersionIsBetterThanAYankedOne() {
        index.release("a", "1.0").tags("cp313-cp313-manylinux_2_17_x86_64").yanked("");
        index.release("a", "1.0");
        assertThat(wheel("a", asking("a==1.0"))).isEqualTo("a-1.0-py3-none-any.whl");
    }

    @Test
    void preferredVersionsComeFirstWhereTheyWouldDo() {
        index.releases("a", List.of("1.0", "2.0", "3.0"));
        Map<PackageName, Version> preferred = Map.of(PackageName.of("a"), Version.parse("2.0.0"));
        assertThat(chosen(asking("a").withPreferred(preferred))).containsExactly("a==2.0");
        assertThat(chosen(asking("a>2").withPreferred(preferred))).containsExactly("a==3.0");
    }

    @Test
    void theLowestAreTakenWhereThatIsTheStrategy() {
        index.releases("a", List.of("0.9rc1", "1.0", "2.0"), "b");
        index.releases("b", List.of("1.0", "2.0"));
        assertThat(chosen(asking("a").withStrategy(Strategy.LOWEST))).containsExactly("a==1.0", "b==1.0");
        assertThat(chosen(asking("a").withStrategy(Strategy.LOWEST_DIRECT))).containsExactly("a==1.0", "b==2.0");
        assertThat(chosen(asking("a").withStrategy(Strategy.HIGHEST))).containsExactly("a==2.0", "b==2.0");
    }

    @Test
    void constraintsRestrictAndNeverAdd() {
        index.releases("a", List.of("1.0", "2.0"));
        index.releases("b", List.of("1.0"));
        assertThat(chosen(asking("a").withConstraints(parsed("a<2", "b==1.0")))).containsExactly("a==1.0");
        assertThat(chosen(asking("a").withConstraints(parsed("a<2; python_version < '3'"))))
                .containsExactly("a==2.0");
    }

    @Test
    void overridesStandInForWhatPackagesAndTheUserAskFor() {
        index.release("a", "1.0").requires("b<2; python_version >= '3'", "c; python_version < '3'");
        index.releases("b", List.of("1.0", "2.0"));
        index.releases("c", List.of("1.0"));
        assertThat(chosen(asking("a").withOverrides(parsed("b>=2", "c==1.0")))).containsExactly("a==1.0", "b==2.0");
        assertThat(chosen(asking("b<2").withOverrides(parsed("b>=2")))).containsExactly("b==2.0");
        assertThat(chosen(asking("a").withOverrides(parsed("b>=2; sys_platform == 'win32'"))))
                .containsExactly("a==1.0");
    }

    @Test
    void excludedPackagesAreLeftOutWithAllThatOnlyTheyNeed() {
        index.release("a", "1.0").requires("boto", "b");
        index.release("boto", "1.0").requires("core", "b");
        index.release("core", "1.0");
        index.release("b", "1.0");
        ResolveRequest request = asking("a", "boto").withExcluded(Set.of(PackageName.of("boto")));
        assertThat(chosen(request)).containsExactly("a==1.0", "b==1.0");
        assertThat(resolve(request).packages().get(0).dependencies()).containsExactly(PackageName.of("b"));
    }

    @Test
    void extrasBringWhatTheyNeed() {
        index.release("a", "1.0").requires("b").extra("Fast_IO", "c>=2").extra("all", "a[fast-io]", "d");
        index.releases("b", List.of("1"));
        index.releases("c", List.of("1", "2"));
        index.releases("d", List.of("1"));
        assertThat(chosen("a")).containsExactly("a==1.0", "b==1");
        assertThat(chosen("a[fast.io]")).containsExactly("a==1.0", "b==1", "c==2");
        assertThat(chosen("a[ALL]")).containsExactly("a==1.0", "b==1", "c==2", "d==1");
        assertThat(resolve(asking("a[all]"))
                        .find(PackageName.of("a"))
                        .orElseThrow()
                        .dependencies())
                .containsExactly(PackageName.of("b"), PackageName.of("c"), PackageName.of("d"));
    }

    @Test
    void anExtraThatAReleaseDoesNotHaveIsAWarning() {
        index.release("a", "1.0").extra("x", "b");
        index.release("a", "2.0");
        Resolution resolution = resolve(asking("a[x,y]"));
        assertThat(resolution.packages()).hasToString("[a==2.0]");
        assertThat(resolution.warnings()).containsExactly("a 2.0 has no extra \"x\".", "a 2.0 has no extra \"y\".");
        index.release("a", "3.0").extra("z", "b").extra("w", "b");
        assertThat(resolve(asking("a[x]")).warnings()).containsExactly("a 3.0 has no extra \"x\": it has w, z.");
    }

    @Test
    void aReleaseThatNeedsWhatDoesNotExistIsPassedOver() {
        index.release("a", "1.0");
        index.release("a", "2.0").requires("missing");
        index.release("a", "3.0").requires("b @ https://example.org/b-1.0-py3-none-any.whl");
        index.release("b", "1.0");
        assertThat(chosen("a")).containsExactly("a==1.0");
    }

    @Test
    void anOverrideMendsAnUrlInAPackagesMetadata() {
        index.release("a", "3.0").requires("b @ https://example.org/b-1.0-py3-none-any.whl");
        index.release("b", "1.0");
        assertThat(chosen(asking("a").withOverrides(parsed("b==1.0")))).containsExactly("a==3.0", "b==1.0");
    }

    @Test
    void whatTheIndexSaysOfAProjectIsPassedOn() {
        index.release("a", "1.0");
        index.release("b", "1.0");
        index.change("a", page -> with(page, new ProjectStatus(ProjectStatus.Marker.DEPRECATED, "use b")));
        index.change("b", page -> with(page, new ProjectStatus(ProjectStatus.Marker.ARCHIVED, "")));
        assertThat(resolve(asking("a", "b")).warnings())
                .containsExactly("a is deprecated on pypi: use b", "b is archived on pypi.");
    }

    private static ProjectPage with(ProjectPage page, ProjectStatus status) {
        return new ProjectPage(
                page.name(),
                page.index(),
                page.shownUrl(),
                page.wheels(),
                page.otherFiles(),
                status,
                0,
                List.of(),
                List.of());
    }

    @Test
    void equalVersionsAreOneReleaseHoweverTheyAreWritten() {
        index.release("a", "1.0");
        index.release("a", "1.0.0").tags("cp313-cp313-manylinux_2_17_x86_64");
        assertThat(wheel("a", asking("a==1"))).isEqualTo("a-1.0.0-cp313-cp313-manylinux_2_17_x86_64.whl");
    }

    @Test
    void aReleaseWhoseMarkersCannotBeJudgedIsPassedOver() {
        index.release("a", "1.0");
        index.release("a", "2.0").requires("b; sys_platform >= 'linux'");
        assertThat(chosen("a")).containsExactly("a==1.0");
    }

    @Test
    void allReleasesCanBeJudgedWithoutResolving() {
        index.release("a", "1.0").onlySource();
        index.release("a", "2.0");
        index.release("a", "3.0").tags("py3-none-win_amd64", "cp312-cp312-manylinux_2_17_x86_64");
        List<JudgedRelease> releases = new Resolver(index).releases(asking("a"), PackageName.of("a"));
        assertThat(releases).hasToString("[3.0, 2.0, 1.0]");
        assertThat(releases.get(0).rejections())
                .extracting(Rejection::because)
                .containsExactly("it is for cp312, wanted cp313", "it is for Windows, wanted Linux with glibc");
        assertThat(releases.get(1).wheel()).map(Object::toString).contains("a-2.0-py3-none-any.whl");
        assertThat(releases.get(2).rejections()).containsExactly(new Rejection.NoWheel(List.of("a-1.0.tar.gz")));
        assertThat(new Resolver(index).releases(asking("a"), PackageName.of("missing")))
                .isEmpty();
    }
}
