package io.github.lambdalayer.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An index server of others, from the folder of Python's tools that {@code .ci/run} makes, on a port of this machine:
 *
 * <pre>{@code
 * try (PrivateIndex index = PrivateIndex.start(basedir, "http://127.0.0.1:3141/+api", "devpi-server")) { … }
 * }</pre>
 */
public final class PrivateIndex implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final long MILLISECONDS_BETWEEN_ASKING = 100;

    private final Process process;
    private final Path log;

    private PrivateIndex(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** A port that nobody listens on. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Runs one of the tools to its end; what it says goes to the log of the project. */
    public static void run(File basedir, String program, String... arguments) throws IOException, InterruptedException {
        int status = begin(basedir, program, arguments).waitFor();
        if (status != 0) {
            throw new IOException(program + " ended with status " + status + ", see " + log(basedir));
        }
    }

    /** Starts a server and returns when it answers at this address, with whatever status. */
    public static PrivateIndex start(File basedir, String address, String program, String... arguments)
            throws IOException, InterruptedException {
        PrivateIndex index = new PrivateIndex(begin(basedir, program, arguments), log(basedir));
        Instant end = Instant.now().plus(LIMIT);
        while (!index.answers(URI.create(address))) {
            if (index.process.waitFor(MILLISECONDS_BETWEEN_ASKING, TimeUnit.MILLISECONDS)
                    || Instant.now().isAfter(end)) {
                index.close();
                throw new IOException(program + " does not answer: " + Files.readString(index.log));
            }
        }
        return index;
    }

    private static Process begin(File basedir, String program, String... arguments) throws IOException {
        String venv = System.getenv().getOrDefault("LIVE_VENV", basedir + "/../../live/venv");
        List<String> command =
                new ArrayList<>(List.of(Path.of(venv, "bin", program).toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(basedir).toFile()))
                .start();
    }

    private static Path log(File basedir) {
        return basedir.toPath().resolve("server.log");
    }

    private boolean answers(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.getResponseCode();
            connection.disconnect();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the project locked both wheels that the server has, and has both in its zip. */
    public static void assertLockedAndPackaged(File basedir) throws IOException {
        assertThat(basedir.toPath().resolve("pylock.toml"))
                .content()
                .contains("demo-1.0-py3-none-any.whl", "some_base-1.1-py3-none-any.whl");
        String layer = basedir.getName().substring("live-".length());
        try (ZipFile zip = new ZipFile(new File(basedir, "target/lambda-layer/" + layer + ".zip"))) {
            for (String name : List.of("demo", "some_base")) {
                assertThat(zip.stream().map(ZipEntry::getName))
                        .anyMatch(entry ->
                                entry.startsWith("python/" + name + "/") || entry.equals("python/" + name + ".py"));
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
