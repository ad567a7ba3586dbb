package io.github.lambdalayer.python.index;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.wheel.FilenameParser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of one index over HTTP, kept in the cache for as long as the index allows. */
final class HttpIndex {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final IndexLocation location;
    private final Account account;
    private final Web web;
    private final PageCache cache;
    private final Clock clock;
    private final boolean offline;
    private final FilenameParser filenames = new FilenameParser();

    HttpIndex(IndexLocation location, Account account, Web web, PageCache cache, Clock clock, boolean offline) {
        this.location = location;
        this.account = account;
        this.web = web;
        this.cache = cache;
        this.clock = clock;
        this.offline = offline;
    }

    IndexLocation location() {
        return location;
    }

    /**
     * The page of a project, or empty when this index does not know it.
     *
     * @throws MissingPage when offline and nothing is known about it
     * @throws io.github.lambdalayer.problem.LayerException when the index cannot be asked or answers nonsense
     */
    Optional<ProjectPage> page(PackageName name) {
        StoredPage page = current(name);
        return page.content().map(raw -> PageReader.read(location.id(), name, page.url(), raw, filenames));
    }

    private StoredPage current(PackageName name) {
        Optional<StoredPage> known = cache.read(name);
        if (offline) {
            return known.orElseThrow(() -> new MissingPage(Shown.url(url(name))));
        }
        Instant now = clock.instant();
        return known.filter(p -> p.isFresh(now)).orElseGet(() -> ask(name, known.orElse(null), now));
    }

    private StoredPage ask(PackageName name, @Nullable StoredPage known, Instant now) {
        StoredPage page = web.call(url(name), account, LIMIT, new PageExchange(known, now));
        cache.write(name, page);
        return page;
    }

    /** PEP 503: the normalised name with a slash at its end. */
    private URI url(PackageName name) {
        return location.url().resolve(name.value() + "/");
    }

    /** Offline, and the page was never fetched; the caller knows what else is missing and tells all at once. */
    static final class MissingPage extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String shownUrl;

        MissingPage(String shownUrl) {
            super(shownUrl, null, false, false);
            this.shownUrl = shownUrl;
        }

        String shownUrl() {
            return shownUrl;
        }
    }
}
