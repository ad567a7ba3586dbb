package io.github.lambdalayer.layer;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.wheel.WheelFile;
import io.github.lambdalayer.python.wheel.WheelFilename;
import io.github.lambdalayer.testing.WheelBuilder;
import io.github.lambdalayer.testing.ZipBuilder;
import io.github.lambdalayer.zip.ByteSource;
import io.github.lambdalayer.zip.RawEntry;
import io.github.lambdalayer.zip.RawZip;
import io.github.lambdalayer.zip.ZipLimits;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerWriterTest {

    @TempDir
    Path folder;

    @Test
    void layerHoldsTheWheelsBytesAsTheyAre() throws IOException {
        WheelBuilder big = wheel("big", "1.0").file("big/noise", noise(200_000)).file("big/text", "x".repeat(100_000));
        List<WheelFile> wheels = open(big);
        LayerPlan plan = plan(wheels);
        LayerZip layer = LayerWriter.write(plan, folder.resolve("target/layer.zip"));
        close(wheels);
        assertThat(layer.zippedBytes()).isEqualTo(Files.size(layer.file())).isEqualTo(plan.zippedBytes());
        assertThat(layer.unzippedBytes()).isEqualTo(plan.unzippedBytes()).isGreaterThan(300_000);
        try (ByteSource source = ByteSource.file(layer.file())) {
            RawZip zip = RawZip.read(source, ZipLimits.WHEEL);
            assertThat(zip.entries()).extracting(RawEntry::name).isSorted();
            assertThat(zip.content(zip.entry("python/big/noise").orElseThrow())).isEqualTo(noise(200_000));
            assertThat(zip.entry("python/big/text").orElseThrow().compressedBytes())
                    .isLessThan(1000);
        }
        assertThat(folder.resolve("target").toFile().list()).containsExactly("layer.zip");
    }

    @Test
    void digestsAreThoseOfTheFile() throws Exception {
        List<WheelFile> wheels = open(wheel("demo", "1.0"));
        LayerZip layer = LayerWriter.write(plan(wheels), folder.resolve("layer.zip"));
        close(wheels);
        CRC32 crc = new CRC32();
        crc.update(Files.readAllBytes(layer.file()));
        assertThat(layer.sums().crc32()).isEqualTo(crc.getValue());
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(layer.file()));
        assertThat(HexFormat.of().parseHex(layer.sha256())).isEqualTo(digest);
        assertThat(Base64.getDecoder().decode(layer.codeSha256())).isEqualTo(digest);
    }

    /** A digest that no zip has shows that the zip was not digested. */
    @Test
    void zipThatHasTheExpectedSizeAndCrcIsTakenForTheOneThatWasExpected() throws IOException {
        List<WheelFile> wheels = open(wheel("demo", "1.0").file("demo/noise", noise(3_000_000)));
        ZipSums sums =
                LayerWriter.write(plan(wheels), folder.resolve("layer.zip")).sums();
        ZipSums known = new ZipSums(sums.bytes(), sums.crc32(), "ab".repeat(32));
        assertThat(written(wheels, known)).isEqualTo(known);
        assertThat(written(wheels, new ZipSums(sums.bytes(), sums.crc32() ^ 1, "ab".repeat(32))))
                .isEqualTo(sums);
        assertThat(written(wheels, new ZipSums(sums.bytes() + 1, sums.crc32(), "ab".repeat(32))))
                .isEqualTo(sums);
        close(wheels);
    }

    private ZipSums written(List<WheelFile> wheels, ZipSums expected) {
        try (LayerWriter writer = LayerWriter.begin(plan(wheels), folder.resolve("again.zip"), Optional.of(expected))) {
            return writer.finish().sums();
        }
    }

    /** If these bytes change, every user publishes every layer once more; so they change on purpose or not at all. */
    @Test
    void everyByteIsKnown() throws IOException {
        List<WheelFile> wheels =
                open(wheel("demo", "1.0").executable("demo/run", "#!/bin/sh\n").file("demo/\u00e9.py", "x = 1\n"));
        LayerZip layer = LayerWriter.write(plan(wheels), folder.resolve("layer.zip"));
        close(wheels);
        assertThat(Files.readAllBytes(layer.file()))
                .isEqualTo(ZipBuilder.zip()
                        .stored("python/demo-1.0.dist-info/INSTALLER", "lambda-layer-maven-plugin\n")
                        .file("python/demo-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n")
                        .stored("python/demo-1.0.dist-info/RECORD", """
                                demo-1.0.dist-info/INSTALLER,sha256=gf4-j4jyUgGjsRDLluIc6QmLRzywhviJN3HkUeFuJTg,26
                                demo-1.0.dist-info/METADATA,sha256=NKonpgZPlYtBt4GiF_KQ_Qq1-WUeK25Kzas0G3uTwwU,46
                                demo-1.0.dist-info/WHEEL,sha256=GOJWfGKy_s7ZRMtmrMyJFvIHxzo0gLZVhGWWyTqB6uo,75
                                demo/run,sha256=qAdtPSjSHgIBKyDq99v3VAmmJ3E0Q5Al8oLjaOMwWr8,10
                                demo/\u00e9.py,sha256=nia_NpkRxFwkPGhBR7I_yeHc_PJX0pmhxjIBam_NM_Q,6
                                demo-1.0.dist-info/RECORD,,
                                """)
                        .file(
                                "python/demo-1.0.dist-info/WHEEL",
                                "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
                        .file("python/demo/run", "#!/bin/sh\n", e -> e.mode(0100755))
                        .file("python/demo/\u00e9.py", "x = 1\n")
                        .bytes());
    }

    @Test
    void datesOfAWheelAreNotThoseOfTheLayer() throws IOException {
        List<String> digests = new ArrayList<>();
        for (int[] dateAndTime : new int[][] {{0x0021, 0}, {0, 0xFFFF}, {0xFF9F, 0xBF7F}}) {
            Path own = folder.resolve("dated" + digests.size());
            Path wheel = wheel("demo", "1.0")
                    .file(
                            "demo/a.py",
                            "x".getBytes(US_ASCII),
                            0100644,
                            e -> e.both(h -> {
                                h.date = dateAndTime[0];
                                h.time = dateAndTime[1];
                            }))
                    .in(own);
            try (WheelFile file = WheelFile.verify(
                    wheel, WheelFilename.parse(wheel.getFileName().toString()))) {
                digests.add(LayerWriter.write(plan(List.of(file)), own.resolve("layer.zip"))
                        .sha256());
            }
        }
        assertThat(digests).hasSize(3).containsOnly(digests.get(0));
    }

    @Test
    void sameBytesInAnyOrderFolderLocaleAndTimeZone() throws IOException {
        String expected = writeSample(folder.resolve("one"), false);
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(writeSample(folder.resolve("two/deeper"), true)).isEqualTo(expected);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    /** The names of files of wheels are never those of files here: a system without any é can hold them. */
    @Test
    void sameBytesInAnotherJvmOfASystemThatKnowsAsciiAloneAndHidesNewFiles() throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=America/St_Johns",
                "-Duser.language=ar",
                "-Dfile.encoding=US-ASCII",
                "-cp",
                System.getProperty("java.class.path"),
                LayerWriterTest.class.getName(),
                folder.resolve("other").toString()));
        if (File.separatorChar == '/') {
            line.addAll(0, List.of("sh", "-c", "umask 077; exec \"$0\" \"$@\""));
        }
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(Map.of("LC_ALL", "C", "LANG", "C"));
        Process other = builder.start();
        String printed = new String(other.getInputStream().readAllBytes(), US_ASCII);
        assertThat(other.waitFor()).as(printed).isZero();
        assertThat(printed.strip()).isEqualTo(writeSample(folder.resolve("this"), false));
    }

    /** Writes the sample in another JVM, and prints its digest. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(writeSample(Path.of(arguments[0]), true));
    }

    private static String writeSample(Path folder, boolean reversed) throws IOException {
        List<WheelBuilder> builders = new ArrayList<>(List.of(
                wheel("a", "1.0").file("a/\u0131I\u00e9.py", "1").data("scripts/run", "#!python\n"),
                wheel("b", "2.0").executable("b/tool", "2").file("b/noise", noise(100_000)),
                wheel("c", "3.0").file("C/upper", "3").file("c/lower", "4")));
        Path source = Files.createDirectories(folder.resolve("source/pkg"));
        List<String> names = new ArrayList<>(List.of("z.py", "a.py", "M.py"));
        if (reversed) {
            Collections.reverse(builders);
            Collections.reverse(names);
        }
        for (String name : names) {
            Files.writeString(source.resolve(name), name);
        }
        List<WheelFile> wheels = new ArrayList<>();
        for (WheelBuilder builder : builders) {
            wheels.add(WheelFile.verify(builder.in(folder), WheelFilename.parse(builder.filename())));
        }
        try (OwnFiles own =
                OwnFiles.gather(List.of(FileTree.python(folder.resolve("source"))), folder.resolve("work"))) {
            LayerPlan plan = new LayerPlanner(Exclusions.NONE)
                    .wheels(SitePackages.FLAT, wheels)
                    .ownFiles(own)
                    .plan();
            return LayerWriter.write(plan, folder.resolve("layer.zip")).sha256();
        } finally {
            close(wheels);
        }
    }

    @Test
    void layerThatWasThereSurvivesAFailure() throws IOException {
        Path file = folder.resolve("target/layer.zip");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "the good one");
        List<WheelFile> wheels = open(wheel("demo", "1.0"));
        LayerPlan plan = plan(wheels);
        close(wheels);
        assertThatThrownBy(() -> LayerWriter.write(plan, file))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo(file
                                        + " cannot be written: it was closed meanwhile; what was there before is untouched.\n"
                                        + "hint: make room there, or set <outputDirectory>\n"
                                        + "see problems.html#unwritable-layer"));
        assertThat(file).hasContent("the good one");
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void layerThatIsGivenUpLeavesNothing() throws IOException {
        Path file = folder.resolve("target/layer.zip");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "the good one");
        List<WheelFile> wheels = open(wheel("demo", "1.0").file("demo/noise", noise(3_000_000)));
        LayerWriter.begin(plan(wheels), file, Optional.empty()).close();
        close(wheels);
        assertThat(file).hasContent("the good one");
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void folderThatCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("target"), "a file").resolve("layer.zip");
        List<WheelFile> wheels = open(wheel("demo", "1.0"));
        LayerPlan plan = plan(wheels);
        assertThatThrownBy(() -> LayerWriter.write(plan, file))
                .isInstanceOf(LayerException.class)
                .hasMessage(file + " cannot be written: " + folder.resolve("target")
                        + " is in the way; what was there before is untouched.");
        close(wheels);
    }

    private static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(bytes).nextBytes(noise);
        return noise;
    }

    private static LayerPlan plan(List<WheelFile> wheels) {
        return new LayerPlanner(Exclusions.NONE)
                .wheels(SitePackages.FLAT, wheels)
                .plan();
    }

    private List<WheelFile> open(WheelBuilder... builders) {
        return Stream.of(builders)
                .map(b -> WheelFile.verify(b.in(folder), WheelFilename.parse(b.filename())))
                .toList();
    }

    private static void close(List<WheelFile> wheels) throws IOException {
        for (WheelFile wheel : wheels) {
            wheel.close();
        }
    }
}
