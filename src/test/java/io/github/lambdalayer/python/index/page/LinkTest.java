package io.github.lambdalayer.python.index.page;

import static io.github.lambdalayer.python.index.chain.IndexSandbox.failure;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkTest {

    private static final URI PAGE = URI.create("https://host/simple/six/");

    private static Link resolve(String href) {
        return Link.resolve(PAGE, PAGE, href).orElseThrow();
    }

    @Test
    void relativeAddressesAreThoseOfThePage() {
        assertThat(resolve("../../files/six-1.0-py3-none-any.whl#sha256=ab").url())
                .isEqualTo("https://host/files/six-1.0-py3-none-any.whl");
        assertThat(resolve("//cdn/six-1.0-py3-none-any.whl").url()).isEqualTo("https://cdn/six-1.0-py3-none-any.whl");
        assertThat(resolve("six-1.0-py3-none-any.whl?token=1").url())
                .isEqualTo("https://host/simple/six/six-1.0-py3-none-any.whl?token=1");
    }

    @Test
    void plainAddressesStayAsTheyAre() {
        String url = "https://files.example/packages/ac/e2/six-1.0+cpu-py3-none-any.whl";
        assertThat(resolve(url + "#sha256=ab")).isEqualTo(new Link(url, "six-1.0+cpu-py3-none-any.whl"));
        assertThat(resolve("https://h/a/../b/./six-1.0-py3-none-any.whl").url())
                .isEqualTo("https://h/a/../b/./six-1.0-py3-none-any.whl");
    }

    @Test
    void nameIsDecodedOnce() {
        assertThat(resolve("torch-2.0%2Bcpu-py3-none-any.whl").filename()).isEqualTo("torch-2.0+cpu-py3-none-any.whl");
        assertThat(resolve("torch-2.0+cpu-py3-none-any.whl").filename()).isEqualTo("torch-2.0+cpu-py3-none-any.whl");
    }

    @Test
    void spacesAndOtherLettersAreEscapedAsBrowsersDo() {
        assertThat(resolve("my wheels/six-1.0-py3-none-any.whl").url())
                .isEqualTo("https://host/simple/six/my%20wheels/six-1.0-py3-none-any.whl");
        assertThat(resolve("räder/six-1.0-py3-none-any.whl").url())
                .isEqualTo("https://host/simple/six/r%C3%A4der/six-1.0-py3-none-any.whl");
    }

    @Test
    void whatLeadsToNoWheelIsOfNoUse() {
        assertThat(Link.resolve(PAGE, PAGE, "mailto:a@b")).isEmpty();
        assertThat(Link.resolve(PAGE, PAGE, "javascript:void(0)")).isEmpty();
        assertThat(Link.resolve(PAGE, PAGE, "data:text/html,x")).isEmpty();
        assertThat(Link.resolve(PAGE, PAGE, "http://[")).isEmpty();
    }

    @Test
    void wheelThatIsNotToBeTrustedIsRefused() {
        List<List<String>> table = List.of(
                List.of("file:///etc/a-1-py3-none-any.whl", "is no address of http or https"),
                List.of("ftp://h/a-1-py3-none-any.whl", "is no address of http or https"),
                List.of("data:a-1-py3-none-any.whl", "is no address of http or https"),
                List.of("jar:file:/x!/a-1-py3-none-any.whl", "is no address of http or https"),
                List.of("http:///a-1-py3-none-any.whl", "is no address of http or https"),
                List.of("https://my_host/a-1-py3-none-any.whl", "is no address of http or https"),
                List.of("https://my+host/a-1-py3-none-any.whl", "is no address of http or https"),
                List.of("%zz-1-py3-none-any.whl", "is no address of http or https"),
                List.of("https://h:70000/a-1-py3-none-any.whl", "names the port 70000, and ports are 1 to 65535"),
                List.of("https://u:p@h/a-1-py3-none-any.whl", "holds credentials"),
                List.of("..%2Fa-1-py3-none-any.whl", "is no file name"),
                List.of("..%252Fa-1-py3-none-any.whl", "is no file name"),
                List.of("..%5ca-1-py3-none-any.whl", "is no file name"),
                List.of("%ffa-1-py3-none-any.whl", "is no file name"),
                List.of("a%0a-1-py3-none-any.whl", "is no file name"));
        for (List<String> row : table) {
            assertThat(failure(() -> resolve(row.get(0))).block())
                    .as(row.get(0))
                    .startsWith("https://host/simple/six/: \"")
                    .endsWith("\" " + row.get(1) + ".\nhint: do not trust this index, or tell those who run it"
                            + "\nsee problems.html#bad-link");
        }
    }

    @Test
    void credentialsInAnAddressAreNotPrinted() {
        assertThat(failure(() -> resolve("https://u:s3cret@h/a-1-py3-none-any.whl"))
                        .sentence())
                .isEqualTo("https://host/simple/six/: \"https://h/a-1-py3-none-any.whl\" holds credentials.");
    }

    @Test
    void nameOnThePageMustBeTheOneInTheAddress() {
        assertThat(failure(() -> {
                            resolve("evil-1-py3-none-any.whl").checkIsNamed("six-1.0-py3-none-any.whl", PAGE);
                            return 0;
                        })
                        .sentence())
                .isEqualTo("https://host/simple/six/: \"six-1.0-py3-none-any.whl\" has an address that ends in"
                        + " \"evil-1-py3-none-any.whl\".");
    }

    @Test
    void whatLooksLikeAHostAndIsNoneIsRefused() {
        for (String host : List.of("a..b", "a-", "a.b-", "a-.b", "h.1", "h.1b", "-a", ".a", "a.-b", "1", "1.2.3")) {
            String url = "https://" + host + "/a-1-py3-none-any.whl";
            if (URI.create(url).getHost() == null) {
                assertThat(failure(() -> resolve(url)).sentence())
                        .isEqualTo("https://host/simple/six/: \"" + url + "\" is no address of http or https.");
            } else {
                assertThat(resolve(url).url()).isEqualTo(url);
            }
        }
        for (String host : List.of("a.b", "1a.b", "a-b.c", "xn--a.b", "a.", "1.2.3.4")) {
            assertThat(URI.create(resolve("https://" + host + "/a-1-py3-none-any.whl")
                                    .url())
                            .getHost())
                    .isEqualTo(host);
        }
    }
}
