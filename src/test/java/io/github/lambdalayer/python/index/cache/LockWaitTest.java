package io.github.lambdalayer.python.index.cache;

import static io.github.lambdalayer.python.index.chain.IndexSandbox.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.index.Pause;
import io.github.lambdalayer.python.index.Transfers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockWaitTest {

    private static final Duration NINE_MINUTES = Duration.ofMinutes(9);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final LockHolder HOLDER = new LockHolder("process 4711", "end it");

    @TempDir
    Path folder;

    private Duration waited = Duration.ZERO;

    private LockWait waiting(Pause pause) {
        return new LockWait(folder.resolve("x.lock"), folder.resolve("x.part"), "x.whl", Transfers.SILENT, pause);
    }

    /** For an hour a byte comes every nine minutes, then none. */
    private void slowly(Duration pause) {
        waited = waited.plus(pause);
        if (waited.compareTo(HOUR) <= 0 && waited.toMillis() % NINE_MINUTES.toMillis() == 0) {
            write(new byte[(int) waited.dividedBy(NINE_MINUTES)]);
        }
    }

    private void write(byte[] content) {
        try {
            Files.write(folder.resolve("x.part"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void slowDownloadIsWaitedForAsLongAsBytesCome() throws IOException {
        LockWait waiting = waiting(this::slowly);
        Optional<String> done = Optional.of("done");
        assertThat(waiting.<String>until(() -> waited.compareTo(HOUR) < 0 ? Optional.empty() : done, () -> HOLDER))
                .isEqualTo("done");
    }

    @Test
    void downloadThatStandsStillForTenMinutesIsNot() {
        LockWait waiting = waiting(this::slowly);
        assertThat(failure(() -> waiting.until(Optional::empty, () -> HOLDER)).block())
                .isEqualTo("Process 4711 holds " + folder.resolve("x.lock")
                        + ", but no byte of x.whl has come for 10 minutes."
                        + "\nhint: end it\nsee problems.html#cache-locked");
        assertThat(waited).isEqualTo(NINE_MINUTES.multipliedBy(6).plusMinutes(10));
    }
}
