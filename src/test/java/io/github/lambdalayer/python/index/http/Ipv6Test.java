package io.github.lambdalayer.python.index.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.lambdalayer.python.index.chain.IndexSandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An index that is reached by the newer protocol alone. */
class Ipv6Test {

    private static final byte[] PAGE = "<a href='six-1.0-py3-none-any.whl'>".getBytes(UTF_8);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"[::1]", "localhost"})
    void indexIsReachedWhereverItListens(String host) throws IOException {
        HttpServer server = serverOf("::1");
        try {
            URI url = URI.create("http://" + host + ":" + server.getAddress().getPort() + "/simple/");
            assumeTrue(
                    host.startsWith("[")
                            || List.of(InetAddress.getAllByName(host)).contains(InetAddress.getAllByName("::1")[0]),
                    "localhost has one address here");
            IndexSandbox sandbox = new IndexSandbox(folder);
            assertThat(sandbox.open(sandbox.settings(url))
                            .index()
                            .page(IndexSandbox.name("six"))
                            .orElseThrow()
                            .wheels())
                    .hasSize(1);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void credentialsMayBeSentToThisMachine() {
        assertThat(Origin.of(URI.create("http://[::1]:8080/simple/")).isPrivate())
                .isTrue();
        assertThat(Origin.of(URI.create("http://[::2]:8080/simple/")).isPrivate())
                .isFalse();
    }

    private static HttpServer serverOf(String address) throws IOException {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getAllByName(address)[0], 0), 0);
        } catch (IOException e) {
            assumeTrue(false, "no IPv6 here: " + e);
            throw e;
        }
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, PAGE.length);
            exchange.getResponseBody().write(PAGE);
            exchange.close();
        });
        server.start();
        return server;
    }
}
