package io.github.lambdalayer.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.elf.ElfFile;
import io.github.lambdalayer.elf.ElfMachine;
import io.github.lambdalayer.elf.NeededVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of a wheel's libraries, as text: a line for each file, its fields divided by tabs, the digest that RECORD
 * has of it first.
 *
 * <pre>
 * libraries 1
 * sha256=x5k…  62  64  libdemo.so.1  $ORIGIN  -  needed libc.so.6  version libc.so.6 GLIBC_2.17
 * sha256=9ab…
 * end
 * </pre>
 *
 * <p>A line with the digest alone is of a file that is no library.
 */
final class LibraryNotes {

    private static final String FIRST = "libraries 1";
    private static final String LAST = "end";
    private static final String NEEDED = "needed ";
    private static final String VERSION = "version ";
    private static final int FIXED_FIELDS = 6;

    private LibraryNotes() {}

    /** The text of the notes; empty when a name in them would break the lines. */
    static Optional<byte[]> format(Map<String, Optional<ElfFile>> byDigest) {
        List<String> lines = new ArrayList<>();
        lines.add(FIRST);
        byDigest.forEach((digest, elf) ->
                lines.add(elf.map(e -> String.join("\t", fields(digest, e))).orElse(digest)));
        lines.add(LAST);
        String text = String.join("\n", lines);
        long breaks = text.chars().filter(c -> c < ' ' && c != '\t').count();
        boolean tabs = byDigest.values().stream()
                .flatMap(Optional::stream)
                .flatMap(elf -> fields("", elf).stream())
                .anyMatch(field -> field.indexOf('\t') >= 0);
        return breaks == lines.size() - 1 && !tabs ? Optional.of(text.getBytes(UTF_8)) : Optional.empty();
    }

    private static List<String> fields(String digest, ElfFile elf) {
        List<String> fields = new ArrayList<>(List.of(
                digest,
                Integer.toString(elf.machine().code()),
                Integer.toString(elf.bits()),
                elf.soname(),
                elf.rpath(),
                elf.runpath()));
        elf.needed().forEach(soname -> fields.add(NEEDED + soname));
        elf.versions().forEach(version -> fields.add(VERSION + version.library() + " " + version.version()));
        return fields;
    }

    /** What a text notes, by digest; nothing when it is damaged or was written by another version of the plugin. */
    static Map<String, Optional<ElfFile>> parse(byte[] bytes) {
        List<String> lines = List.of(new String(bytes, UTF_8).split("\n", -1));
        if (!lines.get(0).equals(FIRST) || !lines.get(lines.size() - 1).equals(LAST)) {
            return Map.of();
        }
        try {
            Map<String, Optional<ElfFile>> byDigest = new HashMap<>();
            for (String line : lines.subList(1, lines.size() - 1)) {
                List<String> fields = List.of(line.split("\t", -1));
                byDigest.put(fields.get(0), fields.size() == 1 ? Optional.empty() : Optional.of(elf(fields)));
            }
            return byDigest;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Map.of();
        }
    }

    private static ElfFile elf(List<String> fields) {
        List<String> needed = new ArrayList<>();
        List<NeededVersion> versions = new ArrayList<>();
        for (String field : fields.subList(FIXED_FIELDS, fields.size())) {
            if (field.startsWith(NEEDED)) {
                needed.add(field.substring(NEEDED.length()));
            } else {
                String version = field.substring(VERSION.length());
                int space = version.lastIndexOf(' ');
                versions.add(new NeededVersion(version.substring(0, space), version.substring(space + 1)));
            }
        }
        return new ElfFile(
                new ElfMachine(Integer.parseInt(fields.get(1))),
                Integer.parseInt(fields.get(2)),
                fields.get(3),
                needed,
                fields.get(4),
                fields.get(5),
                versions);
    }
}
