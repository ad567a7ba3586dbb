package io.github.lambdalayer.zip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;

/** Says what a file is whose last bytes are not the end record of a zip archive. */
final class WrongEnd {

    private static final int MAX_COMMENT = 0xFFFF;
    private static final int HEAD = 512;

    private WrongEnd() {}

    static LayerException explain(ByteSource source) throws IOException {
        if (source.size() == 0) {
            return ZipProblem.NOT_A_ZIP.in(source.name(), "the file is empty.");
        }
        byte[] head = read(source, 0, (int) Math.min(source.size(), HEAD));
        if (head[0] == 'P' && head.length > 1 && head[1] == 'K') {
            return explainZip(source);
        }
        int end = endRecord(source);
        if (end >= 0) {
            return explainZip(source);
        }
        return ZipProblem.NOT_A_ZIP.in(source.name(), "this is no zip archive" + looksLike(head) + ".");
    }

    private static LayerException explainZip(ByteSource source) throws IOException {
        int fromEnd = endRecord(source);
        if (fromEnd < 0) {
            return ZipProblem.BAD_ZIP_STRUCTURE.in(source.name(), "the archive is cut off: its end record is missing.");
        }
        int comment = Fields.read(source, source.size() - fromEnd + 20, 2).u16(0);
        int after = fromEnd - EndRecord.BYTES;
        String sentence = after + " bytes follow the end record of the archive.";
        if (comment == after) {
            sentence = "the archive has a comment of " + comment + " bytes, where another archive can hide.";
        } else if (comment > after) {
            sentence = "the archive is cut off within its comment.";
        }
        return ZipProblem.BAD_ZIP_STRUCTURE.in(source.name(), sentence);
    }

    /** How far from the end of the file the last end record begins, or -1. */
    static int endRecord(ByteSource source) throws IOException {
        int length = (int) Math.min(source.size(), EndRecord.BYTES + MAX_COMMENT);
        Fields tail = Fields.read(source, source.size() - length, length);
        for (int at = length - EndRecord.BYTES; at >= 0; at--) {
            if (tail.u32(at) == EndRecord.SIGNATURE) {
                return length - at;
            }
        }
        return -1;
    }

    private static String looksLike(byte[] head) {
        String text = new String(head, ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype html") || text.startsWith("<html") || text.contains("<html")) {
            return "; it looks like an HTML page";
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return "; it looks like JSON";
        }
        if (text.startsWith("<")) {
            return "; it looks like XML";
        }
        if (head.length > 1 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B) {
            return "; it looks like gzip";
        }
        return head.length > 262 && new String(head, 257, 5, ISO_8859_1).equals("ustar") ? "; it looks like tar" : "";
    }

    private static byte[] read(ByteSource source, long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        source.read(position, ByteBuffer.wrap(bytes));
        return bytes;
    }
}
