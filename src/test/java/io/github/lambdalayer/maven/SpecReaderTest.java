package io.github.lambdalayer.maven;

import static io.github.lambdalayer.maven.PomTrees.layer;
import static io.github.lambdalayer.maven.PomTrees.layers;
import static io.github.lambdalayer.maven.PomTrees.requirements;
import static io.github.lambdalayer.maven.PomTrees.runtimes;
import static io.github.lambdalayer.maven.PomTrees.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.aws.AwsIdentity;
import io.github.lambdalayer.build.Contents.Layout;
import io.github.lambdalayer.build.LayerSpec;
import io.github.lambdalayer.python.index.IndexLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecReaderTest {

    @TempDir
    private Path basedir;

    private final Map<String, String> commandLine = new LinkedHashMap<>();

    private SpecReading reading() {
        return new SpecReading(basedir, new Settings(), commandLine);
    }

    @Test
    void littleIsNeeded() {
        LayerSpec spec =
                reading().read(runtimes("python3.13"), requirements("six")).get(0);
        assertThat(spec).hasToString("data for python3.13 on x86_64");
        assertThat(spec.wanted().requirements()).hasToString("[six]");
        assertThat(spec.lock().file()).isEqualTo(basedir.resolve("pylock.toml"));
        assertThat(spec.indexes().indexes()).containsExactly(IndexLocation.of("pypi", "https://pypi.org/simple/"));
        assertThat(spec.files().zip()).isEqualTo(basedir.resolve("target/lambda-layer/data.zip"));
    }

    @Test
    void everyFaultIsToldWithItsPlace() {
        reading()
                .assertFails(
                        """
                4 problems:

                <layerName>: "my layer" is not a layer name: expected a letter, a digit, - or _.

                  my layer
                    ^

                <runtime> 2: "python2.7" is not a known runtime: python3.6, python3.7, python3.8, python3.9, \
                python3.10, python3.11, python3.12, python3.13, python3.14.

                <architecture> 1: "aarch64" is not an architecture of AWS Lambda: x86_64 or arm64.

                <requirement> 2: "numpy=1.20" is not a requirement: expected a comparison such as == or >= after the \
                name.

                  numpy=1.20
                       ^

                hint: AWS calls aarch64 arm64
                hint: write numpy==1.20 for exactly that version
                see problems.html#bad-layer-name""",
                        text("layerName", "my layer"),
                        runtimes("python3.13", "python2.7"),
                        ParameterTree.list("architectures", List.of("aarch64")),
                        requirements("six", "numpy=1.20"));
    }

    /** What stands in a file of pip's does not all stand in a pom. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "numpy=1.20 | expected a comparison such as == or >= after the name",
                "numpy== | expected a version after ==",
                "numpy@1.20 | expected a URL after @",
                "numpy, six | expected a comparison such as == or >= after the name",
                "numpy >= 1,, | expected a comparison such as == or >=",
                "numpy==1.*.2 | expected the version to end after .*",
                "numpy; python_vershun < '3' | there is no marker variable \"python_vershun\"",
                "numpy; python_version < 3 | expected a variable such as python_version, or a quoted text",
                "-e . | expected the name of a package",
                "./dir | expected the name of a package",
                "-r ../../x | expected the name of a package",
                "--index-url https://host.example/simple | expected the name of a package",
                "six==1 --hash=sha256:ab | expected a comma or the end after the version",
                "six==${LAMBDA_LAYER_TEST_NOT_SET} | expected a digit",
                "n\u0430mpy | expected a comparison such as == or >= after the name, found U+0430 (CYRILLIC SMALL LETTER A)",
                "six\u00A0==1 | expected a comparison such as == or >= after the name, found U+00A0 (NO-BREAK SPACE)",
            })
    void requirementThatIsNoneIsToldWithWhatWasExpected(String text, String expected) {
        assertThatThrownBy(() -> reading().read(runtimes("python3.13"), requirements("six", text)))
                .hasMessageStartingWith("<requirement> 2: \"" + text + "\" is not a requirement: " + expected
                        + ".\n\n  " + text + "\n  ");
    }

    @Test
    void faultsOfWhatTheGoalReadsAreToldWithThoseOfTheLayersAndOnceWhereAllHaveThem() {
        reading()
                .by((layer, problems) -> problems.collect(() -> layer.flag("dryRun", false)))
                .assertFails(
                        """
                        3 problems:

                        <dryRun> is "perhaps"; it must be true or false.

                        Layer ml: <runtime> 1: "python2.7" is not a known runtime: python3.6, python3.7, python3.8, \
                        python3.9, python3.10, python3.11, python3.12, python3.13, python3.14.

                        Layer ml: <locked> is "no"; it must be true or false.

                        see problems.html#bad-parameter""",
                        runtimes("python3.13"),
                        requirements("six"),
                        text("dryRun", "perhaps"),
                        layers(
                                layer(text("layerName", "web")),
                                layer(text("layerName", "ml"), runtimes("python2.7"), text("locked", "no"))));
    }

    @Test
    void charactersThatNobodySeesAreShown() {
        reading().assertFails("""
                2 problems:

                <requirement> 1: "six\\u0000==1" is not a requirement: expected a comparison such as == or >= after the \
                name, found U+0000 (NULL).

                  six\\u0000==1
                     ^

                <requirement> 2: "\\ufeffsix==1" is not a requirement: expected the name of a package, found U+FEFF \
                (ZERO WIDTH NO-BREAK SPACE).

                  \\ufeffsix==1
                  ^

                see problems.html#bad-requirement""", runtimes("python3.13"), requirements("six\0==1", "\uFEFFsix==1"));
    }

    @Test
    void wheelIsNamedByItsPathFromThePom() {
        LayerSpec spec = reading()
                .read(runtimes("python3.13"), requirements("libs/demo-1.0-py3-none-any.whl"))
                .get(0);
        assertThat(spec.wanted().requirements())
                .hasToString("[demo @ "
                        + basedir.resolve("libs/demo-1.0-py3-none-any.whl").toUri() + "]");
    }

    /** Else whoever publishes a package of that name decides what is in the layer. */
    @Test
    void filesAreNoRequirements() {
        reading()
                .assertFails(
                        """
                2 problems:

                <requirement> 1 is "requirements.txt", which is a file and no requirement.

                <constraint> 1 is "constraints.txt", which is a file and no requirement.

                hint: name it in <requirementsFiles>
                hint: name it in a file of <requirementsFiles>, with -c before it
                see problems.html#bad-parameter""",
                        runtimes("python3.13"),
                        requirements("requirements.txt"),
                        ParameterTree.list("constraints", List.of("constraints.txt")));
    }

    @Test
    void aRequirementMayBeWrappedOverLines() {
        String wrapped = "numpy[a,\n      b] >= 1,\r\n\t\t< 3\n      ; python_version\n      < '3.14'";
        List<LayerSpec> wrappedOnes = reading()
                .read(
                        runtimes("python3.13"),
                        requirements(wrapped),
                        ParameterTree.list("constraints", List.of("six\n  < 2")),
                        ParameterTree.list("overrides", List.of("idna\n  == 3")));
        List<LayerSpec> plainOnes = reading()
                .read(
                        runtimes("python3.13"),
                        requirements("numpy[a, b] >= 1, < 3 ; python_version < '3.14'"),
                        ParameterTree.list("constraints", List.of("six < 2")),
                        ParameterTree.list("overrides", List.of("idna == 3")));
        assertThat(wrappedOnes).isEqualTo(plainOnes);
        reading().assertFails("""
                <requirement> 1: "numpy = 1" is not a requirement: expected a comparison such as == or >= after the \
                name.

                  numpy = 1
                        ^

                hint: write numpy==1 for exactly that version
                see problems.html#bad-requirement""", runtimes("python3.13"), requirements("numpy\n   =\n   1"));
    }

    @Test
    void pinsOfAPomThatClash() {
        reading().assertFails("""
                <requirement> 3: foo.bar==2 contradicts Foo_Bar==1 (<requirement> 1).
                hint: take one of them out, or give each a marker
                see problems.html#clashing-pins""", runtimes("python3.13"), requirements("Foo_Bar==1", "six", "foo.bar==2"));
        reading()
                .read(
                        runtimes("python3.13"),
                        requirements("foo==1; python_version<'3.13'", "foo==2; python_version>='3.13'", "foo==2.0"));
    }

    @Test
    void versionsAndMarkersOfAPomHaveLimitsToo() {
        assertThatThrownBy(() ->
                        reading().read(runtimes("python3.13"), requirements("numpy==" + "1.".repeat(10_000) + "1")))
                .hasMessageStartingWith("<requirement> 1: \"numpy==" + "1.".repeat(26)
                        + "1…\" is not a requirement: the version is longer than 256 characters.\n");
        assertThatThrownBy(() -> reading().read(runtimes("python3.13"), requirements("numpy; " + "(".repeat(100_000))))
                .hasMessageStartingWith("<requirement> 1: \"numpy; " + "(".repeat(53)
                        + "…\" is not a requirement: its parentheses are nested too deep, more than 100 of them.\n");
    }

    @Test
    void runtimeIsNeeded() {
        reading().assertFails("""
                No runtime is given.
                hint: <runtimes><runtime>python3.14</runtime></runtimes> in the plugin's <configuration>
                hint: or -Dlambda-layer.runtimes=python3.14
                see problems.html#missing-parameter""", requirements("six"));
    }

    @Test
    void somethingToHoldIsNeeded() {
        reading().assertFails("""
                The layer would be empty: there are no requirements and no own files.
                hint: <requirements><requirement>six</requirement></requirements> in the plugin's <configuration>
                hint: or own modules in src/main/python
                see problems.html#missing-parameter""", runtimes("python3.13"));
    }

    @Test
    void eachOfSeveralLayersHoldsSomething() {
        reading()
                .assertFails(
                        """
                Layer ml: The layer would be empty: there are no requirements and no own files.
                hint: <requirements><requirement>six</requirement></requirements> in the plugin's <configuration>
                hint: or own modules in src/main/python
                see problems.html#missing-parameter""",
                        runtimes("python3.13"),
                        layers(layer(text("layerName", "web"), requirements("six")), layer(text("layerName", "ml"))));
    }

    @Test
    void ownModulesAreEnough() throws Exception {
        Files.createDirectories(basedir.resolve("src/main/python"));
        assertThat(reading().read(runtimes("python3.13")).get(0).contents().ownFiles())
                .singleElement()
                .satisfies(folder -> assertThat(folder.into()).isEqualTo("python"));
    }

    @Test
    void eachLayerIsAskedForAsItsProfileAndItsRole() {
        List<LayerSpec> specs = reading()
                .read(
                        runtimes("python3.13"),
                        requirements("six"),
                        text("profile", "shop"),
                        text("roleArn", "arn:aws:iam::123456789012:role/reader"),
                        ParameterTree.list("architectures", List.of("x86_64", "arm64")));
        assertThat(specs)
                .extracting(LayerSpec::identity)
                .containsOnly(new AwsIdentity("shop", "arn:aws:iam::123456789012:role/reader"));
        assertThat(reading()
                        .read(runtimes("python3.13"), requirements("six"))
                        .get(0)
                        .identity())
                .isEqualTo(AwsIdentity.OF_THE_CHAIN);
    }

    @Test
    void twoArchitecturesMakeTwoLayersWithOneLock() {
        List<LayerSpec> specs = reading()
                .read(
                        runtimes("python3.12", "python3.13"),
                        ParameterTree.list("architectures", List.of("x86_64", "arm64")),
                        requirements("six"));
        assertThat(specs)
                .extracting(LayerSpec::toString)
                .containsExactly(
                        "data-x86_64 for python3.12, python3.13 on x86_64",
                        "data-arm64 for python3.12, python3.13 on arm64");
        assertThat(specs).allSatisfy(spec -> {
            assertThat(spec.lock().file()).isEqualTo(basedir.resolve("pylock.toml"));
            assertThat(spec.lock().targets()).hasSize(4);
        });
    }

    @Test
    void universalIsOneLayerForBoth() {
        assertThat(reading()
                        .read(
                                runtimes("python3.13"),
                                ParameterTree.list("architectures", List.of("x86_64", "arm64")),
                                text("universal", "true"),
                                requirements("six")))
                .extracting(LayerSpec::toString)
                .containsExactly("data for python3.13 on x86_64, arm64");
    }

    @Test
    void severalLayersHaveLocksOfTheirOwn() {
        List<LayerSpec> specs = reading()
                .read(
                        runtimes("python3.13"),
                        layers(
                                layer(text("layerName", "a"), requirements("six")),
                                layer(text("layerName", "b"), requirements("pytz"), runtimes("python3.9"))));
        assertThat(specs)
                .extracting(LayerSpec::toString)
                .containsExactly("a for python3.13 on x86_64", "b for python3.9 on x86_64");
        assertThat(specs)
                .extracting(spec -> spec.lock().file().getFileName().toString())
                .containsExactly("pylock.a.toml", "pylock.b.toml");
    }

    @Test
    void layersOfOneNameAreAFault() {
        reading()
                .assertFails(
                        """
                2 problems:

                Two layers have the lock pylock.data.toml, and one would overwrite the other.

                Two layers are named "data", and one would overwrite the other.

                hint: give each <layer> a <lockFile> of its own
                hint: give each <layer> a <layerName> of its own
                see problems.html#shared-file""", runtimes("python3.13"), layers(layer(requirements("six")), layer(requirements("pytz"))));
    }

    @Test
    void onlyPicksAmongLayers() {
        ParameterTree layers = layers(
                layer(text("layerName", "a"), requirements("six")),
                layer(text("layerName", "b"), requirements("pytz")));
        assertThat(reading().read(runtimes("python3.13"), layers, text("only", "b")))
                .extracting(spec -> spec.name().value())
                .containsExactly("b");
        reading().assertFails("""
                        <only> is "c"; it must be a or b.
                        see problems.html#bad-parameter""", runtimes("python3.13"), layers, text("only", "c"));
    }

    @Test
    void whatAnotherModuleHasIsNotPickedHere() {
        SpecReading reading = reading().among("data", "web");
        assertThat(reading.read(runtimes("python3.13"), requirements("six"), text("only", "web")))
                .isEmpty();
        assertThat(reading.read(runtimes("python3.13"), requirements("six"), text("only", "web-arm64, data")))
                .extracting(spec -> spec.name().value())
                .containsExactly("data");
        reading.assertFails("""
                        <only> is "wbe"; it must be data or web.
                        see problems.html#bad-parameter""", runtimes("python3.13"), requirements("six"), text("only", "wbe"));
    }

    @Test
    void runtimeOfTheFutureCanBeDescribed() {
        LayerSpec spec = reading()
                .read(
                        runtimes("python3.15"),
                        text("glibc", "2.34"),
                        text("pythonFullVersion", "3.15.0"),
                        requirements("six"))
                .get(0);
        assertThat(spec.targets().get(0).python()).hasToString("python3.15 on x86_64 (glibc 2.34)");
    }

    @Test
    void wordsAreCheckedAndListed() {
        reading()
                .assertFails(
                        """
                2 problems:

                <prereleases> is "never"; it must be if-necessary, allow or disallow.

                <layout> is "round"; it must be auto, flat or site-packages.

                see problems.html#bad-parameter""",
                        runtimes("python3.13"),
                        requirements("six"),
                        text("prereleases", "never"),
                        text("layout", "round"));
    }

    @Test
    void layoutIsRead() {
        assertThat(reading()
                        .read(runtimes("python3.13"), requirements("six"), text("layout", "site-packages"))
                        .get(0)
                        .contents()
                        .layout())
                .isEqualTo(Layout.SITE_PACKAGES);
    }

    @Test
    void pathThatCannotBeIsAFaultWithItsPlace() {
        reading()
                .assertFails(
                        """
                7 problems:

                <requirementsFile> 1 is "a\\u0000b", which is no path on this system: Nul character not allowed.

                <outputDirectory> is "a\\u0000b", which is no path on this system: Nul character not allowed.

                <cacheDirectory> is "a\\u0000b", which is no path on this system: Nul character not allowed.

                <findLink> 1 is "a\\u0000b", which is no path on this system: Nul character not allowed.

                <lockFile> is "a\\u0000b", which is no path on this system: Nul character not allowed.

                <sourceDirectory> is "a\\u0000b", which is no path on this system: Nul character not allowed.

                <directory> of <resource> 1 is "a\\u0000b", which is no path on this system: Nul character not allowed.

                see problems.html#bad-parameter""",
                        runtimes("python3.13"),
                        ParameterTree.list("requirementsFiles", List.of("a\0b")),
                        text("lockFile", "a\0b"),
                        text("cacheDirectory", "a\0b"),
                        ParameterTree.list("findLinks", List.of("a\0b")),
                        text("sourceDirectory", "a\0b"),
                        new ParameterTree(
                                "resources",
                                "",
                                List.of(new ParameterTree("resource", "", List.of(text("directory", "a\0b"))))),
                        text("outputDirectory", "a\0b"));
    }

    @Test
    void partsStandInThePomAlone() {
        commandLine.put("lambda-layer.indexes", "https://acme.example/");
        commandLine.put("lambda-layer.layers", "a,b");
        commandLine.put("lambda-layer.permissions", "210987654321");
        commandLine.put("lambda-layer.resources", "");
        reading().assertFails("""
                4 problems:

                -Dlambda-layer.indexes is a text, but indexes has parts, which stand in the pom alone.

                -Dlambda-layer.layers is a text, but layers has parts, which stand in the pom alone.

                -Dlambda-layer.permissions is a text, but permissions has parts, which stand in the pom alone.

                -Dlambda-layer.resources is a text, but resources has parts, which stand in the pom alone.

                hint: <indexes><index><id>acme</id><url>https://repo.acme.example/simple/</url></index></indexes> in \
                the plugin's <configuration>
                hint: <layers><layer><layerName>data</layerName>…</layer></layers> in the plugin's <configuration>
                hint: <permissions><permission><account>210987654321</account></permission></permissions> in the \
                plugin's <configuration>
                hint: <resources><resource><directory>src/main/bin</directory>…</resource></resources> in the plugin's \
                <configuration>
                see problems.html#bad-parameter""", runtimes("python3.13"), requirements("six"));
    }

    @Test
    void textInThePlaceOfPartsIsAFaultInThePomToo() {
        reading()
                .assertFails(
                        """
                <permissions> is a text, but permissions has parts, which stand in the pom alone.
                hint: <permissions><permission><account>210987654321</account></permission></permissions> in the \
                plugin's <configuration>
                see problems.html#bad-parameter""",
                        runtimes("python3.13"),
                        layers(layer(requirements("six"), text("permissions", "210987654321"))));
        assertThat(reading().read(runtimes("python3.13"), requirements("six"), text("permissions", "")))
                .hasSize(1);
    }

    @Test
    void placesOfResourcesMayBeWrittenAsPathsAre() throws Exception {
        Files.createDirectories(basedir.resolve("tools"));
        for (String path : List.of("bin/", "./bin", "/bin", "bin//.")) {
            ParameterTree resource =
                    new ParameterTree("resource", "", List.of(text("directory", "tools"), text("targetPath", path)));
            assertThat(reading()
                            .read(
                                    runtimes("python3.13"),
                                    requirements("six"),
                                    new ParameterTree("resources", "", List.of(resource)))
                            .get(0)
                            .contents()
                            .ownFiles()
                            .get(0)
                            .into())
                    .as(path)
                    .isEqualTo("bin");
        }
    }

    @Test
    void onlyPicksALayerOfTwoArchitecturesByItsName() {
        ParameterTree both = ParameterTree.list("architectures", List.of("x86_64", "arm64"));
        assertThat(reading().read(runtimes("python3.13"), requirements("six"), both, text("only", "data")))
                .hasSize(2);
        assertThat(reading().read(runtimes("python3.13"), requirements("six"), both, text("only", "data-arm64")))
                .hasSize(1);
    }

    @Test
    void nameThatTheArchitectureMakesTooLongIsAFaultAmongOthers() {
        assertThatThrownBy(() -> reading()
                        .read(
                                runtimes("python3.13"),
                                requirements("six="),
                                text("layerName", "a".repeat(136)),
                                ParameterTree.list("architectures", List.of("x86_64", "arm64"))))
                .hasMessageStartingWith("3 problems:")
                .hasMessageContaining("<layerName> with its architecture: ");
    }

    @Test
    void levelsOfFindingsHaveThreeForms() {
        ParameterTree children =
                new ParameterTree("findings", "", List.of(text("glibc", "warn"), text("finding", "collision=off")));
        assertThat(levels(children)).isEqualTo(Map.of("glibc", "warn", "collision", "off"));
        assertThat(levels(text("findings", "glibc=warn, collision = off")))
                .isEqualTo(Map.of("glibc", "warn", "collision", "off"));
    }

    @Test
    void faultsOfSeveralLayersSayOfWhich() {
        reading()
                .assertFails(
                        """
                2 problems:

                Layer a: <requirement> 1: "six=1" is not a requirement: expected a comparison such as == or >= after the \
                name.

                  six=1
                     ^

                Layer b c: <layerName>: "b c" is not a layer name: expected a letter, a digit, - or _.

                  b c
                   ^

                hint: write six==1 for exactly that version
                see problems.html#bad-requirement""",
                        runtimes("python3.13"),
                        layers(
                                layer(text("layerName", "a"), requirements("six=1")),
                                layer(text("layerName", "b c"), requirements("six"))));
    }

    @Test
    void levelsOnTheCommandLineAreReadBesideThoseOfThePom() {
        commandLine.put("lambda-layer.findings", "collision=off");
        ParameterTree pom = new ParameterTree("findings", "", List.of(text("glibc", "warn")));
        assertThat(levels(pom)).isEqualTo(Map.of("glibc", "warn", "collision", "off"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"glibc", "glibc:warn", "=warn"})
    void whatIsNoLevelIsToldWhateverThePomHolds(String given) {
        commandLine.put("lambda-layer.findings", given);
        reading()
                .assertFails(
                        "-Dlambda-layer.findings is \"" + given
                                + "\"; it must be check=level, for example glibc=warn.\nsee problems.html#bad-parameter",
                        runtimes("python3.13"),
                        requirements("six"),
                        new ParameterTree("findings", "", List.of(text("collision", "off"))));
    }

    @Test
    void levelsThatThereAreNotAreToldBeforeAnythingIsFetched() {
        reading().assertFails("""
                "ignore" is not a level of the finding glibc.
                hint: write error, warn or off
                see problems.html#bad-finding-level""", runtimes("python3.13"), requirements("six"), text("findings", "glibc=ignore"));
    }

    @Test
    void folderThatIsNoneIsAFault() {
        reading()
                .assertFails(
                        "<sourceDirectory> is \"lib\", which is not a folder; paths start at the pom's folder."
                                + "\nhint: create it, or correct the path\nsee problems.html#bad-parameter",
                        runtimes("python3.13"),
                        requirements("six"),
                        text("sourceDirectory", "lib"));
    }

    private Map<String, String> levels(ParameterTree findings) {
        return reading()
                .read(runtimes("python3.13"), requirements("six"), findings)
                .get(0)
                .contents()
                .levels();
    }
}
