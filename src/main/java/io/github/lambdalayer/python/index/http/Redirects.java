package io.github.lambdalayer.python.index.http;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.Port;
import io.github.lambdalayer.python.index.Shown;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Follows redirects by our own rules: at most ten, http and https alone, never from https to http, and what is secret
 * stays with the host and port it was meant for. OkHttp would drop {@code Authorization} only.
 */
final class Redirects implements Wire {

    private static final int MOST = 10;
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private final Wire wire;

    Redirects(Wire wire) {
        this.wire = wire;
    }

    /** @throws LayerException with {@link IndexProblem#BAD_REDIRECT} when a redirect breaks the rules */
    @Override
    public HttpAnswer send(Ask first) throws IOException {
        Ask ask = first;
        for (int hops = 0; hops <= MOST; hops++) {
            HttpAnswer answer = wire.send(ask);
            if (!STATUSES.contains(answer.status())) {
                return answer;
            }
            answer.close();
            ask = next(ask, answer);
        }
        throw bad(first.url(), "redirects more than " + MOST + " times");
    }

    private static Ask next(Ask ask, HttpAnswer answer) {
        String location = answer.header("Location").orElse("");
        if (location.isEmpty()) {
            throw bad(ask.url(), "redirects without saying where to");
        }
        URI target = resolve(ask.url(), location);
        return Origin.of(target).equals(Origin.of(ask.url()))
                ? ask.at(target)
                : ask.withoutSecrets().at(target);
    }

    private static URI resolve(URI from, String location) {
        try {
            URI target = from.resolve(new URI(location));
            check(from, target);
            return target;
        } catch (URISyntaxException e) {
            throw bad(from, "redirects to what is no address");
        }
    }

    private static void check(URI from, URI target) {
        String scheme = target.getScheme() == null ? "" : target.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw bad(from, "redirects to \"" + Printable.name(scheme) + ":\", which is neither http nor https");
        }
        if (target.getHost() == null) {
            throw bad(from, "redirects to what names no host");
        }
        if (!Port.isPossible(target)) {
            throw bad(from, "redirects to an address that " + Port.refusal(target));
        }
        if (target.getRawUserInfo() != null) {
            throw bad(from, "redirects to an address that holds credentials");
        }
        if (scheme.equals("http") && from.getScheme().equalsIgnoreCase("https")) {
            throw bad(from, "redirects from https to plain http at " + Shown.hostAndPort(target));
        }
    }

    private static LayerException bad(URI from, String what) {
        return new LayerException(
                IndexProblem.BAD_REDIRECT,
                Shown.url(from) + " " + what + ".",
                "set the address that the index really has, or ask those who run it");
    }
}
