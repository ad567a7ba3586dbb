package io.github.lambdalayer.aws;

import static io.github.lambdalayer.aws.World.REGION;
import static io.github.lambdalayer.aws.World.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.proxy.Proxies;
import io.github.lambdalayer.proxy.ProxySettings;
import io.github.lambdalayer.testing.RawServer;
import io.github.lambdalayer.testing.aws.FakeFunction;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AWS by way of the proxies of settings.xml. */
class ProxyTest {

    private static final String WANTS_A_PASSWORD =
            "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private static final String PASSWORD = "canary-proxy-password";

    @AutoClose
    private final World world = new World();

    @TempDir
    Path folder;

    private static ProxySettings proxy(URI server, String... nonProxyHosts) {
        return new ProxySettings("http", "127.0.0.1", server.getPort(), "me", PASSWORD, List.of(nonProxyHosts));
    }

    private AwsClients clients(String endpoint, ProxySettings proxy) {
        AwsSettings settings = new AwsSettings(List.of(REGION), endpoint, "", "", "").through(List.of(proxy));
        return world.opened(AwsClients.open(settings, pause -> {}));
    }

    private PublishReport publish(String endpoint, ProxySettings proxy) {
        return world.publisher(clients(endpoint, proxy))
                .publish(LayerFixture.in(folder, "x = 1").request());
    }

    @Test
    void theProxyIsAskedInPlaceOfAws() {
        String arn = "arn:aws:lambda:eu-west-1:123456789012:layer:data:7";
        world.fake.layer(arn, 1);
        FakeFunction orders = world.fake.function(REGION, "orders");
        AwsClients clients = clients("http://aws.example", proxy(world.fake.endpoint()));
        new LayerAttacher(clients, world, world.waits::add)
                .attach(LayerAttacherTest.request("orders"))
                .orThrow();
        assertThat(orders.layers()).containsExactly(arn);
    }

    @Test
    void hostsAreAskedWithoutItWhereItSaysSo() throws Exception {
        try (RawServer proxy = RawServer.start(RawServer.cut(WANTS_A_PASSWORD))) {
            String endpoint = world.fake.endpoint().toString();
            assertThat(publish(endpoint, proxy(proxy.url("/"), "LOCALHOST", "127.*"))
                            .orThrow())
                    .hasSize(1);
            assertThat(proxy.requestHeads()).isEmpty();
        }
    }

    @Test
    void aTunnelIsAskedForWithThePasswordOnlyWhenTheProxyWantsIt() throws Exception {
        try (RawServer proxy =
                RawServer.start(RawServer.cut(WANTS_A_PASSWORD), RawServer.cut("HTTP/1.1 502 No\r\n\r\n"))) {
            LayerException failure = failure(() -> publish("https://aws.example", proxy(proxy.url("/"))));
            assertThat(failure.sentence())
                    .startsWith("eu-west-1: no answer from AWS to sts:GetCallerIdentity: ")
                    .doesNotContain(PASSWORD);
            assertThat(proxy.requestHeads().get(0))
                    .startsWith("CONNECT aws.example:443 ")
                    .doesNotContainIgnoringCase("proxy-authorization");
            assertThat(proxy.requestHeads().get(1))
                    .startsWith("CONNECT aws.example:443 ")
                    .containsIgnoringCase("Proxy-Authorization: Basic bWU6Y2FuYXJ5LXByb3h5LXBhc3N3b3Jk\r\n");
        }
    }

    @Test
    void theJdkMayTellATunnelThePasswordUnlessTheUserSaysOtherwise() {
        String property = "jdk.http.auth.tunneling.disabledSchemes";
        String before = System.getProperty(property, "");
        List<ProxySettings> proxies = List.of(proxy(URI.create("http://127.0.0.1:3128")));
        try {
            System.setProperty(property, "Basic");
            new ProxiedConnections(proxies, Duration.ZERO);
            assertThat(System.getProperty(property)).isEqualTo("Basic");
            System.clearProperty(property);
            new ProxiedConnections(proxies, Duration.ZERO);
            assertThat(System.getProperty(property)).isEmpty();
        } finally {
            System.setProperty(property, before);
        }
    }

    @Test
    void theSchemeOfTheAddressDecides() {
        ProxySettings http = new ProxySettings("http", "plain.proxy", 80, "", "", List.of("*.inner"));
        ProxySettings https = new ProxySettings("https", "safe.proxy", 443, "", "", List.of());
        Proxies both = new Proxies(List.of(http, https));
        Proxies one = new Proxies(List.of(http));
        assertThat(both.before(URI.create("https://lambda.eu-west-1.amazonaws.com")))
                .contains(https);
        assertThat(both.before(URI.create("http://localhost:4566"))).contains(http);
        assertThat(one.before(URI.create("https://lambda.eu-west-1.amazonaws.com")))
                .contains(http);
        assertThat(one.before(URI.create("https://vpce.INNER"))).isEmpty();
    }

    @Test
    void thePasswordIsNotPrinted() {
        ProxySettings proxy = proxy(world.fake.endpoint());
        assertThat(world.settings(REGION).through(List.of(proxy)).toString())
                .contains("http proxy 127.0.0.1:")
                .doesNotContain(PASSWORD);
    }
}
