package io.github.lambdalayer.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProxiesTest {

    private static final ProxySettings HTTP =
            new ProxySettings("http", "plain.proxy", 80, "", "", List.of("*.inner", "localhost"));
    private static final ProxySettings HTTPS =
            new ProxySettings("https", "safe.proxy", 443, "u", "s3cret", List.of("*.inner"));

    private static String proxy(String url, ProxySettings... proxies) {
        return new Proxies(List.of(proxies))
                .before(URI.create(url))
                .map(ProxySettings::host)
                .orElse("none");
    }

    @Test
    void schemeOfTheAddressDecides() {
        assertThat(proxy("http://host/", HTTPS, HTTP)).isEqualTo("plain.proxy");
        assertThat(proxy("https://host/", HTTP, HTTPS)).isEqualTo("safe.proxy");
        assertThat(proxy("https://host/", HTTP)).isEqualTo("plain.proxy");
        assertThat(proxy("http://host/", HTTPS)).isEqualTo("none");
    }

    @Test
    void someHostsAreAskedWithoutIt() {
        assertThat(proxy("http://localhost:8080/", HTTP)).isEqualTo("none");
        assertThat(proxy("http://repo.INNER/", HTTP)).isEqualTo("none");
        assertThat(proxy("http://inner/", HTTP)).isEqualTo("plain.proxy");
    }

    @Test
    void starStandsForAnyCharacters() {
        List<List<String>> table = List.of(
                List.of("*", "anything", "true"),
                List.of("a*", "abc", "true"),
                List.of("a*", "ba", "false"),
                List.of("*.b.*", "a.b.c", "true"),
                List.of("10.*.3", "10.1.2.3", "true"),
                List.of("aba*aba", "aba", "false"),
                List.of("a*b*c", "axxbyyc", "true"),
                List.of("a*bc*c", "abc", "false"),
                List.of("host", "host2", "false"));
        for (List<String> row : table) {
            assertThat(Proxies.matches(row.get(0), row.get(1)))
                    .as(row.toString())
                    .isEqualTo(Boolean.parseBoolean(row.get(2)));
        }
    }

    @Test
    void passwordIsNotPrinted() {
        assertThat(HTTPS.toString()).isEqualTo("https proxy safe.proxy:443");
    }
}
