package io.github.lambdalayer.python.wheel;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.zip.EntryReader;
import io.github.lambdalayer.zip.RawEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds RECORD against what is there, in one pass over the wheel: each file is inflated once, for its size, its CRC and its
 * digest, and for who watches; nothing of it is kept here. RECORD and its signatures vouch for no digest of their own.
 */
final class ContentCheck {

    private static final Set<String> NOT_LISTED = Set.of("RECORD", "RECORD.jws", "RECORD.p7s");

    private final WheelFile wheel;
    private final WheelWatch watch;
    private final Map<String, RecordRow> rows = new HashMap<>();

    private ContentCheck(WheelFile wheel, WheelWatch watch) {
        this.wheel = wheel;
        this.watch = watch;
    }

    static ContentCheck of(WheelFile wheel, WheelWatch watch) {
        ContentCheck check = new ContentCheck(wheel, watch);
        for (RecordRow row : wheel.record()) {
            if (check.rows.put(row.path(), row) != null) {
                throw check.bad("RECORD lists " + quoted(row.path()) + " twice.");
            }
        }
        return check;
    }

    void run() throws IOException {
        List<RawEntry> entries = wheel.zip().entries();
        checkRowsHaveFiles();
        Digests digests = new Digests();
        try (EntryReader reader = wheel.zip().reader()) {
            for (RawEntry entry : entries) {
                check(entry, reader, digests);
            }
        }
    }

    private void checkRowsHaveFiles() {
        rows.keySet().stream().sorted().forEach(path -> {
            if (wheel.zip().entry(path).filter(e -> !e.isDirectory()).isEmpty()) {
                throw bad("RECORD lists " + quoted(path) + ", which is not in the wheel.");
            }
        });
    }

    private void check(RawEntry entry, EntryReader reader, Digests digests) throws IOException {
        if (entry.isDirectory() || isExempt(entry.name())) {
            reader.verify(entry, OutputStream.nullOutputStream());
            return;
        }
        RecordRow row = rows.get(entry.name());
        if (row == null) {
            throw bad("RECORD does not list " + quoted(entry.name()) + ".");
        }
        OutputStream watching = watch.begin(entry, row.digest());
        Digests.Sink sink = digests.begin(row, watching).orElseThrow(() -> weak(row));
        reader.verify(entry, sink);
        if (!sink.matches(row.hash())) {
            throw WheelFault.of(
                    WheelProblem.WRONG_DIGEST,
                    wheel.filename(),
                    "entry " + quoted(entry.name()) + " is not the file that RECORD lists: its " + row.algorithm()
                            + " differs.");
        }
        checkSize(row, entry);
        watching.close();
    }

    private void checkSize(RecordRow row, RawEntry entry) {
        if (row.bytes().orElse(entry.unzippedBytes()) != entry.unzippedBytes()) {
            throw bad("RECORD gives " + quoted(row.path()) + " " + row.bytes().orElseThrow() + " bytes, and it has "
                    + entry.unzippedBytes() + ".");
        }
    }

    private boolean isExempt(String path) {
        return path.startsWith(wheel.distInfo() + "/")
                && NOT_LISTED.contains(path.substring(wheel.distInfo().length() + 1));
    }

    private LayerException weak(RecordRow row) {
        return bad(
                row.algorithm().isEmpty()
                        ? "RECORD has no digest of " + quoted(row.path()) + "."
                        : "RECORD has only a digest by " + Printable.name(row.algorithm()) + " of " + quoted(row.path())
                                + ", which anybody can forge.");
    }

    private LayerException bad(String sentence) {
        return WheelFault.of(WheelProblem.BAD_RECORD, wheel.filename(), sentence);
    }

    private static String quoted(String path) {
        return '"' + Printable.name(path) + '"';
    }
}
