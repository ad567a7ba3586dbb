package io.github.lambdalayer.python.index;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Chooses a proxy as Maven does, for this client alone: the JVM's own properties are neither read nor changed. */
final class ProxyChoice extends ProxySelector implements Authenticator {

    private static final String HEADER = "Proxy-Authorization";

    private final List<ProxySettings> proxies;

    ProxyChoice(List<ProxySettings> proxies) {
        this.proxies = proxies;
    }

    @Override
    public List<Proxy> select(URI url) {
        return List.of(settingsFor(url)
                .map(p -> new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(p.host(), p.port())))
                .orElse(Proxy.NO_PROXY));
    }

    /** The proxy for an address: one for its scheme, or for https one for http. */
    Optional<ProxySettings> settingsFor(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        return first(scheme, url.getHost())
                .or(() -> scheme.equals("https") ? first("http", url.getHost()) : Optional.empty());
    }

    private Optional<ProxySettings> first(String scheme, String host) {
        return proxies.stream()
                .filter(p -> p.protocol().equalsIgnoreCase(scheme))
                .filter(p -> p.nonProxyHosts().stream().noneMatch(n -> matches(n, host)))
                .findFirst();
    }

    /** Whether a host fits a pattern such as {@code *.example}, in which {@code *} is any run of characters. */
    static boolean matches(String pattern, String host) {
        String p = pattern.strip().toLowerCase(Locale.ROOT);
        String h = host.toLowerCase(Locale.ROOT);
        String[] parts = p.split("\\*", -1);
        if (parts.length == 1) {
            return p.equals(h);
        }
        String last = parts[parts.length - 1];
        if (!h.startsWith(parts[0]) || !h.endsWith(last) || h.length() < parts[0].length() + last.length()) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = h.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        return at <= h.length() - last.length();
    }

    @Override
    public void connectFailed(URI url, SocketAddress address, IOException e) {}

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) {
        boolean wasRefused = response.request().header(HEADER) != null;
        if (wasRefused || route == null || !(route.proxy().address() instanceof InetSocketAddress address)) {
            return null;
        }
        return proxies.stream()
                .filter(p -> p.host().equals(address.getHostString()) && p.port() == address.getPort())
                .filter(p -> !p.user().isEmpty())
                .findFirst()
                .map(p -> with(response.request(), p))
                .orElse(null);
    }

    private static Request with(Request request, ProxySettings proxy) {
        return request.newBuilder()
                .header(HEADER, Credentials.basic(proxy.user(), proxy.password()))
                .build();
    }
}
