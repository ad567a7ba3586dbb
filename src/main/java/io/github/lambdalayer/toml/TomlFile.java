package io.github.lambdalayer.toml;

import io.github.lambdalayer.files.IoReason;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads a TOML file whole: {@code TomlFile.read(Path.of("pylock.toml")).requiredText("lock-version")}. */
public final class TomlFile {

    /** 8 MiB: four times the largest lock known to us; the parser needs about fifty bytes of memory for each byte. */
    public static final int LARGEST = 8 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String PATH = "correct the path; it is seen from the folder of the pom";

    private TomlFile() {}

    /**
     * The entries of a file of at most {@link #LARGEST} bytes; a byte order mark is passed over.
     *
     * @throws LayerException when the file cannot be read, is too large, is not UTF-8 or not TOML 1.0
     */
    public static TomlEntries read(Path file) {
        String origin = Printable.name(String.valueOf(file.getFileName()));
        return parse(decode(bytes(file, origin), origin), origin);
    }

    /**
     * The entries of a text; {@code origin} is the name that its faults are told with.
     *
     * @throws LayerException when it is not TOML 1.0
     */
    public static TomlEntries parse(String text, String origin) {
        return TomlSyntax.parse(withoutByteOrderMark(text), origin);
    }

    private static byte[] bytes(Path file, String origin) {
        if (Files.isDirectory(file)) {
            throw new LayerException(TomlProblem.TOML_UNREADABLE, shown(file) + " is a folder, not a file.", PATH);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new LayerException(
                        TomlProblem.TOML_TOO_LARGE,
                        origin + " has " + Files.size(file) + " bytes; the largest that is read has " + LARGEST + ".",
                        "see that this is the file that is meant");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new LayerException(
                    TomlProblem.TOML_UNREADABLE, "There is no file " + shown(file) + ".", List.of(PATH), e);
        } catch (IOException e) {
            throw new LayerException(
                    TomlProblem.TOML_UNREADABLE,
                    shown(file) + " cannot be read: " + Printable.name(IoReason.of(e)) + ".",
                    List.of("name a file that the user who runs Maven may read"),
                    e);
        }
    }

    private static String shown(Path file) {
        return Printable.name(file.toString());
    }

    private static String decode(byte[] bytes, String origin) {
        if (isUtf16(bytes)) {
            throw new LayerException(
                    TomlProblem.TOML_SYNTAX, origin + " is UTF-16 text, and TOML is UTF-8.", "save it as UTF-8");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (decoder.decode(in, out, true).isError()) {
            throw new LayerException(
                    TomlProblem.TOML_SYNTAX,
                    String.format(
                            "%s: the byte 0x%02x is not UTF-8.",
                            placeOf(bytes, in.position(), origin), bytes[in.position()]),
                    "save it as UTF-8");
        }
        return out.flip().toString();
    }

    /** So says its mark, or a byte of zero in its first character; a shell of Windows writes it where output is sent to a file. */
    private static boolean isUtf16(byte[] bytes) {
        return bytes.length > 1
                && (bytes[0] == 0 || bytes[1] == 0 || isMark(bytes[0], bytes[1]) || isMark(bytes[1], bytes[0]));
    }

    private static boolean isMark(byte one, byte other) {
        return one == (byte) 0xFF && other == (byte) 0xFE;
    }

    private static TomlPlace placeOf(byte[] bytes, int offset, String origin) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < offset; i++) {
            boolean newLine = bytes[i] == '\n';
            line += newLine ? 1 : 0;
            column = newLine ? 1 : column + 1;
        }
        return new TomlPlace(origin, line, column);
    }

    private static String withoutByteOrderMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
