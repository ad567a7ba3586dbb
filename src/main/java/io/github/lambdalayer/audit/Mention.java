package io.github.lambdalayer.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.zip.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A name that may be somewhere in a file, source or library, which is looked through piece by piece. */
final class Mention {

    private static final int PIECE = 64 << 10;

    /** A character for each byte. */
    private final String wanted;

    private Mention(String wanted) {
        this.wanted = wanted;
    }

    /** The name with what stands around it. */
    static Mention of(String name, String before, String behind) {
        return new Mention(new String((before + name + behind).getBytes(UTF_8), ISO_8859_1));
    }

    /** Whether the file has it; one that cannot be read may have it. */
    boolean isIn(LayerEntry entry) {
        try (ByteSource bytes = entry.content().unpacked()) {
            String end = "";
            for (long at = 0; at < bytes.size(); at += PIECE) {
                ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, bytes.size() - at));
                bytes.read(at, piece);
                String text = end + new String(piece.array(), ISO_8859_1);
                if (text.contains(wanted)) {
                    return true;
                }
                end = text.substring(Math.max(0, text.length() - wanted.length()));
            }
            return false;
        } catch (LayerException | IOException e) {
            return true;
        }
    }
}
