package io.github.lambdalayer.python.index.page;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads a page in HTML (PEP 503), which private indexes still serve. The text of a link is never trusted. */
final class HtmlPage {

    private final Document document;
    private final URI page;
    private final PageBuilder files = new PageBuilder();

    private HtmlPage(Document document, URI page) {
        this.document = document;
        this.page = page;
    }

    /**
     * Reads a whole page.
     *
     * @throws LayerException with {@link IndexProblem#NOT_AN_INDEX} when it is a form, most likely to log in
     * @throws IOException when the body itself breaks off
     */
    static RawPage parse(InputStream body, URI page) throws IOException {
        return new HtmlPage(Jsoup.parse(body, null, page.toString()), page).read();
    }

    private RawPage read() {
        String version = meta("pypi:repository-version").orElse("1.0");
        ApiVersion.check(version, page);
        URI base = base();
        document.select("a[href]").forEach(anchor -> add(anchor, base));
        if (files.isEmpty() && isForm()) {
            throw new LayerException(
                    IndexProblem.NOT_AN_INDEX,
                    Shown.url(page) + " answered with an HTML form instead of a list of files.",
                    "check the credentials of this index in settings.xml, and its address");
        }
        return files.page(
                version,
                meta("pypi:project-status").orElse(""),
                meta("pypi:project-status-reason").orElse(""));
    }

    private boolean isForm() {
        return document.selectFirst("form, input, script") != null
                && meta("pypi:repository-version").isEmpty();
    }

    private Optional<String> meta(String name) {
        return Optional.ofNullable(document.selectFirst("meta[name=" + name + "]"))
                .map(e -> e.attr("content"));
    }

    private URI base() {
        return Optional.ofNullable(document.selectFirst("base[href]"))
                .flatMap(e -> Link.absolute(page, e.attr("href")))
                .orElse(page);
    }

    private void add(Element anchor, URI base) {
        String href = anchor.attr("href");
        Link.resolve(page, base, href).filter(l -> !l.filename().isEmpty()).ifPresent(link -> {
            if (link.isWheel()) {
                files.wheel(fields(anchor, href).at(link));
            } else if (isArchive(link.filename())) {
                files.other(link.filename());
            }
        });
    }

    private static boolean isArchive(String filename) {
        return filename.endsWith(".tar.gz")
                || filename.endsWith(".zip")
                || filename.endsWith(".egg")
                || filename.endsWith(".tar.bz2")
                || filename.endsWith(".tgz");
    }

    private FileFields fields(Element anchor, String href) {
        FileFields file = new FileFields();
        readHash(file, href);
        file.requiresPython = anchor.attr("data-requires-python");
        file.yanked = anchor.hasAttr("data-yanked");
        file.yankedReason = anchor.attr("data-yanked");
        // PEP 714: the name of PEP 658 counts where the new one is absent.
        String key = anchor.hasAttr("data-core-metadata") ? "data-core-metadata" : "data-dist-info-metadata";
        readMetadata(file, anchor.attr(key));
        return file;
    }

    /** The fragment may be {@code #sha256=…}, {@code #egg=…} or anything; only a digest counts. */
    private void readHash(FileFields file, String href) {
        String fragment = href.substring(href.indexOf('#') + 1);
        for (String part : fragment.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0 && !file.takeHash(part.substring(0, equals), part.substring(equals + 1))) {
                throw badDigest(href);
            }
        }
    }

    private void readMetadata(FileFields file, String value) {
        int equals = value.indexOf('=');
        file.hasMetadataFile = value.equals("true");
        if (equals > 0 && !file.takeMetadataHash(value.substring(0, equals), value.substring(equals + 1))) {
            throw badDigest(value);
        }
    }

    private LayerException badDigest(String text) {
        return new LayerException(
                IndexProblem.BAD_PAGE,
                Shown.url(page) + " is no valid index page: \"" + Printable.name(text)
                        + "\" should hold 64 hexadecimal digits.",
                "run again; if it repeats, tell those who run the index");
    }
}
