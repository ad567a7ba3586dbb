package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.aws.AwsIdentity;
import io.github.lambdalayer.build.Contents.Layout;
import io.github.lambdalayer.build.LayerSpec;
import io.github.lambdalayer.build.Wanted;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.requirement.IndexOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecReaderTest {

    @TempDir
    private Path basedir;

    private final Settings settings = new Settings();

    private final Map<String, String> commandLine = new LinkedHashMap<>();

    @Test
    void littleIsNeeded() {
        LayerSpec spec = read(runtimes("python3.13"), requirements("six")).get(0);
        assertThat(spec).hasToString("data for python3.13 on x86_64");
        assertThat(spec.wanted().requirements()).hasToString("[six]");
        assertThat(spec.lock().file()).isEqualTo(basedir.resolve("pylock.toml"));
        assertThat(spec.indexes().indexes()).containsExactly(IndexLocation.of("pypi", "https://pypi.org/simple/"));
        assertThat(spec.files().zip()).isEqualTo(basedir.resolve("target/lambda-layer/data.zip"));
    }

    @Test
    void everyFaultIsToldWithItsPlace() {
        assertFailsWith(
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
        assertThatThrownBy(() -> read(runtimes("python3.13"), requirements("six", text)))
                .hasMessageStartingWith("<requirement> 2: \"" + text + "\" is not a requirement: " + expected
                        + ".\n\n  " + text + "\n  ");
    }

    @Test
    void charactersThatNobodySeesAreShown() {
        assertFailsWith("""
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
        LayerSpec spec = read(runtimes("python3.13"), requirements("libs/demo-1.0-py3-none-any.whl"))
                .get(0);
        assertThat(spec.wanted().requirements())
                .hasToString("[demo @ "
                        + basedir.resolve("libs/demo-1.0-py3-none-any.whl").toUri() + "]");
    }

    /** Else whoever publishes a package of that name decides what is in the layer. */
    @Test
    void filesAreNoRequirements() {
        assertFailsWith(
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
        List<LayerSpec> wrappedOnes = read(
                runtimes("python3.13"),
                requirements(wrapped),
                ParameterTree.list("constraints", List.of("six\n  < 2")),
                ParameterTree.list("overrides", List.of("idna\n  == 3")));
        List<LayerSpec> plainOnes = read(
                runtimes("python3.13"),
                requirements("numpy[a, b] >= 1, < 3 ; python_version < '3.14'"),
                ParameterTree.list("constraints", List.of("six < 2")),
                ParameterTree.list("overrides", List.of("idna == 3")));
        assertThat(wrappedOnes).isEqualTo(plainOnes);
        assertFailsWith("""
                <requirement> 1: "numpy = 1" is not a requirement: expected a comparison such as == or >= after the \
                name.

                  numpy = 1
                        ^

                hint: write numpy==1 for exactly that version
                see problems.html#bad-requirement""", runtimes("python3.13"), requirements("numpy\n   =\n   1"));
    }

    @Test
    void pinsOfAPomThatClash() {
        assertFailsWith("""
                <requirement> 3: foo.bar==2 contradicts Foo_Bar==1 (<requirement> 1).
                see problems.html#clashing-pins""", runtimes("python3.13"), requirements("Foo_Bar==1", "six", "foo.bar==2"));
        read(
                runtimes("python3.13"),
                requirements("foo==1; python_version<'3.13'", "foo==2; python_version>='3.13'", "foo==2.0"));
    }

    @Test
    void versionsAndMarkersOfAPomHaveLimitsToo() {
        assertThatThrownBy(() -> read(runtimes("python3.13"), requirements("numpy==" + "1.".repeat(10_000) + "1")))
                .hasMessageStartingWith("<requirement> 1: \"numpy==" + "1.".repeat(26)
                        + "1…\" is not a requirement: the version is longer than 256 characters.\n");
        assertThatThrownBy(() -> read(runtimes("python3.13"), requirements("numpy; " + "(".repeat(100_000))))
                .hasMessageStartingWith("<requirement> 1: \"numpy; " + "(".repeat(53)
                        + "…\" is not a requirement: its parentheses are nested too deep, more than 100 of them.\n");
    }

    @Test
    void runtimeIsNeeded() {
        assertFailsWith("""
                No runtime is given.
                hint: <runtimes><runtime>python3.14</runtime></runtimes> in the plugin's <configuration>
                hint: or -Dlambda-layer.runtimes=python3.14
                see problems.html#missing-parameter""", requirements("six"));
    }

    @Test
    void somethingToHoldIsNeeded() {
        assertFailsWith("""
                The layer would be empty: there are no requirements and no own files.
                hint: <requirements><requirement>six</requirement></requirements> in the plugin's <configuration>
                hint: or own modules in src/main/python
                see problems.html#missing-parameter""", runtimes("python3.13"));
    }

    @Test
    void ownModulesAreEnough() throws Exception {
        Files.createDirectories(basedir.resolve("src/main/python"));
        assertThat(read(runtimes("python3.13")).get(0).contents().ownFiles())
                .singleElement()
                .satisfies(folder -> assertThat(folder.into()).isEqualTo("python"));
    }

    @Test
    void eachLayerIsAskedForAsItsProfileAndItsRole() {
        List<LayerSpec> specs = read(
                runtimes("python3.13"),
                requirements("six"),
                text("profile", "shop"),
                text("roleArn", "arn:aws:iam::123456789012:role/reader"),
                ParameterTree.list("architectures", List.of("x86_64", "arm64")));
        assertThat(specs)
                .extracting(LayerSpec::identity)
                .containsOnly(new AwsIdentity("shop", "arn:aws:iam::123456789012:role/reader"));
        assertThat(read(runtimes("python3.13"), requirements("six")).get(0).identity())
                .isEqualTo(AwsIdentity.OF_THE_CHAIN);
    }

    @Test
    void twoArchitecturesMakeTwoLayersWithOneLock() {
        List<LayerSpec> specs = read(
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
        assertThat(read(
                        runtimes("python3.13"),
                        ParameterTree.list("architectures", List.of("x86_64", "arm64")),
                        text("universal", "true"),
                        requirements("six")))
                .extracting(LayerSpec::toString)
                .containsExactly("data for python3.13 on x86_64, arm64");
    }

    @Test
    void severalLayersHaveLocksOfTheirOwn() {
        List<LayerSpec> specs = read(
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
        assertFailsWith("""
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
        assertThat(read(runtimes("python3.13"), layers, text("only", "b")))
                .extracting(spec -> spec.name().value())
                .containsExactly("b");
        assertFailsWith(
                "<only> is \"c\"; it must be a or b.\nsee problems.html#bad-parameter",
                runtimes("python3.13"),
                layers,
                text("only", "c"));
    }

    @Test
    void runtimeOfTheFutureCanBeDescribed() {
        LayerSpec spec = read(
                        runtimes("python3.15"),
                        text("glibc", "2.34"),
                        text("pythonFullVersion", "3.15.0"),
                        requirements("six"))
                .get(0);
        assertThat(spec.targets().get(0).python()).hasToString("python3.15 on x86_64 (glibc 2.34)");
    }

    @Test
    void wordsAreCheckedAndListed() {
        assertFailsWith(
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
        assertThat(read(runtimes("python3.13"), requirements("six"), text("layout", "site-packages"))
                        .get(0)
                        .contents()
                        .layout())
                .isEqualTo(Layout.SITE_PACKAGES);
    }

    @Test
    void uploadedPriorToIsADateOrADuration() {
        Map<String, String> instants = Map.of(
                "P7D", "2026-03-01T12:00:00Z",
                "PT36H", "2026-03-07T00:00:00Z",
                "2026-01-01", "2026-01-01T00:00:00Z",
                "2026-01-01T02:00:00+02:00", "2026-01-01T00:00:00Z");
        instants.forEach((given, instant) -> assertThat(
                        read(runtimes("python3.13"), requirements("six"), text("uploadedPriorTo", given))
                                .get(0)
                                .indexes()
                                .uploadedPriorTo())
                .contains(Instant.parse(instant)));
        assertFailsWith("""
                <uploadedPriorTo> is "yesterday"; it must be a date such as 2026-01-01T00:00:00Z, or a duration such as \
                P7D.
                see problems.html#bad-parameter""", runtimes("python3.13"), requirements("six"), text("uploadedPriorTo", "yesterday"));
    }

    @Test
    void durationThatNoCalendarHoldsIsAFault() {
        for (String given :
                List.of("P999999999Y", "PT9999999999999H", "P2147483647Y", "-P999999999Y", "P-999999999Y")) {
            assertFailsWith(
                    "<uploadedPriorTo> is \"" + given + "\"; it must be a date such as 2026-01-01T00:00:00Z, or a"
                            + " duration such as P7D.\nsee problems.html#bad-parameter",
                    runtimes("python3.13"),
                    requirements("six"),
                    text("uploadedPriorTo", given));
        }
    }

    @Test
    void pathThatCannotBeIsAFaultWithItsPlace() {
        assertFailsWith(
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
    void findLinksTakesFolders() {
        assertFailsWith(
                """
                <findLink> 1 is "https://***@host.example/wheels/", but findLinks takes folders.
                hint: write a folder as a path, and name an address as <index> in <indexes>
                see problems.html#bad-parameter""",
                runtimes("python3.13"),
                requirements("six"),
                ParameterTree.list("findLinks", List.of("https://me:p@ss@host.example/wheels/", "wheels")));
    }

    @Test
    void partsStandInThePomAlone() {
        commandLine.put("lambda-layer.indexes", "https://acme.example/");
        commandLine.put("lambda-layer.layers", "a,b");
        commandLine.put("lambda-layer.permissions", "210987654321");
        commandLine.put("lambda-layer.resources", "");
        assertFailsWith("""
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
        assertFailsWith(
                """
                <permissions> is a text, but permissions has parts, which stand in the pom alone.
                hint: <permissions><permission><account>210987654321</account></permission></permissions> in the \
                plugin's <configuration>
                see problems.html#bad-parameter""", runtimes("python3.13"), layers(layer(requirements("six"), text("permissions", "210987654321"))));
        assertThat(read(runtimes("python3.13"), requirements("six"), text("permissions", "")))
                .hasSize(1);
    }

    @Test
    void packageIsPinnedToOneIndex() {
        assertFailsWith(
                """
                The indexes "one" and "two" both have "Acme.Core" in their <packages>.
                hint: leave it in those of the index that it is to be looked up in
                see problems.html#bad-parameter""",
                runtimes("python3.13"),
                requirements("six"),
                indexes(
                        pinning("one", "https://one.example/", "acme-core", "acme_core"),
                        pinning("two", "https://two.example/", "acme-web", "Acme.Core")));
    }

    @Test
    void emptyIndexUrlMeansNone() {
        assertThat(read(runtimes("python3.13"), requirements("six"), text("indexUrl", ""))
                        .get(0)
                        .indexes()
                        .indexes())
                .isEmpty();
    }

    @Test
    void requirementsFileMayNameIndexesWhereThePomSaysSo() throws Exception {
        Files.createDirectories(basedir.resolve("wheels"));
        Files.writeString(basedir.resolve("requirements.txt"), """
                --index-url https://repo.acme.example/simple
                --extra-index-url https://repo.acme.example/more
                --extra-index-url https://one.example
                --find-links wheels
                six
                """);
        IndexSettings used = read(
                        runtimes("python3.13"),
                        ParameterTree.list("requirementsFiles", List.of("requirements.txt")),
                        indexes(index("one", "https://one.example/")),
                        text("indexOptions", "use"))
                .get(0)
                .indexes();
        assertThat(used.indexes())
                .containsExactly(
                        IndexLocation.of("one", "https://one.example/"),
                        IndexLocation.of("repo.acme.example", "https://repo.acme.example/more/"),
                        IndexLocation.of("repo.acme.example-2", "https://repo.acme.example/simple/"));
        assertThat(used.findLinks()).containsExactly(basedir.toRealPath().resolve("wheels"));
        assertThat(used.fileOptions()).isEqualTo(IndexOptions.USE);
    }

    @Test
    void requirementsFileMayForbidIndexes() throws Exception {
        Files.writeString(basedir.resolve("requirements.txt"), "--no-index\nsix\n");
        ParameterTree files = ParameterTree.list("requirementsFiles", List.of("requirements.txt"));
        assertThat(read(runtimes("python3.13"), files, text("indexOptions", "use"))
                        .get(0)
                        .indexes()
                        .indexes())
                .isEmpty();
        assertThat(read(runtimes("python3.13"), files, text("indexOptions", "ignore"))
                        .get(0)
                        .indexes()
                        .indexes())
                .containsExactly(IndexLocation.of("pypi", "https://pypi.org/simple/"));
    }

    @Test
    void whatAFileSaysOfIndexesIsToldWithTheOtherFaults() throws Exception {
        Files.writeString(basedir.resolve("requirements.txt"), "-i https://user:canary@host.example/simple\n");
        assertFailsWith(
                """
                requirements.txt, line 1: --index-url holds credentials, and a requirements file is for all to read.
                hint: put them into settings.xml as <server><id>host.example</id>
                see problems.html#requirements-file-index""",
                runtimes("python3.13"),
                ParameterTree.list("requirementsFiles", List.of("requirements.txt")),
                text("indexOptions", "use"));
        assertFailsWith("""
                <indexOptions> is "allow"; it must be refuse, ignore or use.
                see problems.html#bad-parameter""", runtimes("python3.13"), requirements("six"), text("indexOptions", "allow"));
    }

    @Test
    void mirrorCountsWhenItNamesTheIndex() {
        Mirror everything = mirror("all", "*", "https://all.example/");
        Mirror named = mirror("near", "central, pypi", "https://near.example/simple");
        settings.setMirrors(List.of(everything, named));
        assertThat(read(runtimes("python3.13"), requirements("six"))
                        .get(0)
                        .indexes()
                        .indexes())
                .containsExactly(IndexLocation.of("pypi", "https://pypi.org/simple/")
                        .mirroredBy("https://near.example/simple", "near"));
    }

    @Test
    void lockKnowsAMirroredIndexByItsDeclaredAddress() {
        settings.setMirrors(List.of(mirror("near", "pypi", "https://near.example/simple")));
        IndexLocation pypi = read(runtimes("python3.13"), requirements("six"))
                .get(0)
                .indexes()
                .indexes()
                .get(0);
        assertThat(pypi.url()).hasToString("https://near.example/simple/");
        assertThat(pypi.declaredUrl()).hasToString("https://pypi.org/simple/");
    }

    @Test
    void indexesOfOneIdAreAFault() {
        assertFailsWith(
                """
                Two indexes have the id "pypi", by which credentials and locks know them.
                hint: give the <index> another <id>, or leave out the default with <indexUrl/>
                see problems.html#bad-parameter""",
                runtimes("python3.13"),
                requirements("six"),
                indexes(index("pypi", "https://proxy.acme.example/simple/")));
        assertFailsWith(
                """
                Two indexes have the id "acme", by which credentials and locks know them.
                hint: give each <index>, and <indexServerId>, an id of its own
                see problems.html#bad-parameter""",
                runtimes("python3.13"),
                requirements("six"),
                indexes(index("acme", "https://one.example/"), index("acme", "https://two.example/")));
    }

    @Test
    void indexThatIsNamedTwiceIsAskedOnce() {
        assertThat(read(runtimes("python3.13"), requirements("six"), indexes(index("pypi", "https://pypi.org/simple")))
                        .get(0)
                        .indexes()
                        .indexes())
                .hasSize(1);
    }

    @Test
    void placesOfResourcesMayBeWrittenAsPathsAre() throws Exception {
        Files.createDirectories(basedir.resolve("tools"));
        for (String path : List.of("bin/", "./bin", "/bin", "bin//.")) {
            ParameterTree resource =
                    new ParameterTree("resource", "", List.of(text("directory", "tools"), text("targetPath", path)));
            assertThat(read(
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
        assertThat(read(runtimes("python3.13"), requirements("six"), both, text("only", "data")))
                .hasSize(2);
        assertThat(read(runtimes("python3.13"), requirements("six"), both, text("only", "data-arm64")))
                .hasSize(1);
    }

    @Test
    void nameThatTheArchitectureMakesTooLongIsAFaultAmongOthers() {
        assertThatThrownBy(() -> read(
                        runtimes("python3.13"),
                        requirements("six="),
                        text("layerName", "a".repeat(136)),
                        ParameterTree.list("architectures", List.of("x86_64", "arm64"))))
                .hasMessageStartingWith("3 problems:")
                .hasMessageContaining("<layerName> with its architecture: ");
    }

    @Test
    void indexesComeFirstInTheirOrder() {
        ParameterTree acme = new ParameterTree(
                "index",
                "",
                List.of(text("id", "acme"), text("url", "https://acme.example/"), text("explicit", "true")));
        assertThat(read(runtimes("python3.13"), requirements("six"), new ParameterTree("indexes", "", List.of(acme)))
                        .get(0)
                        .indexes()
                        .indexes())
                .containsExactly(
                        IndexLocation.of("acme", "https://acme.example/").asExplicit(),
                        IndexLocation.of("pypi", "https://pypi.org/simple/"));
        assertFailsWith(
                """
                <index> 1 has no <url>.
                hint: <index><id>acme</id><url>https://repo.acme.example/simple/</url></index>
                see problems.html#missing-parameter""",
                runtimes("python3.13"),
                requirements("six"),
                new ParameterTree("indexes", "", List.of(new ParameterTree("index", "", List.of(text("id", "acme"))))));
    }

    @Test
    void serverThatIsNamedMustExist() {
        ParameterTree[] given = {runtimes("python3.13"), requirements("six"), text("indexServerId", "acme")};
        assertFailsWith("""
                <indexServerId> is "acme", but settings.xml has no such <server>.
                hint: add <server><id>acme</id>…</server> to settings.xml
                hint: or leave <indexServerId> out when the index asks for no password
                see problems.html#bad-server""", given);
        Server server = new Server();
        server.setId("acme");
        settings.addServer(server);
        assertThat(read(given).get(0).indexes().indexes().get(0).serverId()).isEqualTo("acme");
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
        assertFailsWith(
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
        assertFailsWith(
                "-Dlambda-layer.findings is \"" + given
                        + "\"; it must be check=level, for example glibc=warn.\nsee problems.html#bad-parameter",
                runtimes("python3.13"),
                requirements("six"),
                new ParameterTree("findings", "", List.of(text("collision", "off"))));
    }

    @Test
    void levelsThatThereAreNotAreToldBeforeAnythingIsFetched() {
        assertFailsWith("""
                "ignore" is not a level of the finding glibc.
                hint: write error, warn or off
                see problems.html#bad-finding-level""", runtimes("python3.13"), requirements("six"), text("findings", "glibc=ignore"));
    }

    @Test
    void folderThatIsNoneIsAFault() {
        assertFailsWith(
                "<sourceDirectory> is \"lib\", which is not a folder; paths start at the pom's folder."
                        + "\nhint: create it, or correct the path\nsee problems.html#bad-parameter",
                runtimes("python3.13"),
                requirements("six"),
                text("sourceDirectory", "lib"));
    }

    @Test
    void layerKnowsWhatOthersProvide() {
        List<LayerSpec> specs = read(
                runtimes("python3.13"),
                layers(
                        layer(text("layerName", "base"), requirements("pandas")),
                        layer(text("layerName", "web"), requirements("requests"), providedBy("base")),
                        layer(text("layerName", "top"), requirements("flask"), providedBy("web")),
                        layer(text("layerName", "alone"), requirements("six"))));
        assertThat(specs)
                .extracting(spec -> requirements(spec.wanted().together()))
                .containsExactly(
                        "[[pandas], [requests], [flask]]",
                        "[[pandas], [requests], [flask]]",
                        "[[pandas], [requests], [flask]]",
                        "[]");
        assertThat(specs)
                .extracting(spec -> requirements(spec.wanted().provided()))
                .containsExactly("[]", "[[pandas]]", "[[pandas], [requests]]", "[]");
    }

    private static String requirements(List<Wanted> wanted) {
        return wanted.stream().map(Wanted::requirements).toList().toString();
    }

    @Test
    void layersThatShareAreResolvedInOneWay() {
        assertFailsWith(
                """
                3 problems:

                The layers base and web share packages by <providedBy>, and have different <findLinks>; what is resolved together has one.

                The layers base and web share packages by <providedBy>, and have different <uploadedPriorTo>; what is resolved together has one.

                The layers base and web share packages by <providedBy>, and have different <resolution>; what is resolved together has one.

                hint: write <findLinks> outside of <layers>
                hint: write <uploadedPriorTo> outside of <layers>
                hint: write <resolution> outside of <layers>
                see problems.html#bad-parameter""",
                runtimes("python3.13"),
                layers(
                        layer(text("layerName", "base"), requirements("pandas"), text("resolution", "lowest")),
                        layer(text("layerName", "alone"), requirements("six"), text("resolution", "lowest-direct")),
                        layer(
                                text("layerName", "web"),
                                requirements("requests"),
                                ParameterTree.list("findLinks", List.of("wheels")),
                                text("uploadedPriorTo", "2025-06-01"),
                                providedBy("base"))));
    }

    @Test
    void layerThatProvidesMustBeAnotherOne() {
        assertFailsWith(
                """
                2 problems:

                <layer> 1 is "web"; it must be base.

                <layer> 2 is "bass"; it must be base.

                see problems.html#bad-parameter""",
                runtimes("python3.13"),
                layers(
                        layer(text("layerName", "base"), requirements("pandas")),
                        layer(text("layerName", "web"), requirements("requests"), providedBy("web", "bass"))));
    }

    @Test
    void layersCannotProvideOneAnother() {
        assertFailsWith(
                """
                2 problems:

                The layer base is <providedBy> itself, through other layers.

                The layer web is <providedBy> itself, through other layers.

                see problems.html#bad-parameter""",
                runtimes("python3.13"),
                layers(
                        layer(text("layerName", "base"), requirements("pandas"), providedBy("web")),
                        layer(text("layerName", "web"), requirements("requests"), providedBy("base"))));
    }

    private static ParameterTree providedBy(String... layers) {
        return new ParameterTree(
                "providedBy",
                "",
                Stream.of(layers).map(name -> text("layer", name)).toList());
    }

    private Map<String, String> levels(ParameterTree findings) {
        return read(runtimes("python3.13"), requirements("six"), findings)
                .get(0)
                .contents()
                .levels();
    }

    private List<LayerSpec> read(ParameterTree... trees) {
        Map<String, ParameterTree> pom = new LinkedHashMap<>();
        Stream.of(trees).forEach(tree -> pom.put(tree.name(), tree));
        return new SpecReader(SpecReading.surroundings(basedir, settings, new FakeArtifacts(), Dependencies.ALL))
                .read(Parameters.of(commandLine, pom, Map.of())).stream()
                        .map(DeclaredLayer::spec)
                        .toList();
    }

    private void assertFailsWith(String block, ParameterTree... trees) {
        assertThatThrownBy(() -> read(trees))
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.block()).isEqualTo(block));
    }

    private static ParameterTree indexes(ParameterTree... indexes) {
        return new ParameterTree("indexes", "", List.of(indexes));
    }

    private static ParameterTree index(String id, String url) {
        return new ParameterTree("index", "", List.of(text("id", id), text("url", url)));
    }

    private static ParameterTree pinning(String id, String url, String... packages) {
        return new ParameterTree(
                "index",
                "",
                List.of(text("id", id), text("url", url), ParameterTree.list("packages", List.of(packages))));
    }

    private static ParameterTree text(String name, String text) {
        return ParameterTree.text(name, text);
    }

    private static ParameterTree runtimes(String... runtimes) {
        return ParameterTree.list("runtimes", List.of(runtimes));
    }

    private static ParameterTree requirements(String... requirements) {
        return ParameterTree.list("requirements", List.of(requirements));
    }

    private static ParameterTree layers(ParameterTree... layers) {
        return new ParameterTree("layers", "", List.of(layers));
    }

    private static ParameterTree layer(ParameterTree... parameters) {
        return new ParameterTree("layer", "", List.of(parameters));
    }

    private static Mirror mirror(String id, String of, String url) {
        Mirror mirror = new Mirror();
        mirror.setId(id);
        mirror.setMirrorOf(of);
        mirror.setUrl(url);
        return mirror;
    }
}
