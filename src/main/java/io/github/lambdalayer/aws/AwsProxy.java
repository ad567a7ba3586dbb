package io.github.lambdalayer.aws;

import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A proxy between here and AWS, as a {@code <proxy>} of Maven's settings.xml.
 *
 * @param protocol for which addresses it is: {@code http} or {@code https}; one for http also serves https when that
 *     has none of its own
 * @param host for example {@code proxy.example}
 * @param port for example 3128
 * @param user "" when it wants none
 * @param password never printed
 * @param nonProxyHosts hosts that are asked without it, where {@code *} stands for any characters:
 *     {@code *.example|localhost}
 */
public record AwsProxy(
        String protocol, String host, int port, String user, String password, List<String> nonProxyHosts) {

    public AwsProxy {
        nonProxyHosts = List.copyOf(nonProxyHosts);
    }

    /** Whether a host is asked by way of it, when the address begins with this scheme. */
    boolean isFor(String scheme, String asked) {
        String lower = asked.toLowerCase(Locale.ROOT);
        return protocol.equalsIgnoreCase(scheme)
                && nonProxyHosts.stream()
                        .map(each -> each.strip().toLowerCase(Locale.ROOT))
                        .noneMatch(each -> new Wildcard(each).matches(lower));
    }

    Proxy address() {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    /** Tells the password to this proxy alone. The JDK shares connections among those who have the very same one. */
    Authenticator authenticator() {
        return new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                return getRequestorType() == RequestorType.PROXY
                        ? new PasswordAuthentication(user, password.toCharArray())
                        : null;
            }
        };
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return protocol + " proxy " + host + ":" + port;
    }
}
