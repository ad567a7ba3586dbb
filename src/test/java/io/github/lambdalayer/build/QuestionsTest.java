package io.github.lambdalayer.build;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.build.Contents.Layout;
import io.github.lambdalayer.explain.LayerAnswers;
import io.github.lambdalayer.explain.Subject;
import io.github.lambdalayer.lambda.Architecture;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.testing.FakeFile;
import io.github.lambdalayer.testing.FakeIndex;
import io.github.lambdalayer.testing.RecordingBuildLog;
import io.github.lambdalayer.testing.WheelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answers of the goals explain, outdated and tree, word by word. */
class QuestionsTest {

    private static final String TARGET = "python3.13 on x86_64 (glibc 2.34)";
    private static final String OLD = "2024-01-01T00:00:00Z";
    private static final String NEW = "2024-03-01T00:00:00Z";

    @TempDir
    private Path basedir;

    private final RecordingBuildLog log = new RecordingBuildLog();
    private final Ports ports = new Ports(IndexCredentials.NONE, Transfers.SILENT, log, "0.1.0");
    private final LayerBuild build = new LayerBuild(ports);
    private final Questions questions = new Questions(ports);

    @AutoClose
    private FakeIndex index;

    @BeforeEach
    void fillIndex() {
        index = FakeIndex.start();
        offer(
                OLD,
                wheel("frame", "1.0").requires("numbers>=1", "shy; python_version<'3.11'", "s3; extra=='aws'"),
                wheel("numbers", "1.0"),
                wheel("numbers", "1.1"),
                wheel("numbers", "1.2").tag("cp313-cp313-manylinux_2_39_x86_64"),
                wheel("numbers", "1.3rc1"),
                wheel("s3", "1.0"),
                wheel("strict", "1.0").requires("numbers<1.1"));
        offer(NEW, wheel("numbers", "1.4"));
    }

    @Test
    void packageThatIsInIsTracedToWhoRequiresIt() {
        assertThat(explain("numbers", layer("frame", "numbers<1.2")))
                .containsExactly(
                        "numbers 1.1 is in the layer for " + TARGET + ".",
                        "  its wheel is numbers-1.1-py3-none-any.whl, " + bytes("numbers", "1.1")
                                + ", from fake, uploaded at 2024-01-01T00:00:00Z",
                        "  nothing locks it: it was resolved just now",
                        "  your pom requires numbers<1.2",
                        "  frame 1.0 requires numbers>=1");
    }

    @Test
    void lockIsNamedWhereThereIsOne() {
        build.lock(layer("frame").spec(), Upgrade.NOTHING);
        assertThat(explain("numbers==1.1", layer("frame"))).contains("  pylock.toml locks it");
        assertThat(explain("numbers==1.0", layer("frame")))
                .containsExactly(
                        "numbers 1.0 is not in the layer for " + TARGET + "; numbers 1.1 is.",
                        "  it would fit, but pylock.toml locks 1.1");
    }

    @Test
    void versionThatFitsOnlyWithAnotherReleaseOfWhoAsksSaysWithWhich() {
        offer(OLD, wheel("strict", "2.0").requires("numbers>=1.1"));
        assertThat(explain("numbers==1.0", layer("strict")))
                .contains("  it would fit together with strict 1.0, but 1.1 is newer");
    }

    @Test
    void olderVersionThatWouldFitIsNotTheNewest() {
        assertThat(explain("numbers==1.0", layer("frame"))).contains("  it would fit, but 1.1 is newer");
        assertThat(explain("numbers==1.3rc1", layer("frame")))
                .contains("  it would fit, but it is a pre-release, and 1.1 is none");
    }

    @Test
    void versionThatClashesIsToldWithWhom() {
        assertThat(explain("numbers==1.1", layer("frame", "strict")))
                .containsExactly(
                        "numbers 1.1 is not in the layer for " + TARGET + "; numbers 1.0 is.",
                        "  The requirements cannot be satisfied together for " + TARGET + ".",
                        "    Because strict==1.0 depends on numbers<1.1 and your pom requires strict, numbers<1.1 is"
                                + " required.",
                        "    And because your question requires numbers==1.1, the requirements cannot be satisfied.");
    }

    @Test
    void wheelsThatDoNotFitAreTold() {
        assertThat(explain("numbers==1.2", layer("frame")))
                .containsExactly(
                        "numbers 1.2 is not in the layer for " + TARGET + "; numbers 1.1 is.",
                        "  numbers-1.2-cp313-cp313-manylinux_2_39_x86_64.whl needs glibc 2.39, the runtime has 2.34");
    }

    @Test
    void nearestWheelsComeFirst() {
        for (String tag : List.of(
                "cp311-cp311-manylinux_2_17_x86_64",
                "cp312-cp312-manylinux_2_17_x86_64",
                "cp313-cp313-macosx_11_0_arm64",
                "cp313-cp313-manylinux_2_17_aarch64",
                "cp313-cp313-manylinux_2_39_x86_64",
                "cp313-cp313-musllinux_1_2_x86_64",
                "cp313-cp313-win_amd64")) {
            offer(OLD, wheel("native", "2.0").tag(tag));
        }
        assertThat(explain("native==2.0", layer("frame")))
                .containsExactly(
                        "native 2.0 is not in the layer for " + TARGET + ".",
                        "  its wheels need glibc 2.39 or newer",
                        "  native-2.0-cp313-cp313-manylinux_2_39_x86_64.whl: it needs glibc 2.39, the runtime has 2.34",
                        "  native-2.0-cp311-cp311-manylinux_2_17_x86_64.whl: it is for cp311, wanted cp313",
                        "  native-2.0-cp312-cp312-manylinux_2_17_x86_64.whl: it is for cp312, wanted cp313",
                        "  native-2.0-cp313-cp313-manylinux_2_17_aarch64.whl: it is for aarch64, wanted x86_64",
                        "  native-2.0-cp313-cp313-macosx_11_0_arm64.whl: it is for macOS, wanted Linux with glibc",
                        "  and 2 more that do not fit",
                        "  nothing in the layer requires it");
    }

    @Test
    void versionThatIsTooNewOrThatIsNotThereIsTold() {
        assertThat(explain("numbers==1.4", layer("frame")))
                .contains("  it was uploaded at 2024-03-01T00:00:00Z, and <uploadedPriorTo> is 2024-02-01T00:00:00Z");
        assertThat(explain("numbers==9", layer("frame")))
                .contains("  there is no release 9 of numbers; its releases go from 1.0 to 1.4");
        assertThat(explain("nowhere==9", layer("frame"))).contains("  there is no wheel of nowhere on " + index.url());
    }

    @Test
    void yankedVersionAndVersionForAnotherPythonAreTold() {
        index.with(FakeFile.of(wheel("numbers", "1.5")).uploadTime(OLD).yanked("it lost data"));
        index.with(FakeFile.of(wheel("numbers", "1.6")).uploadTime(OLD).requiresPython(">=3.14"));
        assertThat(explain("numbers==1.5", layer("frame"))).contains("  it is yanked: it lost data");
        assertThat(explain("numbers==1.6", layer("frame")))
                .contains("  it requires Python >=3.14, wanted "
                        + TestSpecs.target("python3.13", Architecture.X86_64).pythonFullVersion());
    }

    @Test
    void requirementsThatDoNotCountAreTold() {
        assertThat(explain("shy", layer("frame")))
                .containsExactly(
                        "shy is not in the layer for " + TARGET + ".",
                        "  there is no wheel of shy on " + index.url(),
                        "  frame 1.0 requires shy; python_version < \"3.11\", which does not count on this target");
        assertThat(explain("s3", layer("frame")))
                .containsExactly(
                        "s3 is not in the layer for " + TARGET + ".",
                        "  frame 1.0 requires s3; extra == \"aws\", an extra that nothing asks for");
        assertThat(explain("s3", layer("frame[aws]"))).contains("  frame 1.0 requires s3; extra == \"aws\"");
    }

    @Test
    void excludedPackageAndPackageThatNobodyRequiresAreTold() {
        assertThat(explain("numbers", excluding("numbers")))
                .containsExactly(
                        "numbers is not in the layer for " + TARGET + ".",
                        "  <excludedPackages> leaves it out",
                        "  frame 1.0 requires numbers>=1");
        assertThat(explain("strict", layer("frame")))
                .containsExactly(
                        "strict is not in the layer for " + TARGET + ".", "  nothing in the layer requires it");
    }

    @Test
    void misspeltPackageIsRemindedOfTheOneThatIsMeant() {
        assertThat(explain("nubmers", layer("frame")))
                .containsExactly(
                        "nubmers is not in the layer for " + TARGET + ".",
                        "  there is no wheel of nubmers on " + index.url(),
                        "  did you mean numbers?",
                        "  nothing in the layer requires it");
        offer(OLD, wheel("farme", "1.0"));
        assertThat(explain("farme==1.0", layer("frame"))).contains("  did you mean frame?");
        assertThat(explain("stict", layer("strict", "numbers>=1.1"))).contains("  did you mean strict?");
        assertThat(explain("strict", layer("frame"))).noneMatch(line -> line.contains("did you mean"));
    }

    @Test
    void wheelIsExplainedByItsName() {
        offer(OLD, wheel("numbers", "1.1").tag("cp313-cp313-manylinux_2_17_x86_64"));
        String chosen = "numbers-1.1-cp313-cp313-manylinux_2_17_x86_64.whl";
        assertThat(explain(chosen, layer("frame"))).contains(chosen + " is in the layer for " + TARGET + ".");
        assertThat(explain("numbers-1.1-py3-none-any.whl", layer("frame")))
                .containsExactly(
                        "numbers-1.1-py3-none-any.whl is not in the layer for " + TARGET + "; " + chosen + " is.",
                        "  it fits, but " + chosen + " fits better");
        assertThat(explain("numbers-1.2-cp313-cp313-manylinux_2_39_x86_64.whl", layer("frame")))
                .contains("  it needs glibc 2.39, the runtime has 2.34");
        assertThat(explain("numbers-7-py3-none-any.whl", layer("frame")))
                .contains("  there is no such wheel on " + index.url());
        assertThat(explain("numbers-1.4-py3-none-any.whl", layer("frame")))
                .contains("  it was uploaded at 2024-03-01T00:00:00Z, and <uploadedPriorTo> is 2024-02-01T00:00:00Z");
        assertThat(explain("numbers-1.0-py3-none-any.whl", layer("frame")))
                .contains("  it would fit, but 1.1 is newer");
    }

    @Test
    void failureIsPartOfTheAnswer() {
        assertThat(explain("numbers", layer("strict", "numbers>=1.1")))
                .startsWith(
                        "numbers is not in the layer for " + TARGET + ".",
                        "  nothing can be chosen as it stands:",
                        "    The requirements cannot be satisfied together for " + TARGET + ".")
                .contains("  your pom requires numbers>=1.1");
    }

    @Test
    void explanationAsJson() {
        assertThat(LayerAnswers.json(List.of(questions.explain(layer("frame").spec(), Subject.parse("s3")))))
                .isEqualTo("""
                {
                  "layers" : [ {
                    "layer" : "data",
                    "targets" : [ {
                      "target" : "python3.13 on x86_64 (glibc 2.34)",
                      "about" : "s3",
                      "in" : false,
                      "sentence" : "s3 is not in the layer for python3.13 on x86_64 (glibc 2.34).",
                      "reasons" : [ ],
                      "requiredBy" : [ {
                        "by" : "frame 1.0",
                        "requirement" : "s3; extra == \\"aws\\""
                      } ]
                    } ]
                  } ]
                }
                """);
    }

    @Test
    void outdatedPackagesAreListedWithWhatFits() {
        build.lock(layer("frame", "numbers==1.0").spec(), Upgrade.NOTHING);
        relock();
        assertThat(questions.outdated(layer("frame", "numbers<1.2").spec()).lines())
                .containsExactly(
                        TARGET + ": 1 of 2 packages has a newer release.",
                        "  package  current  upgrade  fits  newest",
                        "  numbers  1.0      1.1      1.1   1.4",
                        "  numbers 1.4 does not fit: it was uploaded at 2024-03-01T00:00:00Z, and <uploadedPriorTo> is"
                                + " 2024-02-01T00:00:00Z");
        assertThat(LayerAnswers.json(
                        List.of(questions.outdated(layer("frame", "numbers<1.2").spec()))))
                .isEqualTo("""
                {
                  "layers" : [ {
                    "layer" : "data",
                    "targets" : [ {
                      "target" : "python3.13 on x86_64 (glibc 2.34)",
                      "packages" : 2,
                      "outdated" : [ {
                        "name" : "numbers",
                        "current" : "1.0",
                        "upgrade" : "1.1",
                        "fits" : "1.1",
                        "newest" : "1.4",
                        "heldBy" : [ ],
                        "clashes" : [ ],
                        "because" : "it was uploaded at 2024-03-01T00:00:00Z, and <uploadedPriorTo> is 2024-02-01T00:00:00Z"
                      } ]
                    } ]
                  } ]
                }
                """);
    }

    @Test
    void nothingIsOutdated() {
        assertThat(questions.outdated(layer("frame", "s3").with("").spec()).lines())
                .containsExactly(TARGET + ": nothing is newer than what is there.");
    }

    @Test
    void whoHoldsAPackageBackIsTold() {
        assertThat(questions.outdated(layer("strict").spec()).lines())
                .containsExactly(
                        TARGET + ": 1 of 2 packages has a newer release.",
                        "  package  current  upgrade  fits  newest",
                        "  numbers  1.0      1.0      1.1   1.4",
                        "  numbers 1.1 would fit, but strict 1.0 requires numbers<1.1",
                        "  numbers 1.4 does not fit: it was uploaded at 2024-03-01T00:00:00Z, and <uploadedPriorTo> is"
                                + " 2024-02-01T00:00:00Z");
    }

    @Test
    void wheelThatIsNamedByItsPathHoldsAllOthersBack() {
        wheel("numbers", "1.0").in(basedir.resolve("libs"));
        Layer layer = layer("frame", "libs/numbers-1.0-py3-none-any.whl");
        String required = "your pom requires numbers @ "
                + basedir.resolve("libs/numbers-1.0-py3-none-any.whl").toUri();
        assertThat(explain("numbers", layer))
                .containsExactly(
                        "numbers 1.0 is in the layer for " + TARGET + ".",
                        "  its wheel is numbers-1.0-py3-none-any.whl",
                        "  nothing locks it: it was resolved just now",
                        "  " + required,
                        "  frame 1.0 requires numbers>=1");
        assertThat(explain("numbers==1.1", layer)).contains("  " + required);
        assertThat(explain("numbers-1.1-py3-none-any.whl", layer)).contains("  " + required);
        assertThat(questions.outdated(layer.spec()).lines()).contains("  numbers 1.1 would fit, but " + required);
    }

    @Test
    void constraintThatHoldsAPackageBackIsTold() {
        LayerSpec spec = layer("frame").spec();
        LayerSpec limited = spec.with(WantedBuilder.like(spec.wanted())
                .constraints(List.of(
                        Requirement.parse("numbers<1.1"), Requirement.parse("numbers<1.1; sys_platform=='win32'")))
                .build());
        assertThat(questions.outdated(limited).lines())
                .containsOnlyOnce("  numbers 1.1 would fit, but a constraint requires numbers<1.1")
                .noneMatch(line -> line.contains("win32"));
    }

    @Test
    void whatTheNewestRequiresAndDoesNotGetIsTold() {
        offer(OLD, wheel("frame", "2.0").requires("numbers>=1.1"));
        assertThat(questions.outdated(layer("frame", "strict").spec()).lines())
                .contains(
                        "  frame    1.0      1.0      2.0   2.0",
                        "  frame 2.0 would fit, but it requires numbers>=1.1, and numbers 1.0 is chosen");
    }

    @Test
    void extraThatNobodyAsksForHoldsNothingBack() {
        offer(OLD, wheel("lab", "1.0").requires("numbers", "numbers<1.0; extra=='docs'"));
        LayerSpec locked = layer("lab", "numbers==1.0").spec();
        build.lock(locked, Upgrade.NOTHING);
        assertThat(questions.outdated(locked).lines())
                .contains("  numbers 1.1 would fit, but your pom requires numbers==1.0")
                .noneMatch(line -> line.contains("lab"));
    }

    @Test
    void newestThatDoesNotFitIsToldWithTheReason() {
        index.with(FakeFile.of(wheel("s3", "2.0").tag("cp314-cp314-manylinux_2_17_x86_64"))
                .uploadTime(OLD));
        assertThat(questions.outdated(layer("s3").spec()).lines())
                .containsExactly(
                        TARGET + ": 1 of 1 package has a newer release.",
                        "  package  current  upgrade  fits  newest",
                        "  s3       1.0      1.0      1.0   2.0",
                        "  s3 2.0 does not fit: s3-2.0-cp314-cp314-manylinux_2_17_x86_64.whl is for cp314, wanted cp313");
    }

    @Test
    void treeHasBytesAndRequirementsThatDoNotCount() {
        LayerResult built = build.assemble(layer("frame[aws]", "numbers").spec());
        long frame = built.packages().get(0).unzippedBytes();
        long numbers = built.packages().get(1).unzippedBytes();
        long s3 = built.packages().get(2).unzippedBytes();
        assertThat(questions.tree(layer("frame[aws]", "numbers").spec()).lines())
                .containsExactly(
                        TARGET + ": 3 packages, " + String.format("%,d", frame + numbers + s3) + " bytes",
                        "frame 1.0, " + frame + " bytes",
                        "├─ numbers 1.1, " + numbers + " bytes",
                        "├─ s3 1.0, " + s3 + " bytes",
                        "└─ not here: shy; python_version < \"3.11\"",
                        "numbers 1.1, " + numbers + " bytes");
    }

    @Test
    void treeAsJson() {
        LayerResult built = build.assemble(layer("frame").spec());
        assertThat(LayerAnswers.json(List.of(questions.tree(layer("frame").spec()))))
                .isEqualTo("""
                {
                  "layers" : [ {
                    "layer" : "data",
                    "targets" : [ {
                      "target" : "python3.13 on x86_64 (glibc 2.34)",
                      "packages" : [ {
                        "name" : "frame",
                        "version" : "1.0",
                        "wheel" : "frame-1.0-py3-none-any.whl",
                        "unzippedBytes" : %d,
                        "requiredBy" : [ {
                          "by" : "your pom",
                          "requirement" : "frame"
                        } ],
                        "notHere" : [ "shy; python_version < \\"3.11\\"" ]
                      }, {
                        "name" : "numbers",
                        "version" : "1.1",
                        "wheel" : "numbers-1.1-py3-none-any.whl",
                        "unzippedBytes" : %d,
                        "requiredBy" : [ {
                          "by" : "frame 1.0",
                          "requirement" : "numbers>=1"
                        } ],
                        "notHere" : [ ]
                      } ]
                    } ]
                  } ]
                }
                """.formatted(
                                built.packages().get(0).unzippedBytes(),
                                built.packages().get(1).unzippedBytes()));
    }

    @Test
    void treeEndsWhereACircleCloses() {
        offer(OLD, wheel("a", "1").requires("b"), wheel("b", "1").requires("a", "numbers"));
        assertThat(questions.tree(layer("a").spec()).lines())
                .map(line -> line.replaceAll(", [0-9,]+ bytes", ""))
                .containsExactly(TARGET + ": 3 packages", "a 1", "└─ b 1", "   ├─ a 1 (above)", "   └─ numbers 1.1");
    }

    @Test
    void layerThatIsTooLargeStillHasATree() {
        LayerSpec tooLarge = TestSpecs.in(basedir)
                .wanting(layer("frame").spec().wanted())
                .from(layer("frame").spec().indexes())
                .with(new Contents(Layout.AUTO, List.of(), List.of(), List.of(), Map.of(), 100))
                .spec();
        assertThatThrownBy(() -> build.assemble(tooLarge)).hasMessageContaining("takes less than 100 bytes");
        assertThat(questions.tree(tooLarge).lines())
                .isEqualTo(questions.tree(layer("frame").spec()).lines());
        assertThat(tooLarge.files().zip()).doesNotExist();
    }

    @Test
    void treeSaysWhatIsInAnotherLayer() {
        Wanted ofTheOther = Wanted.of(List.of(Requirement.parse("numbers")));
        Wanted own = layer("frame").spec().wanted();
        LayerSpec spec = TestSpecs.in(basedir)
                .wanting(own.with(List.of(own, ofTheOther), List.of(ofTheOther)))
                .from(layer("frame").spec().indexes())
                .spec();
        assertThat(questions.tree(spec).lines()).contains("├─ numbers 1.1, in another layer");
        assertThat(questions.explain(spec, Subject.parse("numbers")).lines())
                .startsWith("numbers 1.1 is in another layer, which is resolved with this one, for " + TARGET + ".");
    }

    /** As if the requirement had been {@code numbers<1.2} from the start. */
    private void relock() {
        Path lock = basedir.resolve("pylock.toml");
        try {
            Files.writeString(lock, Files.readString(lock).replace("numbers==1.0", "numbers<1.2"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void offer(String time, WheelBuilder... wheels) {
        Stream.of(wheels).forEach(each -> index.with(FakeFile.of(each).uploadTime(time)));
    }

    private static String bytes(String name, String version) {
        return String.format("%,d bytes", wheel(name, version).bytes().length);
    }

    private List<String> explain(String subject, Layer layer) {
        return questions.explain(layer.spec(), Subject.parse(subject)).lines();
    }

    private Layer layer(String... requirements) {
        return new Layer(List.of(requirements), Set.of(), "2024-02-01T00:00:00Z");
    }

    private Layer excluding(String name) {
        return new Layer(List.of("frame"), Set.of(PackageName.of(name)), "2024-02-01T00:00:00Z");
    }

    private final class Layer {

        private final List<String> requirements;
        private final Set<PackageName> excluded;
        private final String uploadedPriorTo;

        Layer(List<String> requirements, Set<PackageName> excluded, String uploadedPriorTo) {
            this.requirements = requirements;
            this.excluded = excluded;
            this.uploadedPriorTo = uploadedPriorTo;
        }

        Layer with(String other) {
            return new Layer(requirements, excluded, other);
        }

        LayerSpec spec() {
            IndexSettings settings = IndexSettings.of(basedir.resolve("cache"))
                    .withIndexes(List.of(IndexLocation.of("fake", index.url().toString())));
            return TestSpecs.in(basedir)
                    .wanting(WantedBuilder.wanted()
                            .requirements(requirements.stream()
                                    .map(text -> Requirement.parse(text, basedir))
                                    .toList())
                            .excluded(excluded)
                            .uploadedPriorTo(uploadedPriorTo)
                            .build())
                    .from(
                            uploadedPriorTo.isEmpty()
                                    ? settings
                                    : settings.withUploadedPriorTo(Instant.parse(uploadedPriorTo)))
                    .spec();
        }
    }
}
