package io.github.lambdalayer.zip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.problem.LayerException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/**
 * The rules for names, on the way in and on the way out: UTF-8, relative, forward slashes, nothing that another reader
 * would take for another place, nothing that cannot be seen.
 */
final class EntryName {

    static final int MAX_BYTES = 1024;
    private static final int MAX_PART_BYTES = 255;
    private static final int UTF8_FLAG = 0x0800;

    private EntryName() {}

    /** The name in {@code raw}, checked. */
    static String decode(Fields raw, int flags, String archive) {
        byte[] bytes = raw.copy();
        if (!isAscii(bytes) && (flags & UTF8_FLAG) == 0) {
            throw bad(archive, new String(bytes, ISO_8859_1), "has a name that is not marked as UTF-8.");
        }
        return decode(raw, archive);
    }

    /** The same whether it is marked as UTF-8 or not: Info-ZIP marks no name, and Linux takes the bytes as they are. */
    static String decode(Fields raw, String archive) {
        byte[] bytes = raw.copy();
        try {
            String name = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            check(name, archive);
            return name;
        } catch (CharacterCodingException e) {
            throw bad(archive, new String(bytes, ISO_8859_1), "has a name that is not UTF-8.");
        }
    }

    /** Throws unless the name is one that every reader takes for the same place inside the archive. */
    static void check(String name, String archive) {
        if (name.isEmpty()) {
            throw ZipProblem.BAD_ENTRY_NAME.in(archive, "an entry has no name.");
        }
        if (hasHidden(name)) {
            throw bad(archive, name, "has a control character in its name.");
        }
        if (name.indexOf('\\') >= 0 || name.indexOf(':') >= 0) {
            throw bad(archive, name, "has a backslash or a drive in its name.");
        }
        if (name.startsWith("/")) {
            throw bad(archive, name, "has an absolute name.");
        }
        checkLength(name, archive);
        checkParts(name, archive);
    }

    private static void checkLength(String name, String archive) {
        int bytes = name.getBytes(UTF_8).length;
        if (bytes > MAX_BYTES) {
            throw tooLong(archive, name, bytes);
        }
    }

    private static void checkParts(String name, String archive) {
        int from = 0;
        int end = name.endsWith("/") ? name.length() - 1 : name.length();
        while (from <= end) {
            int slash = name.indexOf('/', from);
            int to = slash < 0 || slash > end ? end : slash;
            checkPart(name, name.substring(from, to), archive);
            from = to + 1;
        }
    }

    private static void checkPart(String name, String part, String archive) {
        if (part.equals("..")) {
            throw bad(archive, name, "leaves the archive.");
        }
        if (part.isEmpty() || part.equals(".")) {
            throw bad(archive, name, "has an empty part or \".\" in its name.");
        }
        int bytes = part.getBytes(UTF_8).length;
        if (bytes > MAX_PART_BYTES) {
            throw bad(
                    archive,
                    name,
                    "has a part of " + bytes + " bytes in its name; " + MAX_PART_BYTES + " is the most.");
        }
    }

    static LayerException tooLong(String archive, String name, int bytes) {
        return bad(archive, name, "has a name of " + bytes + " bytes; " + MAX_BYTES + " is the most.");
    }

    private static LayerException bad(String archive, String name, String sentence) {
        return ZipProblem.BAD_ENTRY_NAME.inEntry(archive, name, sentence);
    }

    private static boolean hasHidden(String name) {
        for (int i = 0; i < name.length(); i++) {
            int codePoint = name.codePointAt(i);
            boolean isPlain = codePoint >= ' ' && codePoint < 0x7F;
            if (!isPlain && isHidden(codePoint)) {
                return true;
            }
        }
        return false;
    }

    /** Control characters, and those that change how the others are shown, such as U+202E. */
    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
