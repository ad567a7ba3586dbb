package io.github.lambdalayer.testing.aws;

import io.github.lambdalayer.testing.PrivateIndex;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * MiniStack, an emulator of AWS that others wrote, from the folder of Python's tools that {@code .ci/run} makes, on a port
 * of this machine. Of layers it checks neither names nor runtimes, takes an object that is missing, takes two versions of
 * a layer on a function, and does not look whose a bucket is.
 *
 * <pre>{@code
 * try (Emulator ministack = Emulator.start(folder)) {
 *     … ministack.endpoint() … // http://127.0.0.1:41234
 * }
 * }</pre>
 */
public final class Emulator implements AutoCloseable {

    private static final Path PROGRAM =
            Path.of(System.getenv().getOrDefault("LIVE_VENV", "target/live/venv"), "bin", "ministack");

    private final Process process;
    private final URI endpoint;

    private Emulator(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** Whether it is installed. */
    public static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    /** Starts it with this folder as its home, and returns when it can be asked. */
    public static Emulator start(Path home) throws IOException {
        int port = PrivateIndex.freePort();
        ProcessBuilder builder = new ProcessBuilder(PROGRAM.toString()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of("GATEWAY_PORT", "" + port, "BIND_HOST", "127.0.0.1", "HOME", home.toString()));
        Process process = builder.start();
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(endpoint.toString())) {
                drain(lines);
                return new Emulator(process, endpoint);
            }
        }
        throw new IOException("ministack did not start");
    }

    /** What it goes on to say has to go somewhere. */
    private static void drain(BufferedReader lines) {
        Thread rest = new Thread(
                () -> {
                    try {
                        while (lines.readLine() != null) {}
                    } catch (IOException e) {
                        // It has ended.
                    }
                },
                "ministack");
        rest.setDaemon(true);
        rest.start();
    }

    public URI endpoint() {
        return endpoint;
    }

    /** Clients of the SDK that ask it. */
    public PlainClients clients() {
        return new PlainClients(endpoint);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
