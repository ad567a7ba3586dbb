package io.github.lambdalayer.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lambdalayer.build.Contents.Layout;
import io.github.lambdalayer.build.Contents.Modules;
import io.github.lambdalayer.build.LayerResult.ToldFinding;
import io.github.lambdalayer.build.Trial.HandlerCall;
import io.github.lambdalayer.lambda.Architecture;
import io.github.lambdalayer.layer.FileTree;
import io.github.lambdalayer.layer.SlimPreset;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.testing.RealIndex;
import io.github.lambdalayer.testing.RecordingBuildLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit, the import test and the handler test over real wheels, as the index was in the middle of 2025. */
@Tag("live")
class LiveLayersTest {

    private static final Instant DAY = Instant.parse("2025-06-01T00:00:00Z");

    @TempDir
    private Path basedir;

    private final RecordingBuildLog log = new RecordingBuildLog();
    private final LayerBuild build = new LayerBuild(
            new Ports(IndexCredentials.NONE, Transfers.SILENT, log, "0.1.0", new Pythons(List.of(), System.getenv())));

    @BeforeEach
    void noWheelsOfOurOwn() throws IOException {
        Files.createDirectories(basedir.resolve("wheels"));
    }

    @BeforeAll
    static void needsTheIndex() {
        assumeTrue(RealIndex.isReachable(), "the real index cannot be reached");
    }

    /** A false error is one about a set that the runtime's Python imports. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "python3.13 | pandas, requests[socks], pyyaml           | pandas, requests, socks, yaml",
                "python3.11 | pandas, requests[socks], pyyaml           | pandas, requests, socks, yaml",
                "python3.13 | scikit-learn                              | sklearn.linear_model, scipy.linalg",
                "python3.13 | cryptography, psycopg2-binary, lxml, pillow | cryptography.fernet, psycopg2, lxml.etree, PIL.Image",
                "python3.11 | cryptography, psycopg2-binary, lxml, pillow | cryptography.fernet, psycopg2, lxml.etree, PIL.Image",
                "python3.13 | pydantic, fastapi, aiohttp, orjson        | pydantic, fastapi, aiohttp, orjson",
                "python3.12 | grpcio, protobuf, shapely, pyproj         | grpc, google.protobuf, shapely, pyproj"
            })
    void setsThatPythonImportsHaveNoError(String runtime, String requirements, String modules) {
        TestSpecs specs = layer(requirements.split(", ")).on(TestSpecs.target(runtime, Architecture.X86_64));
        Trial trial = new Trial(List.of(modules.split(", ")), Optional.empty(), false);
        build.check(spec(specs), Optional.empty(), trial);
        assertThat(log.events()).anyMatch(event -> event.startsWith("imported ") || event.startsWith("skipped "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"python3.13 | scikit-learn", "python3.11 | pandas, cryptography, lxml"})
    void setsForArmHaveNoErrorEither(String runtime, String requirements) {
        build.assemble(spec(layer(requirements.split(", ")).on(TestSpecs.target(runtime, Architecture.ARM64))));
        assertThat(log.events()).contains("wrote data.zip");
    }

    @Test
    void openCvNeedsAScreen() {
        assertFindings(List.of("opencv-python"), "needed-library", "libGL.so.1");
    }

    @Test
    void rasterioNeedsAnExpatThatAl2023HasNot() {
        assertFindings(List.of("rasterio"), "needed-library", "libexpat.so.1");
    }

    @Test
    void digestsOfGmshAreInHexadecimal() {
        assertFindings(List.of("gmsh==4.13.1"), "wheel-format", "has its digests in hexadecimal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"setuptools", "pytest-cov", "coloredlogs"})
    void pathFilesOfRealWheelsAreTold(String requirement) {
        assertFindings(List.of(requirement), "pth", "is not executed from a layer.");
    }

    @Test
    void namespacesNeedNoPathFile() {
        LayerSpec spec = spec(layer("zope.interface==6.4"));
        assertThat(build.assemble(spec).findings())
                .extracting(ToldFinding::message)
                .containsExactly(
                        "python/distutils-precedence.pth of setuptools-80.9.0-py3-none-any.whl is not executed from a layer.");
        build.check(spec, Optional.empty(), new Trial(List.of("zope.interface"), Optional.empty(), false));
    }

    @Test
    void twoPackagesWithTheSameFiles() {
        assertErrors(
                layer("opencv-python==4.11.0.86", "opencv-python-headless==4.10.0.84"), "differ between opencv_python");
    }

    @Test
    void librariesThatWereLeftOut() {
        LayerResult result =
                build.assemble(spec(layer("numpy").with(contents(List.of("numpy.libs"), List.of(), List.of()))));
        assertThat(result.findings())
                .extracting(ToldFinding::check, ToldFinding::level)
                .containsExactly(tuple("needed-library", "warn"));
        assertThat(result.findings())
                .extracting(ToldFinding::message)
                .allMatch(message -> message.contains(" libscipy_openblas64_-"));
    }

    /** Names that lie: the wheel is a real one for glibc 2.34 on x86_64, under the name of another. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "python3.11 | x86_64 | manylinux_2_17_x86_64  | needs glibc 2.34, and python3.11 has glibc 2.26.",
                "python3.13 | arm64  | manylinux_2_17_aarch64 | is for x86_64, and python3.13 runs on aarch64."
            })
    void wheelWhoseNameLies(String runtime, String architecture, String platform, String sentence) throws IOException {
        build.assemble(spec(layer("cryptography==45.0.3")
                .on(TestSpecs.target(runtime, Architecture.X86_64).withGlibc("2.34"))));
        String prefix = "cryptography-45.0.3-cp311-abi3-";
        try (Stream<Path> files = Files.walk(RealIndex.CACHE)) {
            Path wheel = files.filter(file -> file.endsWith(prefix + "manylinux_2_34_x86_64.whl"))
                    .findFirst()
                    .orElseThrow();
            Files.copy(wheel, basedir.resolve("wheels/" + prefix + platform + ".whl"));
        }
        assertErrors(
                layer("cryptography").on(TestSpecs.target(runtime, Architecture.of(architecture))),
                "python/cryptography/hazmat/bindings/_rust.abi3.so of " + prefix + platform + ".whl " + sentence);
    }

    /** pip's own {@code --target} with {@code --no-deps} makes such a zip; so does leaving a package out. */
    @Test
    void packageThatIsMissing() throws IOException {
        Wanted wanted = spec(layer("pandas")).wanted();
        Wanted without = WantedBuilder.like(wanted)
                .excluded(Set.of(PackageName.of("python-dateutil")))
                .build();
        build.assemble(spec(layer().wanting(without)));
        Path other = Files.copy(basedir.resolve("target/lambda-layer/data.zip"), basedir.resolve("other.zip"));
        assertThatThrownBy(() -> build.check(spec(layer()), Optional.of(other), Trial.NOTHING))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.sentence())
                                .isEqualTo("pandas 2.2.3 requires python-dateutil>=2.8.2, which is not in the layer."));
    }

    @Test
    void partsOfTheRuntimeThatAreShadowed() throws IOException {
        Files.createDirectories(basedir.resolve("own"));
        Files.writeString(basedir.resolve("own/json.py"), "");
        LayerResult result = build.assemble(spec(
                layer("boto3").with(contents(List.of(), List.of(), List.of(FileTree.python(basedir.resolve("own")))))));
        assertThat(result.findings())
                .extracting(ToldFinding::check, ToldFinding::level)
                .containsExactly(tuple("sdk-shadow", "warn"), tuple("stdlib-shadow", "warn"));
    }

    @Test
    void librariesWithoutTheirDebugSymbolsStillLoad() {
        TestSpecs specs = layer("pandas", "scikit-learn")
                .with(contents(List.of(), List.of(SlimPreset.TESTS, SlimPreset.DEBUG_SYMBOLS), List.of()));
        build.check(
                spec(specs),
                Optional.empty(),
                new Trial(List.of("pandas", "sklearn.linear_model", "scipy.linalg"), Optional.empty(), false));
        assertThat(log.events()).anyMatch(event -> event.startsWith("slimmed {debug-symbols="));
    }

    @Test
    void handlerIsCalledByTheClientOfAws() throws IOException {
        Files.createDirectories(basedir.resolve("function"));
        Files.writeString(basedir.resolve("function/app.py"), """
                import six

                def handler(event, context):
                    return {"sum": sum(event["numbers"]), "six": six.__version__, "id": context.aws_request_id}
                """);
        HandlerCall call =
                new HandlerCall("app.handler", "{\"numbers\": [1, 2, 39]}", Optional.of(basedir.resolve("function")));
        build.check(spec(layer("six")), Optional.empty(), new Trial(List.of(), Optional.of(call), false));
        assertThat(log.events())
                .last()
                .asString()
                .matches("called app.handler \\{\"sum\": 42, \"six\": \"1.17.0\", \"id\": \"[0-9a-f-]{36}\"}"
                        + "|skipped the call of app.handler: .*");
    }

    private TestSpecs layer(String... requirements) {
        return TestSpecs.in(basedir).requiring(requirements).with(contents(List.of(), List.of(), List.of()));
    }

    private static Contents contents(List<String> exclusions, List<SlimPreset> slim, List<FileTree> own) {
        return new Contents(Layout.AUTO, own, exclusions, slim, Modules.SOURCES, Map.of(), Long.MAX_VALUE, true);
    }

    private LayerSpec spec(TestSpecs specs) {
        return specs.from(IndexSettings.of(RealIndex.CACHE)
                        .withIndexes(List.of(IndexLocation.of("pypi", RealIndex.URL.toString())))
                        .withFindLinks(List.of(basedir.resolve("wheels")))
                        .withUploadedPriorTo(DAY))
                .spec();
    }

    private void assertFindings(List<String> requirements, String check, String text) {
        Map<String, String> levels = new HashMap<>(Map.of("needed-library", "warn"));
        levels.put(check, "warn");
        TestSpecs specs = layer(requirements.toArray(String[]::new))
                .with(new Contents(
                        Layout.AUTO, List.of(), List.of(), List.of(), Modules.SOURCES, levels, Long.MAX_VALUE, true));
        assertThat(build.assemble(spec(specs)).findings())
                .filteredOn(finding -> finding.check().equals(check))
                .extracting(ToldFinding::message)
                .anyMatch(message -> message.contains(text));
    }

    private void assertErrors(TestSpecs specs, String text) {
        assertThatThrownBy(() -> build.assemble(spec(specs)))
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.sentence()).contains(text));
    }
}
