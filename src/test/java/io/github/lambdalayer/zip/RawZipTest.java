package io.github.lambdalayer.zip;

import static io.github.lambdalayer.testing.ZipBuilder.zip;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.testing.LittleEndian;
import io.github.lambdalayer.testing.MemorySource;
import io.github.lambdalayer.testing.ZipBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RawZipTest {

    /** An archive and the sentence that refuses it. */
    @SuppressWarnings("ArrayRecordComponent") // read once, compared never
    private record Refused(String what, ZipProblem code, String sentence, byte[] archive) {}

    private static Refused refused(String what, ZipProblem code, String sentence, ZipBuilder archive) {
        return new Refused(what, code, sentence, archive.bytes());
    }

    @TestFactory
    Stream<DynamicTest> namesThatAreRefused() {
        ZipProblem code = ZipProblem.BAD_ENTRY_NAME;
        return tests(
                refused("parent", code, "entry \"../evil\" leaves the archive.", zip().file("../evil", "x")),
                refused(
                        "parent within",
                        code,
                        "entry \"a/../../evil\" leaves the archive.",
                        zip().file("a/../../evil", "x")),
                refused("stays inside", code, "entry \"pkg/../x\" leaves the archive.", zip().file("pkg/../x", "x")),
                refused("parent at the end", code, "entry \"pkg/..\" leaves the archive.", zip().file("pkg/..", "x")),
                refused("absolute", code, "entry \"/x\" has an absolute name.", zip().file("/x", "x")),
                refused(
                        "drive",
                        code,
                        "entry \"C:\\x\" has a backslash or a drive in its name.",
                        zip().file("C:\\x", "x")),
                refused(
                        "backslash parent",
                        code,
                        "entry \"..\\x\" has a backslash or a drive in its name.",
                        zip().file("..\\x", "x")),
                refused(
                        "backslash",
                        code,
                        "entry \"a\\b\" has a backslash or a drive in its name.",
                        zip().file("a\\b", "x")),
                refused(
                        "alternate stream",
                        code,
                        "entry \"a:b\" has a backslash or a drive in its name.",
                        zip().file("a:b", "x")),
                refused(
                        "NUL",
                        code,
                        "entry \"a\\u0000b\" has a control character in its name.",
                        zip().file("a\0b", "x")),
                refused(
                        "line break",
                        code,
                        "entry \"a\\u000ab\" has a control character in its name.",
                        zip().file("a\nb", "x")),
                refused(
                        "escape",
                        code,
                        "entry \"a\\u001b[1m\" has a control character in its name.",
                        zip().file("a\u001b[1m", "x")),
                refused(
                        "delete",
                        code,
                        "entry \"a\\u007f\" has a control character in its name.",
                        zip().file("a\u007f", "x")),
                refused(
                        "right to left",
                        code,
                        "entry \"a\\u202eyp\" has a control character in its name.",
                        zip().file("a\u202eyp", "x")),
                refused("none", code, "an entry has no name.", zip().file("", "x")),
                refused("dot", code, "entry \".\" has an empty part or \".\" in its name.", zip().file(".", "x")),
                refused("slash", code, "entry \"/\" has an absolute name.", zip().directory("/")),
                refused(
                        "empty part",
                        code,
                        "entry \"a//b\" has an empty part or \".\" in its name.",
                        zip().file("a//b", "x")),
                refused(
                        "empty last part",
                        code,
                        "entry \"a//\" has an empty part or \".\" in its name.",
                        zip().directory("a//")),
                refused(
                        "dot part",
                        code,
                        "entry \"./a\" has an empty part or \".\" in its name.",
                        zip().file("./a", "x")),
                refused(
                        "Latin-1",
                        code,
                        "entry \"caf\u00e9\" has a name that is not UTF-8.",
                        zip().file(
                                        "x",
                                        "x",
                                        e -> e.name("caf\u00e9".getBytes(ISO_8859_1))
                                                .both(h -> h.flags = 0x0800))),
                refused(
                        "UTF-8 without its flag",
                        code,
                        "entry \"\u00c3\u00a9.py\" has a name that is not marked as UTF-8.",
                        zip().file("\u00e9.py", "x", e -> e.both(h -> h.flags = 0))),
                refused(
                        "long part",
                        code,
                        "entry \"" + "a".repeat(117) + "...\" has a part of 300 bytes in its name; 255 is the most.",
                        zip().file("a".repeat(300), "x")),
                refused(
                        "long path",
                        code,
                        "entry \"" + "a/".repeat(58) + "a...\" has a name of 5000 bytes; 1024 is the most.",
                        zip().file("a/".repeat(2499) + "aa", "x")));
    }

    @TestFactory
    Stream<DynamicTest> entriesThatAreRefused() {
        ZipProblem twice = ZipProblem.DUPLICATE_ENTRY;
        ZipProblem type = ZipProblem.BAD_ENTRY_TYPE;
        ZipProblem packed = ZipProblem.BAD_COMPRESSION;
        ZipProblem bad = ZipProblem.BAD_ZIP_STRUCTURE;
        return tests(
                refused(
                        "twice, same bytes",
                        twice,
                        "entry \"a.py\" occurs twice.",
                        zip().file("a.py", "x").file("a.py", "x")),
                refused(
                        "twice, other bytes",
                        twice,
                        "entry \"a.py\" occurs twice.",
                        zip().file("a.py", "x").file("a.py", "y")),
                refused(
                        "directory twice",
                        twice,
                        "entry \"a/\" occurs twice.",
                        zip().directory("a/").file("a/b", "x").directory("a/")),
                refused(
                        "file and directory",
                        twice,
                        "entry \"pkg\" is a file, and entry \"pkg/a.py\" needs a directory there.",
                        zip().file("pkg", "x").file("pkg/a.py", "x")),
                refused(
                        "directory, then file",
                        twice,
                        "entry \"pkg\" is a file, and entry \"pkg/\" needs a directory there.",
                        zip().directory("pkg/").file("pkg", "x")),
                refused("link", type, "entry \"a.py\" is a symbolic link.", file(e -> e.mode(0120777))),
                refused("pipe", type, "entry \"a.py\" is not a regular file.", file(e -> e.mode(0010644))),
                refused("character device", type, "entry \"a.py\" is not a regular file.", file(e -> e.mode(0020644))),
                refused("block device", type, "entry \"a.py\" is not a regular file.", file(e -> e.mode(0060644))),
                refused("socket", type, "entry \"a.py\" is not a regular file.", file(e -> e.mode(0140644))),
                refused(
                        "directory without a slash",
                        type,
                        "entry \"a.py\" is not a regular file.",
                        file(e -> e.mode(0040755))),
                refused(
                        "directory with content",
                        type,
                        "entry \"a/\" is a directory with content.",
                        zip().stored("a/", "x")),
                refused(
                        "bzip2",
                        packed,
                        "entry \"a.py\" is compressed by method 12 (bzip2); only 0 and 8 (deflate) are read.",
                        file(e -> e.both(h -> h.method = 12))),
                refused(
                        "LZMA",
                        packed,
                        "entry \"a.py\" is compressed by method 14 (LZMA); only 0 and 8 (deflate) are read.",
                        file(e -> e.both(h -> h.method = 14))),
                refused(
                        "zstd",
                        packed,
                        "entry \"a.py\" is compressed by method 93 (zstd); only 0 and 8 (deflate) are read.",
                        file(e -> e.both(h -> h.method = 93))),
                refused(
                        "AES",
                        packed,
                        "entry \"a.py\" is compressed by method 99 (AES); only 0 and 8 (deflate) are read.",
                        file(e -> e.both(h -> h.method = 99))),
                refused(
                        "unknown method",
                        packed,
                        "entry \"a.py\" is compressed by method 7; only 0 and 8 (deflate) are read.",
                        file(e -> e.both(h -> h.method = 7))),
                refused("encrypted", packed, "entry \"a.py\" is encrypted.", file(e -> e.both(h -> h.flags = 1))),
                refused(
                        "strongly encrypted",
                        packed,
                        "entry \"a.py\" is encrypted.",
                        file(e -> e.both(h -> h.flags = 0x41))),
                refused(
                        "data descriptor",
                        bad,
                        "entry \"a.py\" has its sizes in a data descriptor, which readers can be misled by.",
                        file(e -> e.both(h -> h.flags = 8))),
                refused(
                        "unknown flags",
                        bad,
                        "entry \"a.py\" has the flags 0x0010, which nobody knows.",
                        file(e -> e.both(h -> h.flags = 0x10))),
                refused(
                        "newer version",
                        bad,
                        "entry \"a.py\" needs version 6.3 of the format.",
                        file(e -> e.both(h -> h.versionNeeded = 63))),
                refused(
                        "ZIP64 version",
                        bad,
                        "entry \"a.py\" needs version 4.5 of the format.",
                        file(e -> e.both(h -> h.versionNeeded = 45))),
                refused("comment", bad, "entry \"a.py\" has a comment.", file(e -> e.central.comment = new byte[3])),
                refused(
                        "second name",
                        bad,
                        "entry \"a.py\" has a second name in an extra field.",
                        file(e -> e.central.extra = extra(0x7075, 5))),
                refused(
                        "second name before the data",
                        bad,
                        "entry \"a.py\" has a second name in an extra field.",
                        file(e -> e.local.extra = extra(0x7075, 5))),
                refused(
                        "extra twice",
                        bad,
                        "entry \"a.py\" has the extra field 0x5455 twice.",
                        file(e -> e.central.extra = join(extra(0x5455, 5), extra(0x5455, 5)))),
                refused(
                        "extra cut off",
                        bad,
                        "entry \"a.py\" has an extra field that is cut off.",
                        file(e -> e.central.extra = Arrays.copyOf(extra(0x5455, 5), 7))),
                refused(
                        "split",
                        bad,
                        "entry \"a.py\" is on another disk of a split archive.",
                        file(e -> e.central.disk = 1)),
                refused(
                        "stored with two sizes",
                        ZipProblem.CORRUPT_ENTRY,
                        "entry \"a.py\" is stored, and declares 1 bytes in the archive but 2 unpacked.",
                        zip().stored("a.py", "x", e -> e.both(h -> h.unzippedBytes = 2))));
    }

    @TestFactory
    Stream<DynamicTest> archivesThatContradictThemselves() {
        ZipProblem bad = ZipProblem.BAD_ZIP_STRUCTURE;
        String differs =
                "entry \"a.py\" has other flags, method, CRC or sizes in front of its data than in the directory.";
        String promise = "the end record promises 2 entries, and the directory has room for 1.";
        return tests(
                refused(
                        "local name",
                        bad,
                        "entry \"a.py\" has another name in front of its data than in the directory.",
                        file(e -> e.local.name = "b.py".getBytes(UTF_8))),
                refused(
                        "longer local name",
                        bad,
                        "entry \"a.py\" has another name in front of its data than in the directory.",
                        file(e -> e.local.name = "a.pyc".getBytes(UTF_8))),
                refused("local method", bad, differs, file(e -> e.local.method = 0)),
                refused("local flags", bad, differs, file(e -> e.local.flags = 2)),
                refused("local CRC", bad, differs, file(e -> e.local.crc = 1)),
                refused("local size", bad, differs, file(e -> e.local.unzippedBytes = 2)),
                refused("local compressed size", bad, differs, file(e -> e.local.compressedBytes = 2)),
                refused(
                        "no local header",
                        bad,
                        "entry \"a.py\" overlaps entry \"b.py\".",
                        zip().file("a.py", "x", e -> e.hasLocal = false).file("b.py", "y")),
                refused(
                        "no header at its place",
                        bad,
                        "entry \"b.py\" has no header at its place.",
                        zip().file("a.py", "x").file("b.py", "y", e -> e.local.signature = 1)),
                refused(
                        "hidden entry",
                        bad,
                        "an entry that the directory does not know hides at byte 37.",
                        zip().file("a.py", "x").file("evil.py", "y", e -> e.centralRecords = 0)),
                refused(
                        "hidden entry in front",
                        bad,
                        "its first 40 bytes belong to no entry.",
                        zip().file("evil.py", "y", e -> e.centralRecords = 0).file("a.py", "x")),
                refused(
                        "two headers for one entry",
                        bad,
                        "entry \"a.py\" overlaps entry \"a.py\".",
                        file(e -> e.centralRecords = 2)),
                refused(
                        "overlapping data",
                        bad,
                        "entry \"a.py\" overlaps entry \"b.py\".",
                        zip().file("a.py", "x").file("b.py", "y", e -> e.central.offset = 20)),
                refused(
                        "compressed size too long",
                        bad,
                        "entry \"a.py\" overlaps the directory.",
                        file(e -> e.both(h -> h.compressedBytes++))),
                refused(
                        "compressed size too short",
                        bad,
                        "1 bytes at byte 36 belong to no entry.",
                        file(e -> e.both(h -> h.compressedBytes--))),
                refused(
                        "huge offset",
                        bad,
                        "its first 4026531840 bytes belong to no entry.",
                        file(e -> e.central.offset = 0xF000_0000L)),
                refused("count too high", bad, promise, file(e -> {}).end(e -> e.entries = e.entriesOnDisk = 2)),
                refused(
                        "count too low",
                        bad,
                        "the directory goes on after the 0 entries that the end record promises.",
                        file(e -> {}).end(e -> e.entries = e.entriesOnDisk = 0)),
                refused(
                        "two counts",
                        bad,
                        "the archive is a part of one that is split over several files.",
                        file(e -> {}).end(e -> e.entries = 2)),
                refused(
                        "disk",
                        bad,
                        "the archive is a part of one that is split over several files.",
                        file(e -> {}).end(e -> e.disk = 1)),
                refused(
                        "directory offset",
                        bad,
                        "the directory of 50 bytes at byte 38 does not end where the end record begins, at byte 87.",
                        file(e -> {}).end(e -> e.directoryOffset++)),
                refused(
                        "directory size",
                        bad,
                        "the directory of 51 bytes at byte 37 does not end where the end record begins, at byte 87.",
                        file(e -> {}).end(e -> e.directoryBytes++)),
                refused(
                        "earlier directory",
                        bad,
                        "the directory has no header where one must be.",
                        file(e -> {}).end(e -> {
                            e.directoryOffset--;
                            e.directoryBytes++;
                        })),
                refused(
                        "bytes in front",
                        bad,
                        "the directory of 50 bytes at byte 37 does not end where the end record begins, at byte 97.",
                        file(e -> {}).prefix("#!/bin/sh\n".getBytes(UTF_8))),
                refused(
                        "bytes in front that the offsets count",
                        bad,
                        "its first 10 bytes belong to no entry.",
                        file(e -> e.central.offset = 10)
                                .prefix("#!/bin/sh\n".getBytes(UTF_8))
                                .end(e -> e.directoryOffset += 10)),
                refused(
                        "bytes behind",
                        bad,
                        "3 bytes follow the end record of the archive.",
                        file(e -> {}).suffix("abc".getBytes(UTF_8))),
                refused(
                        "NULs behind",
                        bad,
                        "5 bytes follow the end record of the archive.",
                        file(e -> {}).suffix(new byte[5])),
                refused(
                        "two archives",
                        bad,
                        "the directory of 50 bytes at byte 37 does not end where the end record begins, at byte 196.",
                        file(e -> {}).prefix(file(e -> {}).bytes())),
                refused(
                        "archive in the comment",
                        bad,
                        "the directory of 50 bytes at byte 37 does not end where the end record begins, at byte 196.",
                        file(e -> {}).comment(file(e -> {}).bytes())),
                refused(
                        "comment",
                        bad,
                        "the archive has a comment of 5 bytes, where another archive can hide.",
                        file(e -> {}).comment("hello".getBytes(UTF_8))),
                refused(
                        "comment cut off",
                        bad,
                        "the archive is cut off within its comment.",
                        file(e -> {}).end(e -> e.commentBytes = 5)),
                new Refused(
                        "cut off",
                        bad,
                        "the archive is cut off: its end record is missing.",
                        Arrays.copyOf(file(e -> {}).bytes(), 60)));
    }

    @TestFactory
    Stream<DynamicTest> zip64ThatIsNotNeededOrWrong() {
        ZipProblem bad = ZipProblem.BAD_ZIP_STRUCTURE;
        String contradicts = "the ZIP64 end record contradicts the rest of the archive.";
        String sizes = "entry \"a.py\" has ZIP64 sizes that contradict its header.";
        return tests(
                refused(
                        "2^40 entries",
                        bad,
                        "the end record promises 1099511627776 entries, and the directory has room for 1.",
                        file(e -> {})
                                .zip64(e -> e.entries = e.entriesOnDisk = 1L << 40)
                                .end(e -> e.entries = e.entriesOnDisk = 0xFFFF)),
                refused(
                        "2^64 - 1 entries",
                        bad,
                        "the end record promises 9223372036854775807 entries, and the directory has room for 1.",
                        file(e -> {})
                                .zip64(e -> e.entries = e.entriesOnDisk = -1)
                                .end(e -> e.entries = e.entriesOnDisk = 0xFFFF)),
                refused("not needed", bad, contradicts, file(e -> {}).zip64(e -> {})),
                refused(
                        "not needed, but asked for",
                        bad,
                        contradicts,
                        file(e -> {}).zip64(e -> {}).end(e -> e.directoryOffset = Zip64.MARK)),
                refused(
                        "missing",
                        bad,
                        "the ZIP64 end record is missing.",
                        file(e -> {}).end(e -> e.directoryOffset = Zip64.MARK)),
                refused(
                        "no locator",
                        bad,
                        "the ZIP64 end record is missing.",
                        file(e -> {}).zip64(e -> e.hasLocator = false).end(e -> e.entries = e.entriesOnDisk = 0xFFFF)),
                refused(
                        "extensible data",
                        bad,
                        contradicts,
                        file(e -> {})
                                .zip64(e -> {
                                    e.zip64RecordBytes = 52;
                                    e.zip64Extensible = new byte[8];
                                })
                                .end(e -> e.entries = e.entriesOnDisk = 0xFFFF)),
                refused(
                        "locator of another place",
                        bad,
                        contradicts,
                        file(e -> {}).zip64(e -> e.locatorOffset = 0).end(e -> e.entries = e.entriesOnDisk = 0xFFFF)),
                refused(
                        "records that disagree",
                        bad,
                        contradicts,
                        file(e -> {}).zip64(e -> e.directoryOffset++).end(e -> e.entries = e.entriesOnDisk = 0xFFFF)),
                refused("extra not needed", bad, sizes, file(e -> e.central.extra = zip64Extra(1, 3))),
                refused("extra without a full field", bad, sizes, file(e -> {
                    e.central.extra = zip64Extra(1L << 33);
                })),
                refused("full field without extra", bad, sizes, file(e -> e.central.unzippedBytes = Zip64.MARK)),
                refused("extra too short", bad, sizes, file(e -> {
                    e.central.unzippedBytes = Zip64.MARK;
                    e.central.extra = extra(1, 4);
                })),
                refused("extra too long", bad, sizes, file(e -> {
                    e.central.unzippedBytes = Zip64.MARK;
                    e.central.extra = zip64Extra(1L << 33, 1L << 33);
                })),
                refused("other values in front of the data", bad, sizes, file(e -> e.local.extra = zip64Extra(1, 4))),
                refused("extra twice", bad, "entry \"a.py\" has the extra field 0x0001 twice.", file(e -> {
                    e.central.unzippedBytes = Zip64.MARK;
                    e.central.extra = join(zip64Extra(1L << 33), zip64Extra(1L << 33));
                })));
    }

    @TestFactory
    Stream<DynamicTest> filesThatAreSomethingElse() {
        ZipProblem code = ZipProblem.NOT_A_ZIP;
        byte[] tar = new byte[1024];
        System.arraycopy("ustar".getBytes(UTF_8), 0, tar, 257, 5);
        return tests(
                new Refused("nothing", code, "the file is empty.", new byte[0]),
                new Refused(
                        "page",
                        code,
                        "this is no zip archive; it looks like an HTML page.",
                        "\n<!DOCTYPE html><title>Log in</title>".getBytes(UTF_8)),
                new Refused(
                        "old page",
                        code,
                        "this is no zip archive; it looks like an HTML page.",
                        "<!-- hi --><HTML><body>".getBytes(UTF_8)),
                new Refused(
                        "JSON",
                        code,
                        "this is no zip archive; it looks like JSON.",
                        "{\"message\": \"unauthorized\"}".getBytes(UTF_8)),
                new Refused(
                        "XML",
                        code,
                        "this is no zip archive; it looks like XML.",
                        "<?xml version='1.0'?><Error/>".getBytes(UTF_8)),
                new Refused(
                        "gzip", code, "this is no zip archive; it looks like gzip.", new byte[] {0x1F, (byte) 0x8B, 8, 0
                        }),
                new Refused("tar", code, "this is no zip archive; it looks like tar.", tar),
                new Refused("one byte", code, "this is no zip archive.", new byte[1]),
                new Refused("zeros", code, "this is no zip archive.", new byte[100_000]));
    }

    @TestFactory
    Stream<DynamicTest> entriesThatDoNotKeepTheirPromise() {
        ZipProblem code = ZipProblem.CORRUPT_ENTRY;
        return Stream.of(
                        refused(
                                "CRC",
                                code,
                                "entry \"a.py\" is corrupt: its CRC does not match.",
                                file(e -> e.both(h -> h.crc ^= 1))),
                        refused(
                                "CRC of a stored entry",
                                code,
                                "entry \"a.py\" is corrupt: its CRC does not match.",
                                zip().stored("a.py", "x", e -> e.both(h -> h.crc ^= 1))),
                        refused(
                                "more than declared",
                                code,
                                "entry \"a.py\" unpacks to more than the 0 bytes that it declares.",
                                file(e -> e.both(h -> h.unzippedBytes = 0))),
                        refused(
                                "less than declared",
                                code,
                                "entry \"a.py\" unpacks to 1 bytes, and declares 2.",
                                file(e -> e.both(h -> h.unzippedBytes = 2))),
                        refused(
                                "junk behind",
                                code,
                                "entry \"a.py\" has 3 bytes behind its compressed data.",
                                file(e -> {
                                    e.data = Arrays.copyOf(e.data, e.data.length + 3);
                                    e.both(h -> h.compressedBytes += 3);
                                })),
                        refused(
                                "cut off",
                                code,
                                "entry \"a.py\" is corrupt: its compressed data is cut off.",
                                file(e -> {
                                    e.data = Arrays.copyOf(e.data, 1);
                                    e.both(h -> h.compressedBytes = 1);
                                })),
                        refused("empty", code, "entry \"a.py\" is corrupt: its compressed data is cut off.", file(e -> {
                            e.data = new byte[0];
                            e.both(h -> h.compressedBytes = 0);
                        })),
                        refused("no deflate", code, "entry \"a.py\" is corrupt: it cannot be inflated.", file(e -> {
                            e.data = new byte[] {7, 7, 7};
                        })))
                .map(c -> DynamicTest.dynamicTest(c.what(), () -> {
                    RawZip zip = RawZip.read(source(c.archive()), ZipLimits.WHEEL);
                    assertRefused(c, () -> zip.content(zip.entries().get(0)));
                }));
    }

    @Test
    void largeArchiveNeedsZip64() throws IOException {
        assertThat(RawZip.read(source(MANY), ROOMY).entries()).hasSize(70_000);
        assertRefused(
                new Refused("", ZipProblem.ZIP_BOMB, "it has 70000 entries; 65534 is the most.", MANY),
                () -> RawZip.read(source(MANY), ZipLimits.WHEEL));
    }

    @TestFactory
    Stream<DynamicTest> zip64RecordsThatDisagree() {
        // The ZIP64 end record begins 98 bytes before the end of the archive, the locator 42, the end record 22.
        return Stream.of(98, 94, 82, 78, 74, 66, 58, 50, 42, 38, 34, 26)
                .map(fromEnd -> DynamicTest.dynamicTest(fromEnd + " bytes from the end", () -> {
                    byte[] changed = MANY.clone();
                    changed[changed.length - fromEnd] ^= 1;
                    assertThatThrownBy(() -> RawZip.read(source(changed), ROOMY))
                            .isInstanceOf(LayerException.class)
                            .hasMessageMatching("demo.zip: (the ZIP64 end record|the archive is a part).*");
                }));
    }

    @Test
    void archiveOf65000EntriesIsRead() throws IOException {
        MemorySource source = new MemorySource("demo.zip", many(65_000).bytes());
        assertThat(RawZip.read(source, ZipLimits.WHEEL).entries()).hasSize(65_000);
        assertThat(source.reads())
                .as("two for each entry, and few for the directory")
                .isLessThan(2 * 65_100);
    }

    @Test
    void bombIsRefusedBeforeItIsInflated() {
        byte[] data = ZipBuilder.deflate(new byte[1 << 20]);
        ZipBuilder bomb = zip().file("zeros", new byte[0], e -> {
            e.data = data;
            e.both(h -> h.compressedBytes = data.length);
            e.both(h -> h.unzippedBytes = 200_000_000);
        });
        assertThatThrownBy(() -> RawZip.read(source(bomb.bytes()), ZipLimits.WHEEL))
                .hasMessage("demo.zip: it unpacks to 200000000 bytes, more than 50 times its own " + bomb.bytes().length
                        + ".");
        assertThatThrownBy(() -> RawZip.read(source(bomb.bytes()), new ZipLimits(9, 1000, 50, 1)))
                .hasMessage("demo.zip: it unpacks to more than 1000 bytes.");
    }

    /** Each entry's data begins with the headers of all that follow, so that a few bytes unpack a thousand times. */
    @Test
    void bombOfEntriesWithinEachOtherIsRefused() {
        ZipBuilder bomb = zip();
        for (int i = 0; i < 1000; i++) {
            bomb.stored(
                    String.format("%04d", i),
                    "",
                    e -> e.both(h -> {
                        h.compressedBytes = 30_000;
                        h.unzippedBytes = 30_000;
                    }));
        }
        assertRefused(
                new Refused("", ZipProblem.BAD_ZIP_STRUCTURE, "entry \"0000\" overlaps entry \"0001\".", bomb.bytes()),
                () -> RawZip.read(source(bomb.bytes()), ROOMY));
    }

    @Test
    void sizesThatAddUpToMoreThanALongAreABomb() {
        byte[] extra = zip64Extra(Long.MAX_VALUE - 1);
        Consumer<ZipBuilder.Entry> huge = e -> e.both(h -> {
            h.unzippedBytes = Zip64.MARK;
            h.extra = extra;
        });
        ZipBuilder bomb = zip().file("a", "x", huge).file("b", "x", huge);
        assertThatThrownBy(() -> RawZip.read(source(bomb.bytes()), ZipLimits.WHEEL))
                .hasMessage("demo.zip: it unpacks to more than 17179869184 bytes.");
    }

    @Test
    void entriesAreReadAsTheyAre() throws IOException {
        RawZip zip = RawZip.read(
                source(zip().directory("pkg/")
                        .file("pkg/a.py", "x = 1\n")
                        .stored("pkg/run", "#!", e -> e.mode(0100750))
                        .file("pkg/.hidden/\u00e9 \u0939.txt", "")
                        .file(
                                "pkg/a..b/...",
                                "x",
                                e -> e.both(h -> {
                                    h.date = 0;
                                    h.time = 0xFFFF;
                                    h.extra = extra(0x5455, 5);
                                }))
                        .bytes()),
                ZipLimits.WHEEL);
        assertThat(zip.entries())
                .extracting(RawEntry::name)
                .containsExactly("pkg/", "pkg/a.py", "pkg/run", "pkg/.hidden/\u00e9 \u0939.txt", "pkg/a..b/...");
        assertThat(zip.entries()).extracting(RawEntry::isDirectory).containsExactly(true, false, false, false, false);
        assertThat(zip.entry("pkg/run").orElseThrow().isExecutable()).isTrue();
        assertThat(zip.entry("pkg/a.py").orElseThrow().isExecutable()).isFalse();
        assertThat(zip.content(zip.entry("pkg/a.py").orElseThrow())).asString().isEqualTo("x = 1\n");
        assertThat(zip.content(zip.entry("pkg/run").orElseThrow())).asString().isEqualTo("#!");
        assertThat(zip.content(zip.entry("pkg/a..b/...").orElseThrow()))
                .asString()
                .isEqualTo("x");
        assertThat(zip.entry("missing")).isEmpty();
    }

    @Test
    void zip64ThatAgreesIsFine() throws IOException {
        byte[] repeats =
                zip().file("a.py", "x", e -> e.local.extra = zip64Extra(1, 3)).bytes();
        byte[] widens = zip().file(
                        "a.py",
                        "x",
                        e -> e.both(h -> {
                            h.unzippedBytes = Zip64.MARK;
                            h.extra = zip64Extra(1);
                        }))
                .bytes();
        assertThat(unpacked(repeats)).containsExactly("a.py=x");
        assertThat(unpacked(widens)).containsExactly("a.py=x");
    }

    @Test
    void archiveWithoutEntriesIsFine() throws IOException {
        assertThat(RawZip.read(source(zip().bytes()), ZipLimits.WHEEL).entries())
                .isEmpty();
    }

    @Test
    void contentLargerThanTheBuffersIsReadWhole() throws IOException {
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        RawZip zip = RawZip.read(
                source(zip().file("deflated", noise, e -> {})
                        .entry(ZipBuilder.Entry.stored("stored", noise), e -> {})
                        .bytes()),
                ZipLimits.WHEEL);
        assertThat(zip.content(zip.entries().get(0))).isEqualTo(noise);
        assertThat(zip.content(zip.entries().get(1))).isEqualTo(noise);
    }

    @Test
    void directoryIsReadAloneInFewReads() throws IOException {
        MemorySource source = source(many(1000).bytes());
        RawZip zip = RawZip.readDirectory(source, ZipLimits.WHEEL);
        assertThat(zip.entries()).hasSize(1000);
        assertThat(source.reads()).isLessThan(5);
        assertThat(zip.content(zip.entries().get(999))).isEmpty();
    }

    @Test
    void localHeaderIsCheckedWhenAnEntryIsUnpacked() throws IOException {
        RawZip zip = RawZip.readDirectory(source(file(e -> e.local.crc = 1).bytes()), ZipLimits.WHEEL);
        assertThatThrownBy(() -> zip.verify(zip.entries().get(0), OutputStream.nullOutputStream()))
                .hasMessage("demo.zip: entry \"a.py\" has other flags, method, CRC or sizes in front of its data than"
                        + " in the directory.");
    }

    @Test
    void damageIsFoundOrDoesNotMatter() throws IOException {
        byte[] good = zip().directory("pkg/")
                .file("pkg/a.py", "x = 1\n")
                .stored("pkg/b.py", "y = 2\n")
                .bytes();
        List<String> content = unpacked(good);
        for (int i = 0; i < good.length * 8; i++) {
            byte[] flipped = good.clone();
            flipped[i / 8] ^= (byte) (1 << i % 8);
            assertThat(outcome(flipped)).as("bit %d of byte %d", i % 8, i / 8).isIn(content, List.of());
        }
        for (int length = 0; length < good.length; length++) {
            assertThat(outcome(Arrays.copyOf(good, length)))
                    .as("first %d bytes", length)
                    .isEmpty();
        }
    }

    /** Every file and its content, or nothing when the archive is refused. */
    private static List<String> outcome(byte[] archive) throws IOException {
        try {
            return unpacked(archive);
        } catch (LayerException e) {
            return List.of();
        }
    }

    private static List<String> unpacked(byte[] archive) throws IOException {
        RawZip zip = RawZip.read(source(archive), ZipLimits.WHEEL);
        List<String> content = new ArrayList<>();
        for (RawEntry entry : zip.entries()) {
            content.add(entry.name() + "=" + new String(zip.content(entry), UTF_8));
        }
        return content;
    }

    private static final ZipLimits ROOMY = new ZipLimits(100_000, 1 << 20, 50, 1 << 20);
    private static final byte[] MANY = many(70_000)
            .zip64(e -> {})
            .end(e -> e.entries = e.entriesOnDisk = 0xFFFF)
            .bytes();

    private static ZipBuilder many(int entries) {
        ZipBuilder zip = zip();
        for (int i = 0; i < entries; i++) {
            zip.stored("f" + i, "");
        }
        return zip;
    }

    /** An archive of one file, spoiled by {@code change}. */
    private static ZipBuilder file(Consumer<ZipBuilder.Entry> change) {
        return zip().file("a.py", "x", change);
    }

    private static byte[] extra(int id, int length) {
        return new LittleEndian().u16(id).u16(length).put(new byte[length]).bytes();
    }

    private static byte[] zip64Extra(long... values) {
        LittleEndian extra = new LittleEndian().u16(1).u16(8L * values.length);
        for (long value : values) {
            extra.u64(value);
        }
        return extra.bytes();
    }

    private static byte[] join(byte[] first, byte[] second) {
        return new LittleEndian().put(first).put(second).bytes();
    }

    private static MemorySource source(byte[] archive) {
        return new MemorySource("demo.zip", archive);
    }

    private static Stream<DynamicTest> tests(Refused... cases) {
        return Stream.of(cases)
                .map(c -> DynamicTest.dynamicTest(
                        c.what(), () -> assertRefused(c, () -> RawZip.read(source(c.archive()), ZipLimits.WHEEL))));
    }

    private static void assertRefused(Refused c, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(LayerException.class, e -> {
            assertThat(e.sentence()).isEqualTo("demo.zip: " + c.sentence());
            assertThat(e.code()).isEqualTo(c.code());
            assertThat(e.hints()).hasSize(1);
        });
    }
}
