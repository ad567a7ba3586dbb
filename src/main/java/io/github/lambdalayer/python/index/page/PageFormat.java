package io.github.lambdalayer.python.index.page;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.Shown;
import io.github.lambdalayer.python.index.http.CappedStream;
import io.github.lambdalayer.python.index.http.HttpAnswer;
import java.io.IOException;
import java.io.InputStream;

/** Asks for JSON, takes HTML, and goes by what really came (PEP 691). */
final class PageFormat {

    /** The value of {@code Accept}: JSON where there is a choice. */
    static final String ACCEPT =
            "application/vnd.pypi.simple.v1+json, " + "application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.01";

    private static final long MOST_BYTES = 64L << 20;

    private PageFormat() {}

    /**
     * Reads the page in an answer.
     *
     * @throws LayerException when it is too large, of another kind, or not valid
     * @throws IOException when the body breaks off
     */
    static RawPage read(HttpAnswer answer) throws IOException {
        InputStream body = new CappedStream(answer.body(), MOST_BYTES, answer.url());
        return switch (answer.contentType()) {
            case "application/vnd.pypi.simple.v1+json", "application/vnd.pypi.simple.latest+json", "application/json" ->
                JsonPage.parse(body, answer.url());
            case "application/vnd.pypi.simple.v1+html",
                    "application/vnd.pypi.simple.latest+html",
                    "application/xhtml+xml",
                    "text/html" -> HtmlPage.parse(body, answer.url());
            default ->
                throw new LayerException(
                        IndexProblem.NOT_AN_INDEX,
                        Shown.url(answer.url()) + " answered " + kind(answer)
                                + ", which is neither JSON nor HTML of an index.",
                        "check the address of the index");
        };
    }

    private static String kind(HttpAnswer answer) {
        String type = answer.contentType();
        return type.isEmpty() ? "without a content type" : '"' + Printable.name(type) + '"';
    }
}
