package io.github.lambdalayer.python.index.page;

import static io.github.lambdalayer.python.index.chain.IndexSandbox.failure;
import static io.github.lambdalayer.python.index.chain.IndexSandbox.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.index.ProjectStatus;
import io.github.lambdalayer.python.index.chain.IndexSandbox;
import io.github.lambdalayer.testing.FakeFile;
import io.github.lambdalayer.testing.FakeIndex;
import io.github.lambdalayer.testing.Reply;
import io.github.lambdalayer.testing.WheelBuilder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of an index, and what is made of its answers. */
class PagesTest {

    @TempDir
    Path folder;

    @AutoClose
    private final FakeIndex fake = FakeIndex.start();

    private IndexSandbox sandbox;

    @BeforeEach
    void makeSandbox() {
        sandbox = new IndexSandbox(folder);
    }

    private Optional<ProjectPage> page(String project) {
        return sandbox.open(fake).index().page(name(project));
    }

    private String failureOf(Reply reply) {
        fake.alwaysAnswers("/simple/six/", reply);
        return failure(() -> page("six")).block().replace(fake.url().toString(), "http://index/simple/");
    }

    private static FakeFile six(String version) {
        return FakeFile.of(WheelBuilder.wheel("six", version).tag("py2.py3-none-any"));
    }

    @Test
    void pageHoldsAllThatTheIndexSays() {
        FakeFile file = six("1.16.0")
                .requiresPython(">=2.7")
                .yanked("broken on \"win\"")
                .uploadTime("2021-05-05T14:18:17.237200Z")
                .withMetadataFile();
        fake.with(file).with(FakeFile.of("six-1.16.0.tar.gz", new byte[9]));
        ProjectPage page = page("six").orElseThrow();
        assertThat(page.shownUrl()).isEqualTo(fake.url() + "six/");
        assertThat(page.index()).isEqualTo("first");
        assertThat(page.otherFiles()).containsExactly("six-1.16.0.tar.gz");
        assertThat(page.status()).isEqualTo(ProjectStatus.ACTIVE);
        assertThat(page.warnings()).isEmpty();
        assertThat(page.wheels()).singleElement().satisfies(w -> {
            assertThat(w.toString()).isEqualTo("six-1.16.0-py2.py3-none-any.whl");
            assertThat(w.url()).isEqualTo(fake.url("/files/six-1.16.0-py2.py3-none-any.whl"));
            assertThat(w.sha256()).isEqualTo(file.digest());
            assertThat(w.bytes()).isPositive();
            assertThat(w.requiresPython().toString()).isEqualTo(">=2.7");
            assertThat(w.yanked()).isTrue();
            assertThat(w.yankedReason()).isEqualTo("broken on \"win\"");
            assertThat(w.uploadTime().orElseThrow()).isEqualTo("2021-05-05T14:18:17.237200Z");
            assertThat(w.hasMetadataFile()).isTrue();
            assertThat(w.metadataSha256()).hasSize(64);
            assertThat(w.index()).isEqualTo("first");
        });
    }

    @Test
    void jsonIsAskedForAndTheNormalisedNameWithASlash() {
        fake.withProject("foo-bar");
        assertThat(page("Foo__Bar")).isPresent();
        assertThat(fake.requests()).singleElement().satisfies(r -> {
            assertThat(r.path()).isEqualTo("/simple/foo-bar/");
            assertThat(r.header("Accept")).startsWith("application/vnd.pypi.simple.v1+json,");
        });
    }

    @Test
    void unknownProjectHasNoPage() {
        assertThat(page("six")).isEmpty();
    }

    @Test
    void loginPageIsToldFromAnIndex() {
        assertThat(failureOf(Reply.html("<html><body><form action=/login><input name=user></form></body></html>")))
                .isEqualTo("http://index/simple/six/ answered with an HTML form instead of a list of files."
                        + "\nhint: check the credentials of this index in settings.xml, and its address"
                        + "\nsee problems.html#not-an-index");
    }

    @Test
    void otherContentIsNoIndex() {
        assertThat(failureOf(Reply.of(200, "text/plain", new byte[0])))
                .isEqualTo("http://index/simple/six/ answered \"text/plain\", which is neither JSON nor HTML of an"
                        + " index.\nhint: check the address of the index\nsee problems.html#not-an-index");
    }

    @Test
    void contentOfNoKindIsNoIndex() {
        assertThat(failureOf(Reply.of(200, "", new byte[0])))
                .startsWith("http://index/simple/six/ answered without a content type, which is neither JSON nor HTML");
    }

    @Test
    void badJsonIsToldWithItsPlace() {
        List<List<String>> table = List.of(
                List.of("{\"files\": [{\"filename\": \"a\"", "at /files/0/filename it ends too early"),
                List.of("<html>", "it is not JSON"),
                List.of("", "an object was expected"),
                List.of("[]", "an object was expected"),
                List.of("{}", "\"files\" is missing"),
                List.of("{\"files\": {}}", "at /files an array was expected"),
                List.of("{\"files\": [1]}", "at /files/0 an object was expected"),
                List.of("{\"files\": [{\"filename\": 1}]}", "at /files/0/filename text was expected"),
                List.of("{\"files\": [{}]}", "at /files/0 \"filename\" or \"url\" is missing"),
                List.of("{\"files\": [{\"size\": \"9\"}]}", "at /files/0/size a number was expected"),
                List.of("{\"files\": [{\"size\": -9}]}", "at /files/0/size a number of bytes was expected"),
                List.of("{\"files\": [{\"yanked\": 1}]}", "at /files/0/yanked true, false or a reason was expected"),
                List.of(
                        "{\"files\": [{\"hashes\": {\"sha256\": \"ab\"}}]}",
                        "at /files/0/hashes/sha256 64 hexadecimal digits were expected"),
                List.of("{\"files\": [], \"files\": []}", "at /files a key comes twice"),
                List.of("{\"a\\n[INFO] BUILD SUCCESS\": tru}", "at /a\\u000a[INFO] BUILD SUCCESS it is not JSON"),
                List.of("{\"" + "y".repeat(100_000) + "\": tru}", "at /" + "y".repeat(60) + "… it is not JSON"),
                List.of("{\"files\": []} {}", "something follows the end"),
                List.of("{\"x\": " + "[".repeat(100_000), "it is too deep or too long"),
                List.of(
                        "{\"files\": [{\"url\": \"" + "y".repeat(20_000_000) + "\"}]}",
                        "at /files/0/url it is too deep or too long"),
                List.of(
                        "{\"files\": [{\"size\": " + "9".repeat(10_000) + "}]}",
                        "at /files/0/size it is too deep or too long"));
        for (List<String> row : table) {
            assertThat(failureOf(Reply.json(row.get(0))))
                    .as(row.get(1))
                    .matches("(?s)http://index/simple/six/ is no valid index page: .*" + "\nhint: run again; if it"
                            + " repeats, tell those who run the index\nsee problems.html#bad-page")
                    .contains(row.get(1) + ".\n");
        }
    }

    @Test
    void greaterMajorVersionOfTheInterfaceIsRefused() {
        fake.apiVersion("six", "2.0");
        assertThat(failure(() -> page("six")).block())
                .isEqualTo(fake.url() + "six/ speaks version 2.0 of the index interface, and this plugin knows 1.x."
                        + "\nhint: look for a newer version of this plugin\nsee problems.html#api-version");
    }

    @Test
    void greaterMinorVersionOfTheInterfaceIsWarnedOf() {
        fake.apiVersion("six", "1.99");
        assertThat(page("six").orElseThrow().warnings())
                .containsExactly(fake.url()
                        + "six/ speaks version 1.99 of the index interface, which is newer than this plugin.");
    }

    @Test
    void fileOfAnotherProjectIsIgnoredAndWarnedOf() {
        fake.with("six", six("1.16.0")).with("six", FakeFile.of(WheelBuilder.wheel("evil", "9")));
        ProjectPage page = page("six").orElseThrow();
        assertThat(page.wheels()).hasSize(1);
        assertThat(page.warnings())
                .containsExactly(fake.url() + "six/ lists 1 wheels of other projects, such as"
                        + " evil-9-py3-none-any.whl; they are ignored.");
    }

    @Test
    void nameThatIsNoWheelsIsIgnored() {
        fake.with("six", FakeFile.of("six.whl", new byte[1]));
        assertThat(page("six").orElseThrow().wheels()).isEmpty();
    }

    @Test
    void wheelWithoutAnAddressOfHttpIsRefused() {
        List<List<String>> table = List.of(
                List.of("file:///six-1-py3-none-any.whl", "\"file:///six-1-py3-none-any.whl\" is no address of http"),
                List.of("data:application/zip;base64,UEs", "\"data:application/zip;base64,UEs\" is no address of http"),
                List.of("ftp://h/six.zip", "\"six-1-py3-none-any.whl\" has an address that ends in \"six.zip\""),
                List.of("x/evil-1-py3-none-any.whl", "has an address that ends in \"evil-1-py3-none-any.whl\""));
        for (List<String> row : table) {
            String json = "{\"files\": [{\"filename\": \"six-1-py3-none-any.whl\", \"url\": \"" + row.get(0) + "\"}]}";
            assertThat(failureOf(Reply.json(json)))
                    .startsWith("http://index/simple/six/: \"")
                    .contains(row.get(1));
        }
    }

    @Test
    void yankedIsToldWithItsReason() {
        fake.with(six("1.0").yanked("")).with(six("2.0").yanked("broken")).with(six("3.0"));
        assertThat(page("six").orElseThrow().wheels())
                .extracting(w -> w.yanked() + " " + w.yankedReason())
                .containsExactly("true ", "true broken", "false ");
    }

    @Test
    void statusOfAProjectIsRead() {
        fake.status("bad", "quarantined", "malware")
                .status("old", "archived", "")
                .status("new", "shiny", "");
        assertThat(page("bad").orElseThrow().status())
                .isEqualTo(new ProjectStatus(ProjectStatus.Marker.QUARANTINED, "malware"));
        assertThat(page("bad").orElseThrow().warnings()).isEmpty();
        assertThat(page("old").orElseThrow().warnings())
                .containsExactly("old is archived, says " + fake.url() + "old/.");
        assertThat(page("new").orElseThrow().status()).isEqualTo(ProjectStatus.ACTIVE);
    }

    @Test
    void pageAboveTheLimitIsRefused() {
        byte[] large = new byte[65 << 20];
        Arrays.fill(large, (byte) ' ');
        assertThat(failureOf(Reply.of(200, "application/vnd.pypi.simple.v1+json", large)))
                .isEqualTo("http://index/simple/six/ is larger than 64 MiB."
                        + "\nhint: check the address of the index\nsee problems.html#too-large");
    }

    @Test
    void hugePageIsRead() {
        StringBuilder json = new StringBuilder("{\"meta\": {\"api-version\": \"1.0\"}, \"files\": [");
        String digest = "ab".repeat(32);
        for (int i = 0; i < 100_000; i++) {
            String name = "six-" + i / 10 + "-cp31" + i % 10 + "-cp31" + i % 10 + "-manylinux2014_x86_64.whl";
            json.append(i == 0 ? "" : ",")
                    .append("{\"filename\": \"")
                    .append(name)
                    .append("\", \"url\": \"https://files.example/packages/")
                    .append(name)
                    .append("\", \"hashes\": {\"sha256\": \"")
                    .append(digest)
                    .append("\"}}");
        }
        fake.alwaysAnswers("/simple/six/", Reply.json(json.append("]}").toString()));
        assertThat(page("six").orElseThrow().wheels()).hasSize(100_000);
        assertThat(page("six").orElseThrow().wheels()).hasSize(100_000);
        assertThat(fake.requests()).hasSize(1);
    }
}
