package io.github.lambdalayer.audit;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.lambda.Architecture;
import io.github.lambdalayer.lambda.LambdaRuntime;
import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.layer.Collision;
import io.github.lambdalayer.layer.Content;
import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.layer.LayerPlan;
import io.github.lambdalayer.layer.PlannedPackage;
import io.github.lambdalayer.layer.SitePackages;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.version.Version;
import io.github.lambdalayer.testing.WheelBuilder;
import io.github.lambdalayer.testing.ZipBuilder;
import io.github.lambdalayer.zip.ByteSource;
import io.github.lambdalayer.zip.RawEntry;
import io.github.lambdalayer.zip.RawZip;
import io.github.lambdalayer.zip.ZipLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each check says; a layer without faults is {@link #layerWithoutFaultsHasNoFinding} for all of them. */
class ChecksTest {

    @TempDir
    Path folder;

    @AutoClose
    private AuditFixture layer;

    @BeforeEach
    void open() {
        layer = new AuditFixture(folder);
    }

    @Test
    void layerWithoutFaultsHasNoFinding() {
        layer.own("handler.py", "KEY = 'AKIA' + 'IOSFODNN7EXAMPLE'\n").own("pkg/__init__.py", "");
        assertThat(Audit.with(Map.of())
                        .run(layer.layer(
                                wheel("demo", "1.0")
                                        .requires(
                                                "six>=1.16",
                                                "pytest; extra == 'test'",
                                                "tomli; python_version < '3.11'"),
                                wheel("six", "1.16.0").file("six.py", ""))))
                .isEmpty();
    }

    @Test
    void layerThatIsTooLarge() throws IOException {
        assertThat(messages(new UnzippedSizeCheck(), layer.layer(planOf(262_144_000), List.of())))
                .containsExactly(
                        "The layer has 262.1 MB (262,144,000 bytes) unzipped, and Lambda takes less than 262.1 MB"
                                + " (262,144,000 bytes): a 1.0 has 175.6 MB, b 1.0 has 99.0 MB, small 1.0 has 1.0 MB.");
        assertThat(messages(new UnzippedSizeCheck(), layer.layer(planOf(262_143_999), List.of())))
                .isEmpty();
    }

    @Test
    void whatCouldBeLeftOutAndHowALayerCouldBeDividedIsSaid() throws IOException {
        WheelBuilder numpy = wheel("numpy", "2.1").file("numpy/tests/a.py", " ".repeat(1_200_000));
        WheelBuilder pandas = wheel("pandas", "2.2").requires("numpy").file("pandas/core.pyi", " ".repeat(300_000));
        AuditedLayer small = layer.layer(numpy, pandas, wheel("boto3", "1.35").file("boto3/data.json", "{}"));
        List<LayerEntry> entries = new ArrayList<>(small.plan().entries());
        entries.addAll(planOf(262_144_000).entries());
        LayerPlan large = new LayerPlan(
                entries, List.of(), small.plan().packages(), small.plan().wheels());
        assertThat(new UnzippedSizeCheck().check(layer.layer(large, large.wheels())))
                .flatExtracting(Finding::hints)
                .containsExactly(
                        "leave out files with <slim> (tests has 1.2 MB, types has 300.0 kB) or <exclusions>, or packages with"
                                + " <excludedPackages>",
                        "or make <layers> for functions that need only a part: with all that it requires pandas has 1.5 MB,"
                                + " boto3 has 500 bytes",
                        "or use a container image, which may have 10 GB");
    }

    @Test
    void whatWasCompiledForTheLayerIsNoCacheAndCanBeLeftOutByItsOwnParameter() throws IOException {
        List<LayerEntry> entries = new ArrayList<>(planOf(262_144_000).entries());
        entries.add(entry("python/pandas/core.py", 900_000));
        entries.add(entry("python/pandas/stays.py", 100_000));
        byte[] compiled = new byte[1_500_000];
        entries.add(new LayerEntry(
                "python/pandas/__pycache__/core.cpython-313.pyc", 0644, Content.Packed.of("pandas", compiled, false)));
        entries.add(entry("python/numpy/__pycache__/left.cpython-313.pyc", 200_000));
        LayerPlan plan = new LayerPlan(entries, List.of(), List.of(), List.of());
        assertThat(new UnzippedSizeCheck().check(layer.layer(plan, List.of())))
                .flatExtracting(Finding::hints)
                .containsExactly(
                        "leave out files with <slim> (caches has 200.0 kB) or <exclusions>, or packages with"
                                + " <excludedPackages>",
                        "or set <bytecode> to only, which leaves out 900.0 kB of sources, or to none, which leaves out 1.5 MB"
                                + " of compiled modules",
                        "or use a container image, which may have 10 GB");
    }

    @Test
    void theHeaviestPackagesOfAZipAreNamed() {
        AuditedLayer large = layer.zippedLimit(1000)
                .own("handler.py", "x".repeat(9000))
                .layer(
                        wheel("six", "1.16.0").file("six.py", noise(4000)),
                        wheel("numpy", "2.1").file("numpy/core.so", noise(70_000)),
                        wheel("pandas", "2.2").file("pandas/core.py", noise(30_000)));
        assertThat(messages(new ZippedSizeCheck(), large).get(0))
                .endsWith(" In it numpy 2.1 has 70.5 kB, pandas 2.2 has 30.5 kB, six 1.16.0 has 4.5 kB.");
    }

    @Test
    void aLayerOfOwnFilesNamesNoPackage() {
        assertThat(messages(
                        new ZippedSizeCheck(),
                        layer.zippedLimit(10).own("handler.py", "").layer()))
                .singleElement(InstanceOfAssertFactories.STRING)
                .endsWith(" takes less than 10 bytes.");
    }

    private static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(bytes).nextBytes(noise);
        return noise;
    }

    @Test
    void aLayerForEachRuntimeIsProposed() throws IOException {
        LambdaTarget old = LambdaTarget.of(LambdaRuntime.of("python3.12"), Architecture.X86_64);
        LambdaTarget newer = LambdaTarget.of(LambdaRuntime.of("python3.13"), Architecture.X86_64);
        List<LayerEntry> entries = new ArrayList<>(planOf(1_000_000).entries());
        entries.add(entry("python/lib/python3.12/site-packages/numpy/a.so", 150_000_000));
        entries.add(entry("python/lib/python3.13/site-packages/numpy/a.so", 160_000_000));
        LayerPlan plan = new LayerPlan(
                entries, List.of(), List.of(planned("numpy", 150_000_000), planned("numpy", 160_000_000)), List.of());
        AuditedLayer large = new AuditedLayer(
                plan,
                List.of(
                        new AuditedTarget(old, SitePackages.of("3.12"), List.of()),
                        new AuditedTarget(newer, SitePackages.of("3.13"), List.of())),
                Long.MAX_VALUE,
                true,
                Set.of(),
                LocalDate.of(2026, 6, 1));
        assertThat(new UnzippedSizeCheck().check(large))
                .containsExactly(new Finding(
                        "unzipped-size",
                        Level.ERROR,
                        "The layer has 311.0 MB (311,000,000 bytes) unzipped, and Lambda takes less than 262.1 MB"
                                + " (262,144,000 bytes): numpy 1.0 has 310.0 MB.",
                        List.of(
                                "leave out files with <slim> or <exclusions>, or packages with <excludedPackages>",
                                "or make one layer for each runtime with <layers>: python3.12 has 151.0 MB, python3.13 has"
                                        + " 161.0 MB",
                                "or use a container image, which may have 10 GB")));
    }

    private static LayerPlan planOf(long bytes) throws IOException {
        return new LayerPlan(
                List.of(entry("python/x", bytes)),
                List.of(),
                List.of(planned("small", 1_000_000), planned("b", 99_000_000), planned("a", 175_600_000)),
                List.of());
    }

    private static LayerEntry entry(String path, long bytes) throws IOException {
        RawZip none = RawZip.read(ByteSource.of("own", ZipBuilder.zip().bytes()), ZipLimits.OWN);
        RawEntry entry = new RawEntry("x", RawEntry.STORED, 0, 0, bytes, bytes, 0, 0, 0);
        return new LayerEntry(path, 0644, new Content.Archived(none, entry, "own", ""));
    }

    private static PlannedPackage planned(String name, long bytes) {
        return new PlannedPackage(PackageName.of(name), Version.parse("1.0"), name + "-1.0-py3-none-any.whl", bytes);
    }

    @Test
    void zipThatIsTooLargeForItsWay() {
        AuditedLayer large = layer.zippedLimit(1000).layer(wheel("demo", "1.0"));
        assertThat(messages(new ZippedSizeCheck(), large))
                .containsExactly(
                        "The zip has 1.2 kB ("
                                + String.format("%,d", large.plan().zippedBytes())
                                + " bytes), and the way it is to be sent takes less than 1.0 kB (1,000 bytes). In it demo 1.0 has 499 bytes.");
        long bytes = large.plan().zippedBytes();
        assertThat(messages(new ZippedSizeCheck(), layer.zippedLimit(bytes + 1).layer(wheel("demo", "1.0"))))
                .isEmpty();
        assertThat(messages(new ZippedSizeCheck(), layer.zippedLimit(bytes).layer(wheel("demo", "1.0"))))
                .hasSize(1);
    }

    @Test
    void zipTooLargeForALayerThatIsNotSentFromHereIsAWarning() {
        AuditedLayer large = layer.zippedLimit(1000).notSent().layer(wheel("demo", "1.0"));
        assertThat(new ZippedSizeCheck().check(large))
                .containsExactly(new Finding(
                        "zipped-size",
                        Level.WARN,
                        "The zip has 1.2 kB ("
                                + String.format("%,d", large.plan().zippedBytes())
                                + " bytes), and AWS Lambda takes less than 1.0 kB (1,000 bytes) unless it comes"
                                + " through an S3 bucket. In it demo 1.0 has 499 bytes.",
                        List.of("whoever publishes it must name a bucket with <bucket>")));
    }

    @Test
    void twoPackagesWithOnePath() {
        WheelBuilder six = wheel("six", "1.16.0").file("six.py", "1");
        WheelBuilder vendored = wheel("vendored", "2.0").file("six.py", "2");
        List<Finding> findings = new CollisionCheck().check(layer.layer(six, vendored));
        assertThat(findings)
                .containsExactly(
                        new Finding(
                                "collision",
                                Level.ERROR,
                                "python/six.py differs between six-1.16.0-py3-none-any.whl and vendored-2.0-py3-none-any.whl;"
                                        + " the layer would have what is of six-1.16.0-py3-none-any.whl.",
                                List.of(
                                        "drop one of the two with <excludedPackages>, or leave the path out with <exclusions>")));
    }

    /** aws-cdk-lib brings files of a package that it requires: pip and uv install both. */
    @Test
    void packageThatBringsFilesOfOneThatItRequires() {
        WheelBuilder library = wheel("library", "2.0").requires("six>=1").file("six.py", "2");
        WheelBuilder six = wheel("six", "1.16.0").file("six.py", "1");
        assertThat(new CollisionCheck().check(layer.layer(six, library)))
                .containsExactly(new Finding(
                        "collision",
                        Level.WARN,
                        "python/six.py differs between library-2.0-py3-none-any.whl and six-1.16.0-py3-none-any.whl, one of"
                                + " which requires the other; the layer has what is of library-2.0-py3-none-any.whl.",
                        List.of("leave the path out with <exclusions> where the other one is needed")));
    }

    @Test
    void wheelsThatAreNotAsTheyShouldBe() {
        WheelBuilder other = wheel("other", "1.0")
                .wheelText(text -> text.replace("py3-none-any", "cp38-cp38-win32\nTag: cp39-cp39-win32"));
        WheelBuilder odd = wheel("odd", "1.0").wheelText(text -> text.replace("py3-none-any", "odd"));
        WheelBuilder hex = wheel("hex", "1.0")
                .file("hex/a.py", "x")
                .recordText(text -> text.replace(
                        "sha256=LXEWQrcmsEQBYnyp-6wy9chTD7GQPMTbAiWHF5IaSIE",
                        "sha256=2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"));
        assertThat(messages(new WheelFormatCheck(), layer.layer(wheel("fine", "1.0"), other, odd, hex)))
                .containsExactlyInAnyOrder(
                        "other-1.0-py3-none-any.whl has other tags in its name than in its file WHEEL, which says"
                                + " cp38-cp38-win32, cp39-cp39-win32; the name counts.",
                        "odd-1.0-py3-none-any.whl has other tags in its name than in its file WHEEL, which says something"
                                + " that is no tag; the name counts.",
                        "hex-1.0-py3-none-any.whl has its digests in hexadecimal; installers that expect base64 refuse it.");
    }

    @Test
    void programsThatNoInstallerShouldMake() {
        WheelBuilder odd = wheel("odd", "1.0")
                .distInfo(
                        "entry_points.txt",
                        "[console_scripts]\n../../x = odd:main\nodd = odd:main\nPython.exe=odd:main\n[other]\npython = odd:x\n");
        assertThat(messages(new WheelFormatCheck(), layer.layer(wheel("fine", "1.0"), odd)))
                .containsExactly("odd-1.0-py3-none-any.whl asks for programs named ../../x, Python.exe, which would be"
                        + " outside of its folder or stand in for Python; a layer has none of them.");
    }

    @Test
    void manyCollisionsOfTwoPackagesAreOneFinding() {
        List<Collision> collisions = new ArrayList<>();
        for (String path : List.of("a", "b", "c")) {
            collisions.add(new Collision("python/" + path, "one.whl", "two.whl"));
        }
        collisions.add(new Collision("python/d", "one.whl", "three.whl"));
        collisions.add(new Collision("python/e", "one.whl", "three.whl"));
        LayerPlan plan = new LayerPlan(List.of(), collisions, List.of(), List.of());
        assertThat(messages(new CollisionCheck(), layer.layer(plan, List.of())))
                .containsExactly(
                        "python/a and 2 other files differ between one.whl and two.whl; the layer would have what is of one.whl.",
                        "python/d and another file differ between one.whl and three.whl; the layer would have what is of one.whl.");
    }

    @Test
    void requirementsThatAreNotMet() {
        AuditedLayer broken = layer.layer(
                wheel("Demo", "1.0").requires("six>=1.16", "numpy>=2", "colorama; sys_platform == 'win32'"),
                wheel("numpy", "1.26.4"));
        assertThat(messages(new MissingRequirementCheck(), broken))
                .containsExactly(
                        "demo 1.0 requires six>=1.16, which is not in the layer.",
                        "demo 1.0 requires numpy>=2, and the layer has numpy 1.26.4.");
        assertThat(messages(
                        new MissingRequirementCheck(),
                        layer.answeredFor("six", "numpy")
                                .layer(wheel("demo", "1.0").requires("six", "numpy>=2"))))
                .isEmpty();
    }

    @Test
    void preReleaseMeetsARequirement() {
        assertThat(messages(
                        new MissingRequirementCheck(),
                        layer.layer(wheel("demo", "1.0").requires("six>=1"), wheel("six", "2.0rc1"))))
                .isEmpty();
    }

    @Test
    void partsOfTheSdk() {
        assertThat(messages(new SdkShadowCheck(), layer.layer(wheel("urllib3", "2.2.0"), wheel("botocore", "1.35.0"))))
                .containsExactly(
                        "The layer has botocore 1.35.0, urllib3 2.2.0 but not boto3, s3transfer; the runtime's own"
                                + " then works with a part that it was not made for.");
        assertThat(messages(
                        new SdkShadowCheck(),
                        layer.layer(
                                wheel("urllib3", "2.2.0"),
                                wheel("botocore", "1.35.0"),
                                wheel("boto3", "1.35.0"),
                                wheel("s3transfer", "0.10.0"))))
                .containsExactly(
                        "The layer's boto3 1.35.0, botocore 1.35.0, s3transfer 0.10.0, urllib3 2.2.0 take the place"
                                + " of those that the runtime has.");
    }

    @Test
    void modulesThatPythonHasItself() {
        AuditedLayer shadows = layer.own("random.py", "")
                .layer(
                        wheel("enum34", "1.0").file("enum/__init__.py", ""),
                        wheel("backport", "1.0").file("cgi.py", "").file("concurrent/mine.py", ""),
                        wheel("uuid", "1.0").file("uuid.cpython-313-x86_64-linux-gnu.so", ""));
        assertThat(messages(new StdlibShadowCheck(), shadows))
                .containsExactly(
                        "python/enum/__init__.py of enum34-1.0-py3-none-any.whl takes the place of Python's own module enum.",
                        "python/random.py of " + folder.resolve("src0")
                                + " takes the place of Python's own module random.",
                        "python/uuid.cpython-313-x86_64-linux-gnu.so of uuid-1.0-py3-none-any.whl takes the place of"
                                + " Python's own module uuid.");
        assertThat(StandardModules.of(12)).contains("cgi", "json");
        assertThat(StandardModules.of(13)).doesNotContain("cgi");
        assertThat(StandardModules.of(10)).doesNotContain("tomllib");
        assertThat(StandardModules.of(11)).contains("tomllib");
    }

    /** The names of the packages say nothing of it. */
    @Test
    void modulesThatTheRuntimeHasItself() {
        AuditedLayer shadows = layer.layer(
                wheel("harmless", "1.0")
                        .file("awslambdaric/__init__.py", "")
                        .file("boto3/__init__.py", "")
                        .file("six.py", ""),
                wheel("urllib3", "2.2.0").file("urllib3/__init__.py", ""));
        assertThat(messages(new StdlibShadowCheck(), shadows))
                .containsExactly(
                        "python/awslambdaric/__init__.py of harmless-1.0-py3-none-any.whl takes the place of the runtime's own"
                                + " module awslambdaric.",
                        "python/boto3/__init__.py of harmless-1.0-py3-none-any.whl takes the place of the runtime's own module"
                                + " boto3.");
    }

    @Test
    void ownModulesBesideTheFoldersOfSeveralRuntimes() {
        AuditedLayer shadows = layer.own("json.py", "")
                .site(SitePackages.of("3.13"))
                .layer(wheel("demo", "1.0").file("queue.py", ""));
        assertThat(messages(new StdlibShadowCheck(), shadows))
                .containsExactly(
                        "python/json.py of " + folder.resolve("src0") + " takes the place of Python's own module json.",
                        "python/lib/python3.13/site-packages/queue.py of demo-1.0-py3-none-any.whl takes the place of"
                                + " Python's own module queue.");
    }

    @Test
    void pathFiles() {
        AuditedLayer paths = layer.layer(wheel("demo", "1.0")
                .file("demo.pth", "import demo")
                .file("demo-1.0-nspkg.pth", "import sys")
                .file("demo/x.pth", ""));
        assertThat(messages(new PthCheck(), paths))
                .containsExactly("python/demo.pth of demo-1.0-py3-none-any.whl is not executed from a layer.");
    }

    @Test
    void pathsThatDifferInCaseOnly() {
        AuditedLayer twins = layer.layer(wheel("demo", "1.0")
                .file("demo/Readme", "1")
                .file("demo/README", "2")
                .file("demo/\u00e9", "3")
                .file("demo/e\u0301", "4"));
        assertThat(messages(new CaseCollisionCheck(), twins))
                .containsExactly(
                        "python/demo/README and python/demo/Readme are one file on a Mac or on Windows.",
                        "python/demo/e\u0301 and python/demo/\u00e9 are one file on a Mac or on Windows.");
    }

    @Test
    void modesThatNoLayerNeeds() {
        AuditedLayer modes = layer.layer(wheel("demo", "1.0")
                .file("demo/tool", new byte[0], 0104755, e -> {})
                .file("demo/secret", new byte[0], 0100600, e -> {}));
        assertThat(messages(new FileModeCheck(), modes))
                .containsExactly(
                        "python/demo/tool has mode 4755 in demo-1.0-py3-none-any.whl; in the layer it has 0755.");
    }

    @Test
    void bytecodeOfAnotherPython() {
        byte[] for313 = {(byte) 0xf3, 0x0d, 0x0d, 0x0a};
        byte[] for311 = {(byte) 0xa7, 0x0d, 0x0d, 0x0a};
        AuditedLayer compiled = layer.layer(wheel("demo", "1.0")
                .file("demo/good.pyc", for313)
                .file("demo/old.pyc", for311)
                .file("demo/empty.pyc", new byte[0])
                .file("demo/unused.pyc", for311)
                .file("demo/unused.py", ""));
        assertThat(messages(new StaleBytecodeCheck(), compiled))
                .containsExactly(
                        "python/demo/empty.pyc of demo-1.0-py3-none-any.whl was compiled for another Python than 3.13, and has"
                                + " no source beside it.",
                        "python/demo/old.pyc of demo-1.0-py3-none-any.whl was compiled for another Python than 3.13, and has"
                                + " no source beside it.");
    }

    @Test
    void filesThatNothingReads() {
        AuditedLayer leftovers = layer.layer(wheel("demo", "1.0")
                .file("demo/.DS_Store", "")
                .file("demo/a.py.orig", "")
                .file("demo/b.py~", "")
                .file("demo/__MACOSX/x", "")
                .file("demo/d.bak", "x".repeat(3_000)));
        assertThat(messages(new LeftoversCheck(), leftovers))
                .containsExactly("Nothing reads these files: python/demo/.DS_Store, python/demo/__MACOSX/x,"
                        + " python/demo/a.py.orig and 2 more, 3.0 kB together.");
        assertThat(messages(
                        new LeftoversCheck(), layer.layer(wheel("demo", "1.0").file("demo/a.py~", "x".repeat(700)))))
                .containsExactly("Nothing reads these files: python/demo/a.py~, 700 bytes.");
    }

    @Test
    void secretsOfTheProject() {
        AuditedLayer secrets = layer.own("app/.env", "PASSWORD=x")
                .own("app/key.py", "KEY = '''-----BEGIN RSA PRIVATE KEY-----\n'''")
                .own("app/aws.py", "key = 'AKIA" + "ABCDEFGHIJKLMNOP'")
                .own("app/fine.py", "x = 'AKIAIOSFODNN7EXAMPLE', 'XAKIAABCDEFGHIJKLMNOP', '-----BEGIN PUBLIC KEY-----'")
                .layer(wheel("demo", "1.0")
                        .file("demo/test.key", "-----BEGIN PRIVATE KEY-----")
                        .file("demo/npm/.npmrc", ""));
        List<Finding> findings = new SecretCheck().check(secrets);
        assertThat(findings).extracting(Finding::level).containsOnly(Level.WARN);
        assertThat(findings)
                .extracting(Finding::message)
                .containsExactly(
                        "python/app/.env of " + folder.resolve("src0") + " has the name of a file with secrets.",
                        "python/app/aws.py of " + folder.resolve("src2") + " holds the id of an AWS access key.",
                        "python/app/key.py of " + folder.resolve("src1") + " holds a private key.");
    }

    @Test
    void runtimesThatArePatchedNoMore() {
        List<String> messages =
                messages(new RuntimeLifecycleCheck(), layer.runtime("python3.8").layer());
        assertThat(messages)
                .containsExactly(
                        "AWS stopped patching python3.8 on 2024-10-14; functions can be created until 2027-02-01"
                                + " and can be updated until 2027-03-03.");
    }

    private static List<String> messages(LayerCheck check, AuditedLayer layer) {
        return check.check(layer).stream().map(Finding::message).toList();
    }

    @Test
    void packagesThatArePartlyInTheCommonFolder() {
        layer.site(SitePackages.of("3.13"))
                .own("acme/app.py", "")
                .own("whole/__init__.py", "")
                .own("parts/b.py", "");
        AuditedLayer split = layer.layer(wheel("acme", "1.0")
                .file("acme/__init__.py", "")
                .file("acme/core.py", "")
                .file("whole/core.py", "")
                .file("parts/a.py", ""));
        assertThat(messages(new SplitPackageCheck(), split))
                .containsExactly(
                        "python/lib/python3.13/site-packages/acme/__init__.py of acme-1.0-py3-none-any.whl hides"
                                + " python/acme/app.py of " + folder.resolve("src0")
                                + ": Python looks for acme in one folder only.",
                        "python/whole/__init__.py of " + folder.resolve("src1")
                                + " hides python/lib/python3.13/site-packages/whole/core.py of acme-1.0-py3-none-any.whl:"
                                + " Python looks for whole in one folder only.");
    }

    @Test
    void packagesThatLookForTheirPartsThemselvesMayBeInBoth() {
        layer.site(SitePackages.of("3.13"))
                .own("acme/__init__.py", "__path__ = __import__('pkgutil').extend_path(__path__, __name__)")
                .own("zope/__init__.py", "__import__('pkg_resources').declare_namespace(__name__)");
        AuditedLayer split = layer.layer(wheel("acme", "1.0")
                .file("acme/__init__.py", "__path__ = __import__('pkgutil').extend_path(__path__, __name__)")
                .file("acme/core.py", "")
                .file("zope/core.py", ""));
        assertThat(messages(new SplitPackageCheck(), split)).isEmpty();
    }

    @Test
    void partsAreNamedInTheOrderOfTheLayer() {
        layer.site(SitePackages.of("3.13"));
        for (int i = 10; i < 40; i++) {
            layer.own("acme/m" + i + ".py", "");
        }
        AuditedLayer split = layer.layer(wheel("acme", "1.0").file("acme/__init__.py", ""));
        assertThat(messages(new SplitPackageCheck(), split))
                .singleElement()
                .asString()
                .contains(" hides python/acme/m10.py of ");
    }
}
