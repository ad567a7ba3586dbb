package io.github.lambdalayer.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An https server on loopback with a certificate of its own, made by the JDK's keytool; it answers 404 to everything, or
 * what {@link #answers} says.
 *
 * <pre>{@code
 * try (TlsServer server = TlsServer.start(folder, "-ext", "san=dns:localhost", "-validity", "5")) {
 *     … server.url() …        // https://localhost:43211/
 *     … server.trustStore() … // for javax.net.ssl.trustStore
 * }
 * }</pre>
 */
public final class TlsServer implements AutoCloseable {

    private static final String PASSWORD = "changeit";

    private final HttpsServer server;
    private final Path keyStore;
    private final List<Headers> requests = new CopyOnWriteArrayList<>();
    private volatile int status = 404;

    private TlsServer(HttpsServer server, Path keyStore) {
        this.server = server;
        this.keyStore = keyStore;
        server.createContext("/", exchange -> {
            try (exchange) {
                requests.add(exchange.getRequestHeaders());
                exchange.sendResponseHeaders(status, -1);
            }
        });
    }

    private static KeyStore load(Path keyStore) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    /** A server whose certificate is made with these options of {@code keytool -genkeypair}. */
    public static TlsServer start(Path folder, String... keytoolOptions) throws Exception {
        Path keyStore = folder.resolve("keys-" + System.nanoTime() + ".p12");
        makeKeys(keyStore, "server", keytoolOptions);
        return start(keyStore);
    }

    /** The same with a certificate that an authority has signed, which is what the trust store then holds. */
    public static TlsServer startSigned(Path folder, String... keytoolOptions) throws Exception {
        Path keyStore = folder.resolve("keys-" + System.nanoTime() + ".p12");
        makeKeys(keyStore, "authority", "-ext", "bc:c");
        List<String> options = new ArrayList<>(List.of("-signer", "authority"));
        options.addAll(Arrays.asList(keytoolOptions));
        makeKeys(keyStore, "server", options.toArray(String[]::new));
        KeyStore keys = load(keyStore);
        keys.deleteEntry("authority");
        try (OutputStream out = Files.newOutputStream(keyStore)) {
            keys.store(out, PASSWORD.toCharArray());
        }
        return start(keyStore);
    }

    private static TlsServer start(Path keyStore) throws GeneralSecurityException, IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keyStore)));
        TlsServer started = new TlsServer(server, keyStore);
        server.start();
        return started;
    }

    private static void makeKeys(Path keyStore, String alias, String... options) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>(List.of(
                keytool,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                alias,
                "-dname",
                "CN=test",
                "-storetype",
                "PKCS12",
                "-keystore",
                keyStore.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(Arrays.asList(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
    }

    private static SSLContext context(Path keyStore) throws GeneralSecurityException, IOException {
        KeyStore keys = load(keyStore);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    /** {@code https://localhost:43211/}. */
    public URI url() {
        return URI.create("https://localhost:" + server.getAddress().getPort() + "/");
    }

    /** Gives every request this status from now on. */
    public void answers(int other) {
        status = other;
    }

    /** The headers of every request so far. */
    public List<Headers> requests() {
        return List.copyOf(requests);
    }

    /** Makes a store that trusts this server. */
    public Path trustStore() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD.toCharArray());
        Certificate[] chain = load(keyStore).getCertificateChain("server");
        trusted.setCertificateEntry("server", chain[chain.length - 1]);
        Path store = keyStore.resolveSibling(keyStore.getFileName() + ".trust");
        try (OutputStream out = Files.newOutputStream(store)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        return store;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
