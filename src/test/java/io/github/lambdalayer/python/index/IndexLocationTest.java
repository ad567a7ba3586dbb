package io.github.lambdalayer.python.index;

import static io.github.lambdalayer.python.index.chain.IndexSandbox.failure;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexLocationTest {

    @Test
    void addressEndsWithASlash() {
        assertThat(IndexLocation.of("a", " https://host/simple ").url()).isEqualTo(URI.create("https://host/simple/"));
        assertThat(IndexLocation.of("a", "https://host").url()).isEqualTo(URI.create("https://host/"));
        assertThat(IndexLocation.of("a", "HTTP://host/x/").url()).isEqualTo(URI.create("HTTP://host/x/"));
    }

    @Test
    void badAddressesAreToldWithTheIdAndWithoutTheAddress() {
        List<List<String>> table = List.of(
                List.of("http://[", "is no address", "write it as https://host/simple/"),
                List.of(
                        "https://u:s3cret@host/",
                        "holds credentials",
                        "put them into settings.xml as <server><id>acme</id>"),
                List.of("file:///wheels", "is neither http nor https", "for a folder of wheels use <findLinks>"),
                List.of("wheels", "is neither http nor https", "for a folder of wheels use <findLinks>"),
                List.of(
                        "https://my_index:3141/simple",
                        "has a host with \"_\", which no name of a host can hold",
                        "give the host a name with - instead"),
                List.of("https:///simple", "names no host", "write it as https://host/simple/"),
                List.of(
                        "https://host:99999/simple",
                        "names the port 99999, and ports are 1 to 65535",
                        "write it as https://host:8080/simple/"),
                List.of(
                        "https://host:0/simple",
                        "names the port 0, and ports are 1 to 65535",
                        "write it as https://host:8080/simple/"),
                List.of("https://h/?q=s3cret", "has a query or a fragment", "write it as https://host/simple/"));
        for (List<String> row : table) {
            assertThat(failure(() -> IndexLocation.of("acme", row.get(0))).block())
                    .isEqualTo("The address of index \"acme\" " + row.get(1) + ".\nhint: " + row.get(2)
                            + "\nsee problems.html#bad-index-url");
        }
    }
}
