package io.github.lambdalayer.python.index.http;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.Pause;
import io.github.lambdalayer.python.index.Shown;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Asks politely: tries again what may pass by itself, waits as long as it is told to, and says in a sentence what
 * remains.
 */
public final class Web {

    private static final int RETRIES = 3;
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);
    private static final Set<Integer> READ_BY_CALLER = Set.of(304, 404, 405, 410, 416, 501);

    private final Wire wire;
    private final Pause pause;
    private final Clock clock;

    /** Asks through this wire, and waits by this pause. */
    public Web(Wire wire, Pause pause, Clock clock) {
        this.wire = new Redirects(wire);
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * The result of an exchange with one address.
     *
     * @param limit how long one attempt may take
     * @throws LayerException when the server cannot be reached, refuses, or fails four times
     */
    public <T> T call(URI url, Account account, Duration limit, Exchange<T> exchange) {
        for (int attempt = 0; ; attempt++) {
            Duration wait;
            try (HttpAnswer answer = send(url, account, limit, exchange)) {
                if (!PASSING.contains(answer.status())) {
                    return read(answer, account, exchange);
                }
                if (attempt == RETRIES) {
                    throw failing(answer);
                }
                wait = RetryAfter.of(answer, clock).orElse(backoff(attempt));
            } catch (IOException e) {
                if (attempt == RETRIES || !Fault.of(e).mayPass()) {
                    throw lost(url, attempt, e);
                }
                wait = backoff(attempt);
            }
            waitFor(wait, url);
        }
    }

    private <T> HttpAnswer send(URI url, Account account, Duration limit, Exchange<T> exchange) throws IOException {
        return wire.send(new Ask(url, exchange.headers(), account.secretsFor(url), limit));
    }

    private static <T> T read(HttpAnswer answer, Account account, Exchange<T> exchange) throws IOException {
        int status = answer.status();
        if (status == 401 || status == 403) {
            throw refused(answer, account);
        }
        if (status == 407) {
            throw proxyRefused(answer);
        }
        if (status / 100 == 2 || READ_BY_CALLER.contains(status)) {
            return exchange.read(answer);
        }
        throw unexpected(answer);
    }

    private static LayerException proxyRefused(HttpAnswer answer) {
        return new LayerException(
                IndexProblem.PROXY_REFUSED,
                "The proxy before " + Shown.hostAndPort(answer.url()) + " wants credentials (407).",
                "add a user and a password to its <proxy> in settings.xml");
    }

    /** An answer that fits no rule. */
    public static LayerException unexpected(HttpAnswer answer) {
        return new LayerException(
                IndexProblem.UNEXPECTED_ANSWER,
                Shown.url(answer.url()) + " answered " + answer.status() + ".",
                "check the address of the index");
    }

    private static LayerException refused(HttpAnswer answer, Account account) {
        Account.Refusal refusal = account.refusal(answer.url());
        return new LayerException(
                IndexProblem.ACCESS_REFUSED,
                Shown.url(answer.url()) + " answered " + answer.status() + refusal.why() + ".",
                refusal.hint());
    }

    private static LayerException failing(HttpAnswer answer) {
        return new LayerException(
                IndexProblem.SERVER_FAILS,
                Shown.url(answer.url()) + " answered " + answer.status() + ", " + (RETRIES + 1) + " times.",
                "run again later");
    }

    private static LayerException lost(URI url, int retries, IOException cause) {
        return Fault.of(cause).isBeforeAnswer() ? unreachable(url, cause) : cut(url, retries, cause);
    }

    private static LayerException unreachable(URI url, IOException cause) {
        return new LayerException(
                IndexProblem.NOT_REACHABLE,
                "Cannot reach " + Shown.hostAndPort(url) + " for " + Shown.url(url) + ": "
                        + Fault.of(cause).words(cause) + ".",
                Fault.of(cause).hints(),
                cause);
    }

    private static LayerException cut(URI url, int retries, IOException cause) {
        String times = retries == 0 ? "" : ", " + (retries + 1) + " times";
        return new LayerException(
                IndexProblem.CONNECTION_LOST,
                "Reading " + Shown.url(url) + " failed" + times + ": "
                        + Fault.of(cause).words(cause) + ".",
                List.of("run again; if it repeats, a proxy or firewall may be in the way"),
                cause);
    }

    private static Duration backoff(int attempt) {
        return Duration.ofMillis(500L << attempt);
    }

    private void waitFor(Duration wait, URI url) {
        try {
            pause.of(wait);
        } catch (InterruptedIOException e) {
            throw cut(url, 0, e);
        }
    }
}
