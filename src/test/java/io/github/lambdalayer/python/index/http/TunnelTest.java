package io.github.lambdalayer.python.index.http;

import static io.github.lambdalayer.python.index.chain.IndexSandbox.failure;
import static io.github.lambdalayer.python.index.chain.IndexSandbox.name;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.proxy.ProxySettings;
import io.github.lambdalayer.python.index.chain.IndexSandbox;
import io.github.lambdalayer.testing.RawServer;
import io.github.lambdalayer.testing.TlsServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index by https behind a proxy, which leads a tunnel to it. */
class TunnelTest {

    private static final String TRUST_STORE = "javax.net.ssl.trustStore";

    @TempDir
    Path folder;

    @AfterEach
    void trustTheUsual() {
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_STORE + "Password");
    }

    /** Wants credentials for a tunnel, and gives whoever names some a tunnel to this server. */
    private static RawServer.Step tunnelTo(TlsServer server) {
        return (socket, head) -> {
            if (head.contains("Proxy-Authorization: Basic bWU6czNjcmV0\r\n")) {
                socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
                lead(socket, server);
            } else {
                String refusal = "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=p\r\nContent-Length: 0\r\n\r\n";
                socket.getOutputStream().write(refusal.getBytes(US_ASCII));
            }
        };
    }

    private static void lead(Socket client, TlsServer server) throws IOException {
        try (Socket target = new Socket("localhost", server.url().getPort())) {
            Thread back = new Thread(() -> pump(target, client), "tunnel-back");
            back.setDaemon(true);
            back.start();
            client.getInputStream().transferTo(target.getOutputStream());
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // The other side has had enough.
        }
    }

    @Test
    void serverAtTheEndOfATunnelIsNotGivenTheCredentialsOfTheProxy() throws Exception {
        try (TlsServer server = TlsServer.start(folder, "-ext", "san=dns:localhost");
                RawServer proxy = RawServer.start(tunnelTo(server))) {
            System.setProperty(TRUST_STORE, server.trustStore().toString());
            System.setProperty(TRUST_STORE + "Password", "changeit");
            server.answers(407);
            IndexSandbox sandbox = new IndexSandbox(folder);
            sandbox.wire = new OkHttpWire(List.of(
                    new ProxySettings("http", "127.0.0.1", proxy.url("/").getPort(), "me", "s3cret", List.of())));
            assertThat(failure(() -> sandbox.open(sandbox.settings(server.url()))
                                    .index()
                                    .page(name("six")))
                            .sentence())
                    .isEqualTo("The proxy before localhost:" + server.url().getPort() + " wants credentials (407).");
            assertThat(proxy.requestHeads()).allSatisfy(head -> assertThat(head).startsWith("CONNECT localhost:"));
            assertThat(server.requests())
                    .isNotEmpty()
                    .allSatisfy(headers -> assertThat(headers).doesNotContainKey("Proxy-authorization"));
        }
    }
}
