package io.github.lambdalayer.python.index.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.proxy.ProxySettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConnectionsTest {

    @AutoClose
    private final ServerSocket server;

    private final Connections connections = new Connections();

    ConnectionsTest() throws IOException {
        server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
    }

    /** Answers on one connection until the other side ends it. */
    private FutureTask<Integer> answering;

    @BeforeEach
    void serve() {
        answering = new FutureTask<>(requestsOfOneConnection());
        Thread thread = new Thread(answering, "server");
        thread.setDaemon(true);
        thread.start();
    }

    private Callable<Integer> requestsOfOneConnection() {
        return () -> {
            int requests = 0;
            try (Socket socket = server.accept();
                    BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (line.isEmpty()) {
                        requests++;
                        socket.getOutputStream()
                                .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(US_ASCII));
                    }
                }
            }
            return requests;
        };
    }

    private String ask(Wire wire) throws IOException {
        URI url = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/simple/");
        try (HttpAnswer answer = wire.send(new Ask(url, Map.of(), Map.of(), Duration.ofSeconds(30)))) {
            return new String(answer.body().readAllBytes(), US_ASCII);
        }
    }

    @Test
    void layersShareAConnectionAndClosingEndsIt() throws Exception {
        assertThat(ask(connections.by(List.of()))).isEqualTo("ok");
        assertThat(ask(connections.by(List.of()))).isEqualTo("ok");
        assertThat(answering.isDone()).isFalse();
        connections.close();
        assertThat(answering.get()).isEqualTo(2);
    }

    @Test
    void whoeverAsksAfterwardsGetsAnotherConnection() throws Exception {
        Wire wire = connections.by(List.of());
        assertThat(ask(wire)).isEqualTo("ok");
        connections.close();
        assertThat(answering.get()).isEqualTo(1);
        serve();
        assertThat(ask(wire)).isEqualTo("ok");
        connections.close();
        assertThat(answering.get()).isEqualTo(1);
    }

    @Test
    void otherProxiesAreAnotherWire() {
        ProxySettings proxy = new ProxySettings("http", "proxy.example", 3128, "", "", List.of());
        assertThat(connections.by(List.of(proxy))).isNotSameAs(connections.by(List.of()));
        connections.close();
    }
}
