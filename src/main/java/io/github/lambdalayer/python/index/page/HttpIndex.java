package io.github.lambdalayer.python.index.page;

import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.index.Shown;
import io.github.lambdalayer.python.index.cache.CacheLayout;
import io.github.lambdalayer.python.index.http.Account;
import io.github.lambdalayer.python.index.http.Web;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.wheel.FilenameParser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of one index over HTTP, kept in the cache for as long as the index allows. */
public final class HttpIndex {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final IndexLocation location;
    private final Account account;
    private final Web web;
    private final PageCache cache;
    private final Clock clock;
    private final boolean offline;
    private final FilenameParser filenames = new FilenameParser();

    /** An index at this place; nothing is asked for yet. */
    public HttpIndex(
            IndexLocation location, Account account, Web web, CacheLayout layout, Clock clock, boolean offline) {
        this.location = location;
        this.account = account;
        this.web = web;
        this.cache = new PageCache(layout.pages(location.url()));
        this.clock = clock;
        this.offline = offline;
    }

    /** Where it is, and under which id. */
    public IndexLocation location() {
        return location;
    }

    /**
     * The page of a project, or empty when this index does not know it.
     *
     * @throws MissingPage when offline and nothing is known about it
     * @throws io.github.lambdalayer.problem.LayerException when the index cannot be asked or answers nonsense
     */
    public Optional<ProjectPage> page(PackageName name) {
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
    public static final class MissingPage extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String shownUrl;

        private MissingPage(String shownUrl) {
            super(shownUrl, null, false, false);
            this.shownUrl = shownUrl;
        }

        public String shownUrl() {
            return shownUrl;
        }
    }
}
