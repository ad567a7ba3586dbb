package io.github.lambdalayer.layer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.List;

/** Writes RECORD: one row for each file, sorted, paths as seen from the folder that holds dist-info. */
final class RecordText {

    private RecordText() {}

    /** The rows of {@code entries}, and one without a digest for RECORD itself, whose path in the layer is {@code record}. */
    static byte[] of(List<LayerEntry> entries, SitePackages site, String record) {
        StringBuilder rows = new StringBuilder();
        entries.stream()
                .sorted(Comparator.comparing(LayerEntry::path, PathOrder.BY_UTF8))
                .forEach(entry -> row(rows, entry, site));
        return rows.append(quoted(site.relative(record)))
                .append(",,\n")
                .toString()
                .getBytes(UTF_8);
    }

    private static void row(StringBuilder rows, LayerEntry entry, SitePackages site) {
        rows.append(quoted(site.relative(entry.path())))
                .append(',')
                .append(entry.content().digest())
                .append(',')
                .append(entry.content().unzippedBytes())
                .append('\n');
    }

    private static String quoted(String field) {
        return field.indexOf(',') < 0 && field.indexOf('"') < 0 ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
