package io.github.lambdalayer.python.index.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.index.RawFile;
import io.github.lambdalayer.python.index.chain.IndexSandbox;
import io.github.lambdalayer.testing.FakeFile;
import io.github.lambdalayer.testing.FakeIndex;
import io.github.lambdalayer.testing.WheelBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HtmlPageTest {

    private static final URI PAGE = URI.create("https://host/simple/six/");

    private static RawPage parse(String html) throws IOException {
        return HtmlPage.parse(new ByteArrayInputStream(html.getBytes(UTF_8)), PAGE);
    }

    private static RawFile only(String html) throws IOException {
        return parse(html).wheels().get(0);
    }

    @Test
    void sameProjectsAreTheSameInBothForms(@TempDir Path folder) {
        WheelBuilder wheel = WheelBuilder.wheel("demo", "1.0");
        try (FakeIndex json = FakeIndex.start();
                FakeIndex html = FakeIndex.start().onlyHtml()) {
            for (FakeIndex index : new FakeIndex[] {json, html}) {
                index.with(
                                "plain",
                                FakeFile.of(WheelBuilder.wheel("plain", "1")).size(-1))
                        .with(
                                "full",
                                FakeFile.of(WheelBuilder.wheel("full", "1"))
                                        .size(-1)
                                        .requiresPython(">=3.7,<4 & \"so\"")
                                        .yanked("it <breaks> & \"more\"")
                                        .withMetadataFile())
                        .with(
                                "empty-reason",
                                FakeFile.of(WheelBuilder.wheel("empty_reason", "1"))
                                        .size(-1)
                                        .yanked(""))
                        .with(
                                "no-digest",
                                FakeFile.of(WheelBuilder.wheel("no_digest", "1"))
                                        .size(-1)
                                        .withoutHash())
                        .with(
                                "md5",
                                FakeFile.of(WheelBuilder.wheel("md5", "1"))
                                        .size(-1)
                                        .onlyHash("md5", "ab"))
                        .with(
                                "upper",
                                FakeFile.of(WheelBuilder.wheel("upper", "1"))
                                        .size(-1)
                                        .sha256("AB".repeat(32)))
                        .with(
                                "open-metadata",
                                FakeFile.of(WheelBuilder.wheel("open_metadata", "1"))
                                        .size(-1)
                                        .withMetadataFile()
                                        .metadataSha256(""))
                        .with(
                                "local",
                                FakeFile.of(WheelBuilder.wheel("local", "1+cpu"))
                                        .size(-1))
                        .with("sources", FakeFile.of("sources-1.tar.gz", wheel.bytes()))
                        .withProject("empty")
                        .status("sad", "archived", "no & time");
            }
            for (String project : new String[] {
                "plain",
                "full",
                "empty-reason",
                "no-digest",
                "md5",
                "upper",
                "open-metadata",
                "local",
                "sources",
                "empty",
                "sad"
            }) {
                assertThat(page(folder, html, project)).as(project).isEqualTo(page(folder, json, project));
            }
        }
    }

    private static String page(Path folder, FakeIndex index, String project) {
        ProjectPage page = new IndexSandbox(folder)
                .open(index)
                .index()
                .page(IndexSandbox.name(project))
                .orElseThrow();
        StringBuilder text = new StringBuilder(page.toString());
        page.wheels()
                .forEach(w -> text.append(String.join(
                        "\n",
                        "",
                        w.url().toString(),
                        w.sha256(),
                        w.requiresPython().toString(),
                        w.yanked() + w.yankedReason(),
                        w.hasMetadataFile() + w.metadataSha256())));
        return text.toString().replace(index.url("/").toString(), "http://index/");
    }

    @Test
    void textOfALinkIsNotTrusted() throws IOException {
        assertThat(only("<a href='a-1-py3-none-any.whl'>b-2-py3-none-any.whl</a>")
                        .filename())
                .isEqualTo("a-1-py3-none-any.whl");
    }

    @Test
    void baseMovesRelativeAddresses() throws IOException {
        assertThat(only("<base href='https://cdn/x/'><a href='a-1-py3-none-any.whl'>")
                        .url())
                .isEqualTo("https://cdn/x/a-1-py3-none-any.whl");
        assertThat(only("<base href='y/'><a href='a-1-py3-none-any.whl'>").url())
                .isEqualTo("https://host/simple/six/y/a-1-py3-none-any.whl");
        assertThat(only("<base href='file:///'><a href='https://h/a-1-py3-none-any.whl'>")
                        .url())
                .isEqualTo("https://h/a-1-py3-none-any.whl");
    }

    @Test
    void attributesAreReadAsBrowsersReadThem() throws IOException {
        RawFile file = only("<A HREF=a-1-py3-none-any.whl DATA-YANKED data-requires-python=&gt;=3.7"
                + " data-dist-info-metadata=true data-core-metadata=sha256=" + "ab".repeat(32) + ">");
        assertThat(file.yanked()).isTrue();
        assertThat(file.requiresPython()).isEqualTo(">=3.7");
        assertThat(file.hasMetadataFile()).isTrue();
        assertThat(file.metadataSha256()).isEqualTo("ab".repeat(32));
    }

    @Test
    void otherFragmentsAreIgnored() throws IOException {
        String digest = "cd".repeat(32);
        assertThat(only("<a href='a-1-py3-none-any.whl#egg=a'>").sha256()).isEmpty();
        assertThat(only("<a href='a-1-py3-none-any.whl#'>").sha256()).isEmpty();
        assertThat(only("<a href='a-1-py3-none-any.whl#egg=a&sha256=" + digest + "'>")
                        .sha256())
                .isEqualTo(digest);
    }

    @Test
    void digestOfAnotherLengthIsRefused() {
        assertThat(IndexSandbox.failure(() -> parse("<a href='a-1-py3-none-any.whl#sha256=ab'>"))
                        .block())
                .isEqualTo("https://host/simple/six/ is no valid index page: \"a-1-py3-none-any.whl#sha256=ab\" should"
                        + " hold 64 hexadecimal digits.\nhint: run again; if it repeats, tell those who run the index"
                        + "\nsee problems.html#bad-page");
    }

    @Test
    @Timeout(60) // where a regular expression would take hours
    void hostileMarkupIsRead() throws IOException {
        assertThat(parse("<a " + " ".repeat(200_000) + " href").wheels()).isEmpty();
        assertThat(parse("<a href='" + "&amp;".repeat(200_000) + "'>").wheels()).isEmpty();
        assertThat(parse("<div>".repeat(100_000)).wheels()).isEmpty();
        assertThat(only("<!DOCTYPE html [<!ENTITY a \"" + "x".repeat(1_000) + "\"><!ENTITY b \"" + "&a;".repeat(1_000)
                                + "\">]><a href='https://h/six-1-py3-none-any.whl?&b;&b;'>")
                        .url())
                .hasToString("https://h/six-1-py3-none-any.whl?&b;&b;");
    }
}
