package io.github.lambdalayer.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.zip.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Names of which one may be somewhere in a file, source or library, which is looked through once, piece by piece. */
final class Mention {

    private static final int PIECE = 64 << 10;

    /** With a character for each byte. */
    private final List<String> wanted;

    private final int longest;

    private Mention(List<String> wanted) {
        this.wanted = wanted.stream()
                .map(text -> new String(text.getBytes(UTF_8), ISO_8859_1))
                .toList();
        longest = this.wanted.stream().mapToInt(String::length).max().orElse(0);
    }

    /** The name with what stands around it. */
    static Mention of(String name, String before, String behind) {
        return new Mention(List.of(before + name + behind));
    }

    /** Any of the names. */
    static Mention ofAny(List<String> names) {
        return new Mention(names);
    }

    /** Whether the file has one of them; one that cannot be read may have it. */
    boolean isIn(LayerEntry entry) {
        try (ByteSource bytes = entry.content().unpacked()) {
            String end = "";
            for (long at = 0; at < bytes.size(); at += PIECE) {
                ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, bytes.size() - at));
                bytes.read(at, piece);
                String text = end + new String(piece.array(), ISO_8859_1);
                if (wanted.stream().anyMatch(text::contains)) {
                    return true;
                }
                end = text.substring(Math.max(0, text.length() - longest));
            }
            return false;
        } catch (LayerException | IOException e) {
            return true;
        }
    }
}
