package io.github.lambdalayer.python.index.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {

    @TempDir
    Path folder;

    @Test
    void placeAndReasonAreTold() {
        Path file = folder.resolve("not/there/six.whl");
        Map<Exception, String> table = new LinkedHashMap<>();
        table.put(new FileSystemException("x", null, "No space left on device"), "No space left on device");
        table.put(new IOException("No space left on device"), "No space left on device");
        table.put(new AccessDeniedException("x"), "access is denied");
        table.put(new ReadOnlyFileSystemException(), "the file system is read-only");
        table.put(new IOException(), "IOException");
        table.forEach((cause, words) -> {
            LayerException failure = Disk.unwritable(file, -1, cause);
            assertThat(failure.block())
                    .isEqualTo("Cannot write " + file + ": " + words
                            + ".\nhint: free space there, correct its permissions,"
                            + " or set another <cacheDirectory>\nsee problems.html#cache-unwritable");
            assertThat(failure.getCause()).isSameAs(cause);
        });
    }

    @Test
    void needAndFreeSpaceAreTold() {
        LayerException failure = Disk.unwritable(folder.resolve("six.whl"), 83_000_000, new IOException("full"));
        assertThat(failure.sentence())
                .matches("Cannot write .*six.whl: full \\(needs 83.0 MB, [0-9]+\\.[0-9] MB are free\\)\\.");
    }
}
