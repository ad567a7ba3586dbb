package io.github.lambdalayer.layer;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.wheel.WheelFile;
import io.github.lambdalayer.python.wheel.WheelFilename;
import io.github.lambdalayer.testing.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerPlannerTest {

    @TempDir
    Path folder;

    private final List<WheelFile> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (WheelFile wheel : open) {
            wheel.close();
        }
    }

    @Test
    void filesOfAWheelGoWhereAnInstallerPutsThem() throws IOException {
        LayerPlan plan =
                plan(SitePackages.FLAT, demo().zip(zip -> zip.directory("demo/").directory("demo-1.0.dist-info/")));
        assertThat(modesAndPaths(plan))
                .containsExactly(
                        "755 python/bin/other",
                        "755 python/bin/run",
                        "644 python/demo-1.0.dist-info/INSTALLER",
                        "644 python/demo-1.0.dist-info/METADATA",
                        "644 python/demo-1.0.dist-info/RECORD",
                        "644 python/demo-1.0.dist-info/WHEEL",
                        "644 python/demo/__init__.py",
                        "755 python/demo/tool",
                        "644 python/include/demo.h",
                        "644 python/plat.py",
                        "644 python/pure.py",
                        "644 python/share/demo.txt");
    }

    @Test
    void recordIsTrueForWhatIsInTheLayer() throws IOException {
        LayerPlan plan = plan(SitePackages.FLAT, demo());
        assertThat(made(plan, "python/demo-1.0.dist-info/INSTALLER")).isEqualTo("lambda-layer-maven-plugin\n");
        assertThat(made(plan, "python/bin/run")).isEqualTo("#!/usr/bin/env python3\r\nprint(1)\n");
        assertThat(made(plan, "python/demo-1.0.dist-info/RECORD").lines())
                .startsWith(
                        "bin/other,sha256=qAdtPSjSHgIBKyDq99v3VAmmJ3E0Q5Al8oLjaOMwWr8,10",
                        "bin/run,sha256=fDht85QnUYbhbUg5LxjOfWZUYerV0BZ5lgHzv9CAP0I,33",
                        "demo-1.0.dist-info/INSTALLER,sha256=gf4-j4jyUgGjsRDLluIc6QmLRzywhviJN3HkUeFuJTg,26")
                .endsWith(
                        "share/demo.txt,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0",
                        "demo-1.0.dist-info/RECORD,,")
                .hasSize(12);
    }

    @Test
    void modesOfAWheelBecomeOneOfTwo() throws IOException {
        byte[] none = {};
        LayerPlan plan = plan(
                SitePackages.FLAT,
                wheel("demo", "1.0")
                        .file("demo/a", none, 0100600, e -> {})
                        .file("demo/b", none, 0100000, e -> {})
                        .file("demo/c", none, 0100666, e -> {})
                        .file("demo/d", none, 0100700, e -> {})
                        .file("demo/e", none, 0104777, e -> {}));
        assertThat(modesAndPaths(plan))
                .contains(
                        "644 python/demo/a",
                        "644 python/demo/b",
                        "644 python/demo/c",
                        "755 python/demo/d",
                        "755 python/demo/e");
        assertThat(plan.widened())
                .extracting(LayerEntry::path)
                .containsExactly("python/demo/a", "python/demo/b", "python/demo/d");
    }

    /** No program is made of them, so that none can lead out of the layer or stand in for an interpreter. */
    @Test
    void entryPointsAreKeptAndNotObeyed() throws IOException {
        String entryPoints = "[console_scripts]\n../../x = demo:main\npython = demo:main\nPython.exe = demo:main\n";
        LayerPlan plan = plan(SitePackages.FLAT, wheel("demo", "1.0").distInfo("entry_points.txt", entryPoints));
        assertThat(modesAndPaths(plan))
                .contains("644 python/demo-1.0.dist-info/entry_points.txt")
                .noneMatch(each -> each.contains("/bin/") || each.endsWith("/x"));
    }

    @Test
    void severalRuntimesHaveFoldersOfTheirOwn() throws IOException {
        LayerPlan plan = plan(SitePackages.of("3.13"), demo());
        assertThat(modesAndPaths(plan))
                .contains(
                        "755 python/bin/run",
                        "644 python/include/demo.h",
                        "644 python/share/demo.txt",
                        "644 python/lib/python3.13/site-packages/demo/__init__.py",
                        "644 python/lib/python3.13/site-packages/pure.py");
        assertThat(made(plan, "python/lib/python3.13/site-packages/demo-1.0.dist-info/RECORD")
                        .lines())
                .anyMatch(row -> row.startsWith("../../../bin/run,sha256="))
                .anyMatch(row -> row.startsWith("../../../share/demo.txt,sha256="))
                .anyMatch(row -> row.startsWith("demo/__init__.py,sha256="));
    }

    @Test
    void whatIsLeftOutIsNotInRecordEither() throws IOException {
        LayerPlan plan = plan(
                SitePackages.FLAT,
                Exclusions.of(List.of("tests", "*.pyi", "LICENSE")),
                wheel("demo", "1.0")
                        .file("demo/__init__.py", "")
                        .file("demo/a.pyi", "")
                        .file("demo/tests/test_a.py", "")
                        .file("demo/__pycache__/a.cpython-313.pyc", "")
                        .file("__pycache__/b.cpython-313.pyc", "")
                        .distInfo("LICENSE", "MIT"));
        assertThat(plan.entries())
                .extracting(LayerEntry::path)
                .containsExactly(
                        "python/demo-1.0.dist-info/INSTALLER",
                        "python/demo-1.0.dist-info/LICENSE",
                        "python/demo-1.0.dist-info/METADATA",
                        "python/demo-1.0.dist-info/RECORD",
                        "python/demo-1.0.dist-info/WHEEL",
                        "python/demo/__init__.py");
        assertThat(made(plan, "python/demo-1.0.dist-info/RECORD").lines()).hasSize(6);
    }

    @Test
    void whatAnInstallerLeftBehindIsNotCopied() throws IOException {
        LayerPlan plan = plan(
                SitePackages.FLAT,
                wheel("demo", "1.0")
                        .distInfo("INSTALLER", "pip\n")
                        .distInfo("REQUESTED", "")
                        .distInfo("direct_url.json", "{}")
                        .zip(zip -> zip.file("demo-1.0.dist-info/RECORD.jws", "{}")));
        assertThat(plan.entries())
                .extracting(LayerEntry::path)
                .containsExactly(
                        "python/demo-1.0.dist-info/INSTALLER",
                        "python/demo-1.0.dist-info/METADATA",
                        "python/demo-1.0.dist-info/RECORD",
                        "python/demo-1.0.dist-info/WHEEL",
                        "python/demo/__init__.py");
    }

    @Test
    void twoWheelsThatHoldOnePath() throws IOException {
        WheelBuilder a = wheel("a", "1.0").file("x.py", "one").file("same.py", "same");
        WheelBuilder b = wheel("b", "2.0").file("x.py", "two").file("same.py", "same");
        for (List<WheelBuilder> order : List.of(List.of(a, b), List.of(b, a))) {
            LayerPlan plan = plan(SitePackages.FLAT, order.toArray(WheelBuilder[]::new));
            assertThat(plan.collisions())
                    .containsExactly(new Collision("python/x.py", "a-1.0-py3-none-any.whl", "b-2.0-py3-none-any.whl"));
            assertThat(plan.entries()).extracting(LayerEntry::path).containsOnlyOnce("python/x.py", "python/same.py");
        }
    }

    @Test
    void fileWhereAnotherWheelNeedsAFolder() throws IOException {
        WheelBuilder file = wheel("a", "1.0").file("pkg", "file");
        WheelBuilder deep = wheel("b", "1.0").file("pkg/sub/b.py", "b");
        WheelBuilder again = wheel("c", "1.0").file("pkg", "file");
        assertThat(plan(SitePackages.FLAT, file, deep).collisions())
                .containsExactly(new Collision("python/pkg", "a-1.0-py3-none-any.whl", "b-1.0-py3-none-any.whl"));
        assertThat(plan(SitePackages.FLAT, deep, again).collisions())
                .containsExactly(new Collision("python/pkg", "b-1.0-py3-none-any.whl", "c-1.0-py3-none-any.whl"));
    }

    @Test
    void ownFilesComeFirst() throws IOException {
        Path source = Files.createDirectories(folder.resolve("src/main/python"));
        Files.writeString(source.resolve("handler.py"), "mine");
        Path bin = Files.createDirectories(folder.resolve("src/main/bin"));
        Files.writeString(bin.resolve("tool"), "#!/bin/sh\n");
        List<FileTree> trees = List.of(FileTree.python(source), new FileTree(bin, "bin", List.of(), List.of()));
        try (OwnFiles own = OwnFiles.gather(trees, folder.resolve("work"))) {
            LayerPlan plan = new LayerPlanner(Exclusions.NONE)
                    .wheels(SitePackages.FLAT, wheels(wheel("a", "1.0").file("handler.py", "theirs")))
                    .ownFiles(own)
                    .plan();
            assertThat(modesAndPaths(plan)).contains("755 bin/tool", "644 python/handler.py");
            assertThat(plan.collisions())
                    .containsExactly(new Collision("python/handler.py", source + ", " + bin, "a-1.0-py3-none-any.whl"));
        }
    }

    @Test
    void bytesAreToldForEachPackage() throws IOException {
        LayerPlan plan = plan(SitePackages.FLAT, wheel("b", "1.0").file("b.py", "12345"), wheel("a", "1.0"));
        assertThat(plan.packages())
                .extracting(PlannedPackage::wheel)
                .containsExactly("a-1.0-py3-none-any.whl", "b-1.0-py3-none-any.whl");
        assertThat(plan.packages().stream()
                        .mapToLong(PlannedPackage::unzippedBytes)
                        .sum())
                .isEqualTo(plan.unzippedBytes());
        assertThat(plan.wheels()).hasSize(2);
    }

    private static WheelBuilder demo() {
        return wheel("demo", "1.0")
                .file("demo/__init__.py", "x = 1\n")
                .executable("demo/tool", "#!/bin/sh\n")
                .data("scripts/run", "#!pythonw\r\nprint(1)\n")
                .data("scripts/other", "#!/bin/sh\n")
                .data("headers/demo.h", "")
                .data("purelib/pure.py", "")
                .data("platlib/plat.py", "")
                .data("data/share/demo.txt", "");
    }

    private LayerPlan plan(SitePackages site, WheelBuilder... wheels) throws IOException {
        return plan(site, Exclusions.NONE, wheels);
    }

    private LayerPlan plan(SitePackages site, Exclusions exclusions, WheelBuilder... wheels) throws IOException {
        return new LayerPlanner(exclusions).wheels(site, wheels(wheels)).plan();
    }

    private List<WheelFile> wheels(WheelBuilder... builders) {
        List<WheelFile> wheels = new ArrayList<>();
        for (WheelBuilder builder : builders) {
            wheels.add(WheelFile.verify(builder.in(folder), WheelFilename.parse(builder.filename())));
        }
        open.addAll(wheels);
        return wheels;
    }

    private static List<String> modesAndPaths(LayerPlan plan) {
        return plan.entries().stream()
                .map(e -> Integer.toOctalString(e.mode()) + " " + e.path())
                .toList();
    }

    private static String made(LayerPlan plan, String path) {
        return plan.entries().stream()
                .filter(e -> e.path().equals(path))
                .map(e -> new String(((Content.Made) e.content()).bytes(), UTF_8))
                .findFirst()
                .orElseThrow();
    }
}
