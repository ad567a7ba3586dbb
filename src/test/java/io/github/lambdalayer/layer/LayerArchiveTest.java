package io.github.lambdalayer.layer;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.wheel.WheelFile;
import io.github.lambdalayer.python.wheel.WheelFilename;
import io.github.lambdalayer.testing.WheelBuilder;
import io.github.lambdalayer.testing.ZipBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerArchiveTest {

    @TempDir
    Path folder;

    @Test
    void zipThatWasWrittenIsItsPlanAgain() throws IOException {
        for (SitePackages site : List.of(SitePackages.FLAT, SitePackages.of("3.13"))) {
            WheelBuilder six = wheel("six", "1.16.0").file("six.py", "x = 1\n").data("scripts/six", "#!python\n");
            WheelBuilder demo = wheel("demo", "1.0").requires("six").executable("demo/run", "#!/bin/sh\n");
            List<WheelFile> wheels = new ArrayList<>();
            for (WheelBuilder builder : List.of(six, demo)) {
                wheels.add(WheelFile.verify(builder.in(folder), WheelFilename.parse(builder.filename())));
            }
            Files.createDirectories(folder.resolve("own"));
            Files.writeString(folder.resolve("own/handler.py"), "");
            LayerPlan plan;
            Path zip = folder.resolve("layer.zip");
            try (OwnFiles own = OwnFiles.gather(List.of(FileTree.python(folder.resolve("own"))), folder)) {
                plan = new LayerPlanner(Exclusions.NONE)
                        .wheels(site, wheels)
                        .ownFiles(own)
                        .plan();
                LayerWriter.write(plan, zip);
            }
            try (LayerArchive archive = LayerArchive.open(zip)) {
                LayerPlan again = archive.plan();
                assertThat(again.entries())
                        .extracting(LayerEntry::path)
                        .isEqualTo(plan.entries().stream().map(LayerEntry::path).toList());
                assertThat(again.entries())
                        .extracting(LayerEntry::mode)
                        .isEqualTo(plan.entries().stream().map(LayerEntry::mode).toList());
                assertThat(again.unzippedBytes()).isEqualTo(plan.unzippedBytes());
                assertThat(again.zippedBytes()).isEqualTo(Files.size(zip));
                assertThat(again.packages())
                        .extracting(PlannedPackage::unzippedBytes)
                        .isEqualTo(plan.packages().stream()
                                .map(PlannedPackage::unzippedBytes)
                                .toList());
                assertThat(archive.packages())
                        .extracting(p -> p.metadata().name() + " in " + p.site().folder())
                        .containsExactly("demo in " + site.folder(), "six in " + site.folder());
                assertThat(again.entries().stream().filter(e -> e.content().isOwn()))
                        .extracting(LayerEntry::path)
                        .containsExactly("python/handler.py");
                assertThat(again.entries().stream()
                                .filter(e -> e.path().endsWith("bin/six"))
                                .findFirst()
                                .orElseThrow()
                                .content()
                                .origin())
                        .isEqualTo("six 1.16.0");
            }
            for (WheelFile each : wheels) {
                each.close();
            }
        }
    }

    @Test
    void zipWithoutPackagesIsFine() throws IOException {
        Path zip = ZipBuilder.zip().file("nodejs/node_modules/x/index.js", "").in(folder, "node.zip");
        try (LayerArchive archive = LayerArchive.open(zip)) {
            assertThat(archive.packages()).isEmpty();
            assertThat(archive.plan().entries()).hasSize(1);
        }
    }

    @Test
    void packagesWithinAnotherArePartsOfIt() throws IOException {
        String inner = "outer/_vendor/inner-2.0.dist-info/";
        Path zip = ZipBuilder.zip()
                .file("python/" + inner + "METADATA", "Metadata-Version: 2.1\nName: inner\nVersion: 2.0\n")
                .file("python/" + inner + "RECORD", "inner.py,,\n")
                .file("python/outer/_vendor/inner.py", "x = 1\n")
                .file("python/outer-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: outer\nVersion: 1.0\n")
                .file("python/outer-1.0.dist-info/RECORD", inner + "METADATA,,\nouter/_vendor/inner.py,,\n")
                .in(folder, "layer.zip");
        try (LayerArchive archive = LayerArchive.open(zip)) {
            assertThat(archive.packages()).extracting(InstalledPackage::text).containsExactly("outer 1.0");
            assertThat(archive.plan().entries())
                    .filteredOn(entry -> entry.path().endsWith("inner.py"))
                    .extracting(entry -> entry.content().origin())
                    .containsExactly("outer 1.0");
        }
    }

    @Test
    void zipThatIsNotThere() {
        Path zip = folder.resolve("gone.zip");
        assertThatThrownBy(() -> LayerArchive.open(zip))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo(
                                        zip + " cannot be read: " + zip + " does not exist.\n"
                                                + "hint: build the layer first, or name another zip\nsee problems.html#unreadable-layer"));
    }
}
