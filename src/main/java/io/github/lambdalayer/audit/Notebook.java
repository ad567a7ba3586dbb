package io.github.lambdalayer.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.elf.ElfFile;
import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder of {@link LibraryNotes}, one file for each set of libraries, named by their digests. It saves time and nothing
 * else: what is missing is read from the wheel, and what cannot be written is not.
 */
interface Notebook {

    /** Remembers nothing. */
    Notebook NONE = new Notebook() {
        @Override
        public Map<String, Optional<ElfFile>> read(Collection<String> digests) {
            return Map.of();
        }

        @Override
        public void write(Map<String, Optional<ElfFile>> notes) {}
    };

    /** What is noted of files with these digests. */
    Map<String, Optional<ElfFile>> read(Collection<String> digests);

    /** Notes what was read of files, by their digests. */
    void write(Map<String, Optional<ElfFile>> notes);

    /** Notes in a folder, which is made when there is something to write. */
    static Notebook in(Path folder) {
        return new Notebook() {
            @Override
            public Map<String, Optional<ElfFile>> read(Collection<String> digests) {
                try {
                    return LibraryNotes.parse(Files.readAllBytes(file(folder, digests)));
                } catch (IOException e) {
                    return Map.of();
                }
            }

            @Override
            public void write(Map<String, Optional<ElfFile>> notes) {
                LibraryNotes.format(notes)
                        .ifPresent(text -> WholeFile.note(file(folder, notes.keySet()), text, WholeFile.SHARED_SUFFIX));
            }
        };
    }

    private static Path file(Path folder, Collection<String> digests) {
        List<String> sorted = digests.stream().sorted().distinct().toList();
        return folder.resolve(Sha256.of(String.join("\n", sorted).getBytes(UTF_8)));
    }
}
