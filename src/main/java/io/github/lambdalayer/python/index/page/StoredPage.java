package io.github.lambdalayer.python.index.page;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A page, or the knowledge that there is none, as it was when it was fetched.
 *
 * @param content empty when the index did not know the project
 * @param url who answered, after all redirects
 * @param etag or ""
 * @param lastModified as the server wrote it, or ""
 * @param fetched when it was last known to be current
 * @param fresh how long it needs no question after that
 */
record StoredPage(
        Optional<RawPage> content, URI url, String etag, String lastModified, Instant fetched, Duration fresh) {

    /** Whether it may be used without asking; a clock that was set back makes nothing fresh. */
    boolean isFresh(Instant now) {
        return !now.isBefore(fetched) && now.isBefore(fetched.plus(fresh));
    }

    /** The same page, found to be current again. */
    StoredPage confirmed(Instant now, Duration freshAgain) {
        return new StoredPage(content, url, etag, lastModified, now, freshAgain);
    }
}
