package io.github.lambdalayer.python.index.wheels;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.index.http.Accounts;
import io.github.lambdalayer.python.index.http.Web;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Brings the bytes of a wheel into its {@code .part}: from an address, or from a file of a folder. */
final class WheelBytes {

    private static final Duration LEAST = Duration.ofMinutes(2);
    private static final Duration WITHOUT_LENGTH = Duration.ofMinutes(30);
    private static final long SLOWEST_BYTES_PER_SECOND = 50_000;

    private final Web web;
    private final Accounts accounts;

    WheelBytes(Web web, Accounts accounts) {
        this.web = web;
        this.accounts = accounts;
    }

    /** Fills {@code part} with all bytes of the file. */
    void copy(IndexFile file, PartFile part, Transfers.Transfer transfer) {
        if (file.isLocal()) {
            copyLocal(file, part, transfer);
        } else {
            web.call(file.url(), accounts.of(file), limit(file.bytes()), new Download(file, part, transfer));
        }
    }

    /** A download slower than this has stalled, whatever drips out of it. */
    private static Duration limit(long bytes) {
        return bytes < 0 ? WITHOUT_LENGTH : LEAST.plusSeconds(bytes / SLOWEST_BYTES_PER_SECOND);
    }

    private static void copyLocal(IndexFile file, PartFile part, Transfers.Transfer transfer) {
        Path path = Path.of(file.url());
        byte[] buffer = new byte[64 << 10];
        try (InputStream in = Files.newInputStream(path)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                part.write(buffer, read);
                transfer.progressed(read);
            }
        } catch (IOException e) {
            throw new LayerException(
                    IndexProblem.FILE_GONE,
                    "Cannot read " + path + ".",
                    List.of("put the file back, or make the lock anew: mvn lambda-layer:lock"),
                    e);
        }
    }
}
