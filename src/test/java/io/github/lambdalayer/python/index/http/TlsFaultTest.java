package io.github.lambdalayer.python.index.http;

import static io.github.lambdalayer.python.index.chain.IndexSandbox.failure;
import static io.github.lambdalayer.python.index.chain.IndexSandbox.name;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.index.chain.IndexSandbox;
import io.github.lambdalayer.testing.RawServer;
import io.github.lambdalayer.testing.TlsServer;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates that are not to be trusted, made with the JDK's own tools. */
class TlsFaultTest {

    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final String HINT =
            "\nhint: put the certificate of your own authority into a trust store, and name it"
                    + " with -Djavax.net.ssl.trustStore\nsee problems.html#not-reachable";

    @TempDir
    Path folder;

    private static void trust(TlsServer server) throws Exception {
        System.setProperty(TRUST_STORE, server.trustStore().toString());
        System.setProperty(TRUST_STORE + "Password", "changeit");
    }

    @AfterEach
    void trustTheUsual() {
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_STORE + "Password");
    }

    private String failureOf(URI index) {
        IndexSandbox sandbox = new IndexSandbox(folder);
        return failure(() -> sandbox.open(sandbox.settings(index)).index().page(name("six")))
                .block()
                .replace(index.toString(), "https://index/")
                .replace("localhost:" + index.getPort(), "host");
    }

    @Test
    void strangersCertificateIsTold() throws Exception {
        try (TlsServer server = TlsServer.start(folder, "-ext", "san=dns:localhost")) {
            assertThat(failureOf(server.url()))
                    .isEqualTo("Cannot reach host for https://index/six/: its certificate is not signed by an"
                            + " authority that this JVM trusts." + HINT);
        }
    }

    @Test
    void certificateOfOwnAuthorityIsTrusted() throws Exception {
        try (TlsServer server = TlsServer.start(folder, "-ext", "san=dns:localhost")) {
            trust(server);
            IndexSandbox sandbox = new IndexSandbox(folder);
            assertThat(sandbox.open(sandbox.settings(server.url())).index().page(name("six")))
                    .isEmpty();
        }
    }

    @Test
    void certificateForAnotherHostIsTold() throws Exception {
        try (TlsServer server = TlsServer.start(folder, "-ext", "san=dns:other.example")) {
            trust(server);
            assertThat(failureOf(server.url()))
                    .isEqualTo("Cannot reach host for https://index/six/: its certificate is for another host." + HINT);
        }
    }

    @Test
    void certificateThatHasExpiredIsTold() throws Exception {
        try (TlsServer server =
                TlsServer.startSigned(folder, "-ext", "san=dns:localhost", "-startdate", "-9d", "-validity", "2")) {
            trust(server);
            assertThat(failureOf(server.url()))
                    .isEqualTo(
                            "Cannot reach host for https://index/six/: its certificate has expired; check the clock as"
                                    + " well." + HINT);
        }
    }

    /** The first words of TLS 1.0, as a server speaks that knows nothing newer. */
    @Test
    void protocolThatIsTooOldIsTold() throws Exception {
        byte[] hello = new byte[47];
        byte[] begun = {22, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1};
        System.arraycopy(begun, 0, hello, 0, begun.length);
        hello[45] = 0x2f; // TLS_RSA_WITH_AES_128_CBC_SHA
        try (RawServer old = RawServer.startDeaf(RawServer.stall(new String(hello, ISO_8859_1)))) {
            assertThat(failureOf(URI.create("https://localhost:" + old.url("/").getPort() + "/")))
                    .startsWith("Cannot reach host for https://index/six/: no secure connection can be made (The server"
                            + " selected protocol version TLS10 is not accepted")
                    .endsWith(HINT);
        }
    }

    @Test
    void trustStoreThatIsMissingOrEmptyIsNotReplacedByTheUsual() throws Exception {
        try (TlsServer server = TlsServer.start(folder, "-ext", "san=dns:localhost")) {
            Path missing = folder.resolve("missing.p12");
            System.setProperty(TRUST_STORE, missing.toString());
            assertThat(failureOf(server.url()))
                    .isEqualTo("Cannot reach host for https://index/six/: " + missing
                            + ", which javax.net.ssl.trustStore names, cannot be read." + HINT);
            System.setProperty(TRUST_STORE, emptyStore().toString());
            System.setProperty(TRUST_STORE + "Password", "changeit");
            assertThat(failureOf(server.url()))
                    .isEqualTo("Cannot reach host for https://index/six/: the trust store of this JVM is missing or"
                            + " empty." + HINT);
        }
    }

    private Path emptyStore() throws Exception {
        KeyStore nothing = KeyStore.getInstance("PKCS12");
        nothing.load(null, null);
        Path store = folder.resolve("empty.p12");
        try (OutputStream out = Files.newOutputStream(store)) {
            nothing.store(out, "changeit".toCharArray());
        }
        return store;
    }

    @Test
    void causesAreTold() {
        Map<Throwable, String> table = Map.of(
                new CertificateException(new CertificateExpiredException()),
                "its certificate has expired; check the clock as well",
                new CertificateException(new CertificateNotYetValidException()),
                "its certificate is not valid yet; check the clock",
                new CertificateException(),
                "its certificate is not signed by an authority that this JVM trusts",
                new IOException(),
                "no secure connection can be made (no common protocol)");
        table.forEach((cause, words) -> {
            SSLHandshakeException e = new SSLHandshakeException("no common protocol\nmore");
            e.initCause(cause);
            assertThat(Fault.of(e)).isEqualTo(Fault.NOT_SECURE);
            assertThat(Fault.of(e).words(e)).isEqualTo(words);
        });
    }

    @Test
    void emptyTrustStoreIsTold() {
        SSLException e = new SSLException("Unexpected error: the trustAnchors parameter must be non-empty");
        assertThat(Fault.of(e)).isEqualTo(Fault.NOT_SECURE);
        assertThat(Fault.of(e).words(e)).isEqualTo("the trust store of this JVM is missing or empty");
    }

    @Test
    void serverThatVanishesDuringTheHandshakeIsABrokenConnection() {
        SSLHandshakeException e = new SSLHandshakeException("Remote host terminated the handshake");
        e.initCause(new EOFException("SSL peer shut down incorrectly"));
        assertThat(Fault.of(e)).isEqualTo(Fault.CUT);
    }

    @Test
    void plainServerBehindHttpsIsTold() throws Exception {
        try (RawServer plain = RawServer.startDeaf(RawServer.cut("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            int port = plain.url("/").getPort();
            assertThat(failureOf(URI.create("https://localhost:" + port + "/")))
                    .startsWith(
                            "Cannot reach host for https://index/six/: no secure connection can be made (Unsupported"
                                    + " or unrecognized SSL message).\n");
        }
    }
}
