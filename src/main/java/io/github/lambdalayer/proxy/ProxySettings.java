package io.github.lambdalayer.proxy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;

/**
 * A proxy between here and others, such as an index or AWS, as {@code <proxy>} of Maven's settings.xml.
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
public record ProxySettings(
        String protocol, String host, int port, String user, String password, List<String> nonProxyHosts) {

    /** Copies the list. */
    public ProxySettings {
        nonProxyHosts = List.copyOf(nonProxyHosts);
    }

    /** Where it is, as the JDK wants it; its name is looked up when it is asked. */
    public Proxy address() {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return protocol + " proxy " + host + ":" + port;
    }
}
