package io.github.lambdalayer.proxy;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The proxies of a build, of which one is chosen as Maven does.
 *
 * <pre>{@code
 * Optional<ProxySettings> proxy = new Proxies(settings).before(URI.create("https://pypi.org/simple/"));
 * }</pre>
 *
 * @param all in their order in settings.xml
 */
public record Proxies(List<ProxySettings> all) {

    /** Copies the list. */
    public Proxies {
        all = List.copyOf(all);
    }

    /** The proxy for an address: one for its scheme, or for https one for http. */
    public Optional<ProxySettings> before(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        return first(scheme, url.getHost())
                .or(() -> scheme.equals("https") ? first("http", url.getHost()) : Optional.empty());
    }

    private Optional<ProxySettings> first(String scheme, String host) {
        return all.stream()
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
}
