package io.github.lambdalayer.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;

/** A program that says it is a Python, and imports whatever does not begin with {@code missing}. */
public final class FakePython {

    private FakePython() {}

    /** Writes one that says so, for example {@code cpython 3.13.0 linux x86_64}; skips the test where there is no shell. */
    public static Path saying(Path program, String says) {
        return script(program, """
                case "$*" in
                  *sys.implementation*) echo "%s" ;;
                  *" missing"*) printf '12\\nModuleNotFoundError: No module named missing\\n' > "$6" ;;
                  *" crash"*) exit 139 ;;
                  *) printf '12\\n\\n' > "$6" ;;
                esac
                """.formatted(says));
    }

    /** Writes any script. */
    public static Path script(Path program, String body) {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no shell scripts here");
        try {
            Files.createDirectories(program.resolveSibling(""));
            Files.writeString(program, "#!/bin/sh\n" + body);
            return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
