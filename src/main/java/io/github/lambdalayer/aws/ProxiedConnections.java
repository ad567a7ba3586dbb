package io.github.lambdalayer.aws;

import io.github.lambdalayer.proxy.Proxies;
import io.github.lambdalayer.proxy.ProxySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionFactory;

/**
 * Connections to AWS by way of proxies, chosen as Maven does. The SDK's own way would send the proxy's password to hosts
 * that are asked without it, and to none before a tunnel.
 */
final class ProxiedConnections implements UrlConnectionFactory {

    private static final int CONNECT_MILLIS = 10_000;
    private static final String REFUSED_FOR_TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

    private final Proxies proxies;
    private final Duration socketTimeout;
    private final Map<ProxySettings, Authenticator> authenticators = new HashMap<>();

    ProxiedConnections(List<ProxySettings> proxies, Duration socketTimeout) {
        this.proxies = new Proxies(proxies);
        this.socketTimeout = socketTimeout;
        proxies.stream()
                .filter(proxy -> !proxy.user().isEmpty())
                .forEach(proxy -> authenticators.put(proxy, authenticator(proxy)));
        // Else the JDK tells no password to a proxy that is asked for a tunnel; it looks at this once, before the first
        // one.
        if (!authenticators.isEmpty() && System.getProperty(REFUSED_FOR_TUNNELS) == null) {
            System.setProperty(REFUSED_FOR_TUNNELS, "");
        }
    }

    @Override
    public HttpURLConnection createConnection(URI address) {
        try {
            Optional<ProxySettings> proxy = proxies.before(address);
            HttpURLConnection connection = (HttpURLConnection) address.toURL()
                    .openConnection(proxy.map(ProxySettings::address).orElse(Proxy.NO_PROXY));
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(Math.toIntExact(socketTimeout.toMillis()));
            proxy.flatMap(each -> Optional.ofNullable(authenticators.get(each)))
                    .ifPresent(connection::setAuthenticator);
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells the password to this proxy alone. The JDK shares connections among those who have the very same one. */
    private static Authenticator authenticator(ProxySettings proxy) {
        return new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                return getRequestorType() == RequestorType.PROXY
                        ? new PasswordAuthentication(
                                proxy.user(), proxy.password().toCharArray())
                        : null;
            }
        };
    }
}
