package io.github.lambdalayer.maven;

import io.github.lambdalayer.files.Directory;
import io.github.lambdalayer.files.IoReason;
import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** A folder of copies of files that lie elsewhere under other names; what is still the same is not copied again. */
final class Copies {

    private Copies() {}

    /**
     * Makes the folder hold these files and nothing else.
     *
     * @param files by the names that they get
     * @throws LayerException {@link PomProblem#CANNOT_COPY}
     */
    static void into(Path folder, Map<String, Path> files) {
        try {
            Files.createDirectories(folder);
            deleteOthers(folder, files);
            for (Map.Entry<String, Path> each : files.entrySet()) {
                copy(each.getValue(), folder.resolve(each.getKey()));
            }
        } catch (IOException e) {
            throw new LayerException(
                    PomProblem.CANNOT_COPY,
                    "The project's dependencies cannot be copied to " + folder + ": " + IoReason.of(e) + ".",
                    List.of("see that the folder can be written to and that its disk has room"),
                    e);
        }
    }

    private static void deleteOthers(Path folder, Map<String, Path> files) throws IOException {
        for (Path file : Directory.list(folder)) {
            if (!files.containsKey(String.valueOf(file.getFileName()))) {
                Files.delete(file);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        // By content: a copy has the time of its file only to the microsecond, and a new stamp is a new input of the
        // layer.
        boolean same = Files.isRegularFile(to) && Files.mismatch(from, to) < 0;
        if (!same) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
