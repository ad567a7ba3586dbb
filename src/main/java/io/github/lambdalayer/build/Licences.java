package io.github.lambdalayer.build;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import io.github.lambdalayer.zip.ByteSource;
import io.github.lambdalayer.zip.RawEntry;
import io.github.lambdalayer.zip.RawZip;
import io.github.lambdalayer.zip.ZipLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * The licences of a layer's packages, as their own METADATA in the zip says: {@code BSD-3-Clause, MIT}. They come from
 * the zip, so that they are the same whether it was made just now or long ago.
 */
final class Licences {

    private Licences() {}

    /** Each licence once, sorted; "" when no package says any. */
    static String of(Path zip) {
        Set<String> licences = new TreeSet<>();
        try (ByteSource source = ByteSource.file(zip)) {
            RawZip raw = RawZip.readForeign(source, ZipLimits.WHEEL);
            for (RawEntry entry : InstalledMetadata.of(raw)) {
                licences.add(licence(raw, entry));
            }
        } catch (IOException e) {
            throw FinishedZip.unreadable(zip, e);
        }
        licences.remove("");
        return String.join(", ", licences);
    }

    /** "" where a zip that somebody else made says nothing that can be read: it is no reason not to publish it. */
    private static String licence(RawZip zip, RawEntry metadata) throws IOException {
        try {
            return CoreMetadata.parse(zip.content(metadata), metadata.name()).license();
        } catch (LayerException e) {
            return "";
        }
    }
}
