package io.github.lambdalayer.python.index.page;

import io.github.lambdalayer.python.index.http.Exchange;
import io.github.lambdalayer.python.index.http.HttpAnswer;
import io.github.lambdalayer.python.index.http.Web;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for a page, or whether the page that is known is still current. */
final class PageExchange implements Exchange<StoredPage> {

    private final @Nullable StoredPage known;
    private final Instant now;

    PageExchange(@Nullable StoredPage known, Instant now) {
        this.known = known;
        this.now = now;
    }

    @Override
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", PageFormat.ACCEPT);
        if (known != null && known.content().isPresent()) {
            putUnlessEmpty(headers, "If-None-Match", known.etag());
            putUnlessEmpty(headers, "If-Modified-Since", known.lastModified());
        }
        return headers;
    }

    private static void putUnlessEmpty(Map<String, String> headers, String name, String value) {
        if (!value.isEmpty()) {
            headers.put(name, value);
        }
    }

    @Override
    public StoredPage read(HttpAnswer answer) throws IOException {
        return switch (answer.status()) {
            case 200 -> stored(answer, Optional.of(PageFormat.read(answer)));
            case 304 -> confirmed(answer);
            case 404, 410 -> stored(answer, Optional.empty());
            default -> throw Web.unexpected(answer);
        };
    }

    private StoredPage confirmed(HttpAnswer answer) {
        if (known == null) {
            throw Web.unexpected(answer);
        }
        // Some servers leave out of a 304 what they said with the page.
        boolean isTold = answer.header("Cache-Control").isPresent();
        return known.confirmed(now, isTold ? Freshness.of(answer) : known.fresh());
    }

    private StoredPage stored(HttpAnswer answer, Optional<RawPage> content) {
        return new StoredPage(
                content,
                answer.url(),
                answer.echo("ETag").orElse(""),
                answer.echo("Last-Modified").orElse(""),
                now,
                content.isPresent() ? Freshness.of(answer) : Duration.ZERO);
    }
}
