package io.github.lambdalayer.python.index.http;

import io.github.lambdalayer.proxy.Proxies;
import io.github.lambdalayer.proxy.ProxySettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Chooses a proxy as Maven does, for this client alone: the JVM's own properties are neither read nor changed. */
final class ProxyChoice extends ProxySelector implements Authenticator {

    private static final String HEADER = "Proxy-Authorization";

    private final Proxies proxies;

    ProxyChoice(List<ProxySettings> proxies) {
        this.proxies = new Proxies(proxies);
    }

    @Override
    public List<Proxy> select(URI url) {
        return List.of(proxies.before(url).map(ProxySettings::address).orElse(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI url, SocketAddress address, IOException e) {}

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) {
        boolean wasRefused = response.request().header(HEADER) != null;
        if (wasRefused
                || isFromBehindATunnel(response.request())
                || route == null
                || !(route.proxy().address() instanceof InetSocketAddress address)) {
            return null;
        }
        return proxies.all().stream()
                .filter(p -> p.host().equals(address.getHostString()) && p.port() == address.getPort())
                .filter(p -> !p.user().isEmpty())
                .findFirst()
                .map(p -> with(response.request(), p))
                .orElse(null);
    }

    /** What a proxy says before it leads a tunnel is about a CONNECT; all else is said by the server at the tunnel's end. */
    private static boolean isFromBehindATunnel(Request request) {
        return request.isHttps() && !request.method().equals("CONNECT");
    }

    private static Request with(Request request, ProxySettings proxy) {
        return request.newBuilder()
                .header(HEADER, Credentials.basic(proxy.user(), proxy.password()))
                .build();
    }
}
