package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.files.IoReason;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the text of a requirements.txt: by its byte order mark, else by its coding line (PEP 263), else as UTF-8. */
final class RequirementsText {

    private static final int LARGEST = 8 << 20;

    /** Names of Python that Java does not know. */
    private static final Map<String, String> PYTHON_NAMES =
            Map.of("latin-1", "ISO-8859-1", "utf-8-sig", "UTF-8", "ascii", "US-ASCII");

    private static final String PATH =
            "correct the path; it is seen from the folder of the pom, or of the file that names it";

    private RequirementsText() {}

    /** The text of a file of at most 8 MiB; {@code shown} is what sentences call it. */
    static String read(Path file, String shown) {
        byte[] bytes = bytes(file, shown);
        Optional<Charset> marked = byMark(bytes);
        Charset charset = marked.orElseGet(() -> byCodingLine(bytes, shown));
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return marked.isPresent() && text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw unreadable(
                    shown + " is not " + charset + " text.",
                    e,
                    "save it as UTF-8, or name its encoding in its first line: # coding: latin-1");
        }
    }

    private static byte[] bytes(Path file, String shown) {
        if (Files.isDirectory(file)) {
            throw unreadable(
                    (shown.isEmpty() ? "The project's folder" : shown) + " is a folder, not a file.", null, PATH);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw unreadable(
                        shown + " has more than " + LARGEST + " bytes.",
                        null,
                        "see that this is the file that is meant");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw unreadable("There is no file " + shown + ".", e, PATH);
        } catch (IOException e) {
            throw unreadable(
                    shown + " cannot be read: " + Printable.name(IoReason.of(e)) + ".",
                    e,
                    "name a file that the user who runs Maven may read");
        }
    }

    private static Optional<Charset> byMark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        // Windows' shell writes UTF-16 when the output of "pip freeze" is sent to a file.
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return startsWith(bytes, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    // PEP 263: "coding:" or "coding=" in a comment of the first two lines
    private static Charset byCodingLine(byte[] bytes, String shown) {
        String head = new String(bytes, 0, Math.min(bytes.length, 500), StandardCharsets.ISO_8859_1);
        return head.lines()
                .limit(2)
                .filter(line -> line.startsWith("#"))
                .flatMap(line -> coding(line).stream())
                .findFirst()
                .map(name -> charset(name, shown))
                .orElse(StandardCharsets.UTF_8);
    }

    private static Optional<String> coding(String line) {
        int at = line.indexOf("coding");
        int start = at + "coding".length();
        if (at < 0 || start >= line.length() || ":=".indexOf(line.charAt(start)) < 0) {
            return Optional.empty();
        }
        String rest = line.substring(start + 1).strip();
        int end = 0;
        while (end < rest.length() && (Cursor.isAlnum(rest.charAt(end)) || "-_.".indexOf(rest.charAt(end)) >= 0)) {
            end++;
        }
        return Optional.of(rest.substring(0, end)).filter(name -> !name.isEmpty());
    }

    private static Charset charset(String name, String shown) {
        try {
            String lower = name.toLowerCase(Locale.ROOT).replace('_', '-');
            return Charset.forName(PYTHON_NAMES.getOrDefault(lower, name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw unreadable(
                    shown + " says that its encoding is " + Printable.name(name) + ", which is unknown.",
                    e,
                    "save it as UTF-8, without that line");
        }
    }

    private static LayerException unreadable(String sentence, @Nullable Throwable cause, String... hints) {
        return new LayerException(
                RequirementsFileProblem.REQUIREMENTS_FILE_UNREADABLE, sentence, List.of(hints), cause);
    }
}
