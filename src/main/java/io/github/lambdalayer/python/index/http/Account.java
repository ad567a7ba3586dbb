package io.github.lambdalayer.python.index.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.python.index.Credentials;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexLocation;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The credentials of one index, given to its own host and port alone; asked for once, when first needed. */
public final class Account {

    private final IndexLocation location;
    private final IndexCredentials known;
    private @Nullable Credentials found;
    private boolean isAsked;

    Account(IndexLocation location, IndexCredentials known) {
        this.location = location;
        this.known = known;
    }

    /** The headers that a request to this address needs; none for another host, and none over plain http. */
    Map<String, String> secretsFor(URI url) {
        if (!isOwn(url) || !Origin.of(url).isPrivate()) {
            return Map.of();
        }
        return credentials()
                .map(Account::basic)
                .map(b -> Map.of("Authorization", b))
                .orElse(Map.of());
    }

    /**
     * Why a server was not satisfied.
     *
     * @param why to follow "…answered 401"; empty when there is nothing to say
     * @param hint what the user can do
     */
    record Refusal(String why, String hint) {}

    /** Why the server at this address was not satisfied with what {@link #secretsFor} gave it. */
    Refusal refusal(URI url) {
        String server = "<server><id>" + location.serverId() + "</id>";
        if (!isOwn(url)) {
            return new Refusal(
                    "",
                    "credentials are sent to the host of index " + location.id()
                            + " only, and this is another; ask those who run it");
        }
        if (location.serverId().isEmpty()) {
            return new Refusal(
                    "",
                    "name an index of that host in <indexes>, as <explicit>, and add a <server> of its id to settings.xml");
        }
        if (credentials().isEmpty()) {
            return new Refusal("", "add " + server + " with a user and a password to settings.xml");
        }
        return Origin.of(url).isPrivate()
                ? new Refusal(
                        ": the credentials of <server> " + location.serverId() + " were rejected",
                        "correct them in settings.xml")
                : new Refusal(": credentials are not sent over plain http", "set an address with https");
    }

    private boolean isOwn(URI url) {
        return Origin.of(url).equals(Origin.of(location.url()));
    }

    private synchronized Optional<Credentials> credentials() {
        if (!isAsked) {
            found = known.of(location.serverId()).orElse(null);
            isAsked = true;
        }
        return Optional.ofNullable(found);
    }

    private static String basic(Credentials credentials) {
        byte[] pair = (credentials.user() + ":" + credentials.password()).getBytes(UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
