package io.github.lambdalayer.build;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import io.github.lambdalayer.zip.ByteSource;
import io.github.lambdalayer.zip.RawEntry;
import io.github.lambdalayer.zip.RawZip;
import io.github.lambdalayer.zip.ZipLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The licences of a layer's packages, as their own METADATA in the zip says: {@code BSD-3-Clause, MIT}. They come from
 * the zip, so that they are the same whether it was made just now or long ago.
 */
final class Licences {

    private static final String METADATA = ".dist-info/METADATA";

    private Licences() {}

    /** Each licence once, sorted; "" when no package says any. */
    static String of(Path zip) {
        Set<String> licences = new TreeSet<>();
        try (ByteSource source = ByteSource.file(zip)) {
            RawZip raw = RawZip.readForeign(source, ZipLimits.WHEEL);
            for (RawEntry entry : raw.entries()) {
                if (entry.name().endsWith(METADATA)) {
                    licences.add(
                            CoreMetadata.parse(raw.content(entry), entry.name()).license());
                }
            }
        } catch (IOException e) {
            throw new LayerException(
                    BuildProblem.CANNOT_READ, zip + " cannot be read: " + e.getMessage() + ".", List.of(), e);
        }
        licences.remove("");
        return String.join(", ", licences);
    }
}
