package io.github.lambdalayer.python.index.page;

import io.github.lambdalayer.python.index.KnownFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Packs the files of a page while they are read, so that thousands of them are never objects at once. */
final class PageBuilder {

    private static final int DIGEST = 32;

    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final Packed rows = new Packed();
    private final Packed heap = new Packed();
    private int count;

    void wheel(KnownFile file) {
        String name = file.filename();
        int rest = 1 + name.indexOf('-', 1 + name.indexOf('-'));
        boolean endsInName = file.url().endsWith(name);
        count++;
        rows.putInt(place(name.substring(0, rest)))
                .putInt(place(name.substring(rest)))
                .putInt(place(file.requiresPython()))
                .putInt(place(file.yankedReason()))
                .putLong(file.bytes())
                .putLong(file.uploadMicros())
                .putInt(heap.length());
        heap.putBare(endsInName ? file.url().substring(0, file.url().length() - name.length()) : file.url());
        rows.putInt(heap.length())
                .putByte(flags(file, endsInName))
                .putHex(file.sha256(), DIGEST)
                .putHex(file.metadataSha256(), DIGEST);
    }

    private static int flags(KnownFile file, boolean endsInName) {
        return (file.yanked() ? PageRow.YANKED : 0)
                | (file.hasMetadataFile() ? PageRow.HAS_METADATA_FILE : 0)
                | (endsInName ? PageRow.ENDS_IN_NAME : 0)
                | (file.sha256().isEmpty() ? 0 : PageRow.HAS_SHA256)
                | (file.metadataSha256().isEmpty() ? 0 : PageRow.HAS_METADATA_SHA256);
    }

    private int place(String text) {
        Integer known = places.get(text);
        if (known == null) {
            known = texts.size();
            places.put(text, known);
            texts.add(text);
        }
        return known;
    }

    /** A file that is no wheel, by its name. */
    void other(String name) {
        others.add(name);
    }

    boolean isEmpty() {
        return count == 0 && others.isEmpty();
    }

    RawPage page(String apiVersion, String status, String statusReason) {
        Packed all = new Packed().putText(apiVersion).putText(status).putText(statusReason);
        putTexts(all, others);
        putTexts(all, texts);
        all.putInt(count).putAll(rows).putAll(heap);
        return RawPage.of(all.toArray(), 0);
    }

    private static void putTexts(Packed all, List<String> some) {
        all.putInt(some.size());
        some.forEach(all::putText);
    }
}
