package io.github.lambdalayer.python.wheel;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.testing.WheelBuilder;
import io.github.lambdalayer.zip.RawEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class WheelFileTest {

    private static final String ANOTHER = "choose another release of demo, and report this one to its index";

    @TempDir
    Path folder;

    /** A wheel, what is wrong with it, and what its user is told. */
    private record Refused(String what, String code, String sentence, String hint, WheelBuilder wheel) {}

    private static Refused refused(String what, String code, String sentence, WheelBuilder wheel) {
        return new Refused(what, code, sentence, ANOTHER, wheel);
    }

    @TestFactory
    Stream<DynamicTest> archivesThatAreRefusedNameTheWheelAndTheEntry() {
        String again = "run again; if it repeats, ";
        return tests(
                refused(
                        "leaves the archive",
                        "bad-entry-name",
                        "entry \"../evil\" leaves the archive.",
                        demo().file("../evil", "x")),
                refused(
                        "link",
                        "bad-entry-type",
                        "entry \"demo/link\" is a symbolic link.",
                        demo().file("demo/link", "/etc/passwd".getBytes(UTF_8), 0120777, e -> {})),
                refused(
                        "twice",
                        "duplicate-entry",
                        "entry \"demo/a.py\" occurs twice.",
                        demo().file("demo/a.py", "x").zip(zip -> zip.file("demo/a.py", "y"))),
                new Refused(
                        "CRC",
                        "corrupt-entry",
                        "entry \"demo/a.py\" is corrupt: its CRC does not match.",
                        again + "the index or a proxy alters files",
                        demo().file("demo/a.py", "x".getBytes(UTF_8), 0100644, e -> e.both(h -> h.crc ^= 1))),
                new Refused(
                        "hidden",
                        "bad-zip-structure",
                        "an entry that the directory does not know hides at byte 543.",
                        again + ANOTHER,
                        demo().zip(zip -> zip.file("evil.py", "x", e -> e.centralRecords = 0))),
                new Refused(
                        "comment",
                        "bad-zip-structure",
                        "the archive has a comment of 2 bytes, where another archive can hide.",
                        again + ANOTHER,
                        demo().zip(zip -> zip.comment("hi".getBytes(UTF_8)))));
    }

    @TestFactory
    Stream<DynamicTest> wheelsThatAreNotWhatTheirNameSays() {
        String metadata = "bad-metadata";
        String wheel = "bad-wheel";
        return tests(
                refused("no dist-info", wheel, "it has no dist-info folder.", demo().withoutDistInfo()),
                refused(
                        "two dist-infos",
                        wheel,
                        "it has more than one dist-info folder: demo-1.0.dist-info, other-2.0.dist-info.",
                        demo().file("other-2.0.dist-info/METADATA", "")),
                refused(
                        "dist-info of another name",
                        wheel,
                        "its dist-info folder is other-1.0.dist-info, which is of another wheel.",
                        wheel("other", "1.0").filename("demo-1.0-py3-none-any.whl")),
                refused(
                        "dist-info of another version",
                        wheel,
                        "its dist-info folder is demo-2.0.dist-info, which is of another wheel.",
                        wheel("demo", "2.0").filename("demo-1.0-py3-none-any.whl")),
                refused(
                        "METADATA of another name",
                        metadata,
                        "METADATA is of other 1.0.",
                        demo().metadataText(t -> t.replace("Name: demo", "Name: other"))),
                refused(
                        "METADATA of another version",
                        metadata,
                        "METADATA is of demo 1.1.",
                        demo().metadataText(t -> t.replace("Version: 1.0", "Version: 1.1"))),
                refused("no WHEEL", wheel, "it has no WHEEL.", demo().without("WHEEL")),
                refused("no METADATA", metadata, "it has no METADATA.", demo().without("METADATA")),
                refused(
                        "WHEEL of tomorrow",
                        wheel,
                        "Wheel-Version is 2.0; 1.x is known.",
                        demo().wheelText(t -> t.replace("1.0", "2.0"))),
                refused(
                        "WHEEL whose version is folded",
                        wheel,
                        "Wheel-Version is 2.0\\u000a [INFO] BUILD SUCCESS; 1.x is known.",
                        demo().wheelText(t -> t.replace("1.0", "2.0\n [INFO] BUILD SUCCESS"))),
                refused(
                        "WHEEL without a version",
                        wheel,
                        "WHEEL has no line Wheel-Version.",
                        demo().wheelText(t -> t.replace("Wheel-Version", "X"))),
                refused(
                        "unknown kind of data",
                        wheel,
                        "entry \"demo-1.0.data/unknown/x\" is for a place that installers do not know; they know data,"
                                + " headers, platlib, purelib and scripts.",
                        demo().data("unknown/x", "")),
                refused(
                        "data without a kind",
                        wheel,
                        "entry \"demo-1.0.data/x\" is for a place that installers do not know; they know data,"
                                + " headers, platlib, purelib and scripts.",
                        demo().data("x", "")),
                refused(
                        "data of another wheel",
                        wheel,
                        "it has the folder demo-2.0.data, which belongs to another wheel.",
                        demo().file("demo-2.0.data/data/x", "")),
                refused(
                        "interpreter in data",
                        wheel,
                        "entry \"demo-1.0.data/data/bin/python\" would stand in for the interpreter.",
                        demo().data("data/bin/python", "")),
                refused(
                        "interpreter in scripts",
                        wheel,
                        "entry \"demo-1.0.data/scripts/Python3.13.exe\" would stand in for the interpreter.",
                        demo().data("scripts/Python3.13.exe", "")));
    }

    @TestFactory
    Stream<DynamicTest> recordsThatDoNotDescribeTheWheel() {
        String record = "bad-record";
        return tests(
                refused("none", record, "it has no RECORD.", demo().withoutRecord()),
                refused(
                        "file that is not listed",
                        record,
                        "RECORD does not list \"demo/evil.py\".",
                        demo().zip(zip -> zip.file("demo/evil.py", "x"))),
                refused(
                        "missing file",
                        record,
                        "RECORD lists \"demo/gone.py\", which is not in the wheel.",
                        demo().recordText(t -> "demo/gone.py,,\n" + t)),
                refused(
                        "path outside",
                        record,
                        "RECORD lists \"../../x\", which is not in the wheel.",
                        demo().recordText(t -> "../../x,,\n" + t)),
                refused(
                        "absolute path",
                        record,
                        "RECORD lists \"/etc/passwd\", which is not in the wheel.",
                        demo().recordText(t -> "/etc/passwd,,\n" + t)),
                refused(
                        "twice",
                        record,
                        "RECORD lists \"demo-1.0.dist-info/RECORD\" twice.",
                        demo().recordText(t -> t + "demo-1.0.dist-info/RECORD,,\n")),
                refused(
                        "other content",
                        "wrong-digest",
                        "entry \"demo/a.py\" is not the file that RECORD lists: its sha256 differs.",
                        demo().file("demo/a.py", "x").recordText(t -> t.replace("sha256=L", "sha256=M"))),
                refused(
                        "digest that is none",
                        "wrong-digest",
                        "entry \"demo/a.py\" is not the file that RECORD lists: its sha256 differs.",
                        demo().file("demo/a.py", "x").recordText(t -> t.replace("sha256=L", "sha256=!"))),
                refused(
                        "other size",
                        record,
                        "RECORD gives \"demo/a.py\" 2 bytes, and it has 1.",
                        demo().file("demo/a.py", "x").recordText(t -> t.replace(",1\n", ",2\n"))),
                refused(
                        "weak digest",
                        record,
                        "RECORD has only a digest by md5 of \"demo/a.py\", which anybody can forge.",
                        demo().file("demo/a.py", "x").recordText(t -> t.replaceFirst("sha256=", "md5="))),
                refused(
                        "another weak digest",
                        record,
                        "RECORD has only a digest by sha1 of \"demo/a.py\", which anybody can forge.",
                        demo().file("demo/a.py", "x").recordText(t -> t.replaceFirst("sha256=", "sha1="))),
                refused(
                        "no digest",
                        record,
                        "RECORD has no digest of \"demo/a.py\".",
                        demo().file("demo/a.py", "x").recordText(t -> t.replaceFirst("sha256=[^,]*", ""))));
    }

    private Stream<DynamicTest> tests(Refused... cases) {
        return Stream.of(cases)
                .map(c -> DynamicTest.dynamicTest(c.what(), () -> {
                    Path file = c.wheel().in(folder);
                    assertThatThrownBy(() -> WheelFile.verify(file, WheelFilename.parse("demo-1.0-py3-none-any.whl")))
                            .isInstanceOfSatisfying(
                                    LayerException.class,
                                    e -> assertThat(e.block())
                                            .isEqualTo("demo-1.0-py3-none-any.whl: " + c.sentence() + "\nhint: "
                                                    + c.hint() + "\nsee problems.html#" + c.code()));
                }));
    }

    @Test
    void goodWheelIsRead() throws IOException {
        WheelBuilder builder = wheel("My.Demo", "1.0")
                .requires("six")
                .executable("my_demo/run", "#!/bin/sh\n")
                .file("my_demo/a, \"b\".py", "x = 1\n")
                .data("scripts/pythonize", "#!python\n")
                .data("purelib/more.py", "y")
                .zip(zip -> zip.directory("my_demo/"));
        Path file = builder.in(folder);
        for (WheelFile wheel : new WheelFile[] {verify(file), open(file)}) {
            try (wheel) {
                assertThat(wheel.filename()).hasToString("My.Demo-1.0-py3-none-any.whl");
                assertThat(wheel.distInfo()).isEqualTo("My.Demo-1.0.dist-info");
                assertThat(wheel.metadata().requiresDist()).containsExactly(Requirement.parse("six"));
                assertThat(wheel.record())
                        .hasSize(7)
                        .extracting(RecordRow::path)
                        .contains("my_demo/a, \"b\".py");
                RawEntry script =
                        wheel.zip().entry("My.Demo-1.0.data/scripts/pythonize").orElseThrow();
                assertThat(wheel.inData(script)).contains(new DataPath("scripts", "pythonize"));
                assertThat(wheel.content(script)).asString().isEqualTo("#!python\n");
                assertThat(wheel.inData(wheel.zip().entry("my_demo/run").orElseThrow()))
                        .isEmpty();
                assertThat(wheel.source().size()).isEqualTo(Files.size(file));
            }
        }
    }

    @Test
    void digestsInHexAreRead() throws IOException {
        WheelBuilder hex = demo().recordText(text -> {
            StringBuilder out = new StringBuilder();
            for (String row : text.lines().toList()) {
                int from = row.indexOf("sha256=") + 7;
                out.append(
                        from < 7
                                ? row
                                : row.substring(0, from)
                                        + hex(row.substring(from, from + 43))
                                        + row.substring(from + 43));
                out.append('\n');
            }
            return out.toString();
        });
        try (WheelFile wheel = verify(hex.in(folder))) {
            assertThat(wheel.record().get(0).hash()).hasSize(64);
        }
    }

    private static String hex(String base64) {
        return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(base64));
    }

    @Test
    void strongerDigestsAndSignaturesAreAccepted() throws IOException {
        String sha512 = "pKvURIxJVi2CgRXROh_M6pJ_UrTVRZKX-LQ-QtqJI4vBNibkPcs43bCCSIkn7JBPtCBXRDmD6IWFF51QVRr-Yg";
        WheelBuilder demo = demo().file("demo/a.py", "x")
                .recordText(t -> t.replaceFirst("sha256=[^,]*", "sha512=" + sha512))
                .zip(zip -> zip.file("demo-1.0.dist-info/RECORD.jws", "signed"));
        try (WheelFile wheel = verify(demo.in(folder))) {
            assertThat(wheel.record().get(0).algorithm()).isEqualTo("sha512");
        }
    }

    @Test
    void pageInsteadOfAWheel() throws IOException {
        Path file = Files.writeString(folder.resolve("0a1b2c"), "<!DOCTYPE html><title>Log in</title>");
        assertThatThrownBy(() -> verify(file, "demo-1.0-py3-none-any.whl"))
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.block()).isEqualTo("""
                                        demo-1.0-py3-none-any.whl: this is no zip archive; it looks like an HTML page.
                                        hint: check the index's URL in the pom, and its <server> in settings.xml
                                        see problems.html#not-a-zip"""));
    }

    @Test
    void fileThatIsGone() {
        assertThatThrownBy(() -> verify(folder.resolve("gone"), "demo-1.0-py3-none-any.whl"))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo("demo-1.0-py3-none-any.whl: the file cannot be read: "
                                        + folder.resolve("gone") + " does not exist"
                                        + ".\nhint: see that the file is there and that this user may read it, then run again"
                                        + "\nsee problems.html#unreadable-wheel"));
    }

    private static WheelBuilder demo() {
        return wheel("demo", "1.0");
    }

    private static WheelFile verify(Path file) {
        return verify(file, file.getFileName().toString());
    }

    private static WheelFile verify(Path file, String name) {
        return WheelFile.verify(file, WheelFilename.parse(name));
    }

    private static WheelFile open(Path file) {
        return WheelFile.open(file, WheelFilename.parse(file.getFileName().toString()));
    }
}
