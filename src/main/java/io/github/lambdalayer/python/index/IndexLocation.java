package io.github.lambdalayer.python.index;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * One index, for example {@code pypi} at {@code https://pypi.org/simple/}.
 *
 * @param id how it is named in logs and locks
 * @param url the folder of its pages, where they are fetched; ends with a slash and holds no credentials
 * @param explicit whether only projects that are pinned to it are looked up in it
 * @param serverId the id under which {@link IndexCredentials} may know credentials; mostly the same as {@code id}
 * @param declaredUrl the address that others know the index by: that of the pom, where a mirror of this machine stands in
 */
public record IndexLocation(String id, URI url, boolean explicit, String serverId, URI declaredUrl) {

    /**
     * The index at an address such as {@code https://repo.example/simple}; a slash at its end is added.
     *
     * @throws LayerException with {@link IndexProblem#BAD_INDEX_URL} when it is not http or https, names no host, a
     *     port that there cannot be, or holds credentials
     */
    public static IndexLocation of(String id, String url) {
        URI parsed = parse(id, url);
        return new IndexLocation(id, parsed, false, id, parsed);
    }

    /** The same index, asked only for what is pinned to it. */
    public IndexLocation asExplicit() {
        return new IndexLocation(id, url, true, serverId, declaredUrl);
    }

    /**
     * The same index, fetched from another address with the credentials of that.
     *
     * @throws LayerException as {@link #of}
     */
    public IndexLocation mirroredBy(String mirrorUrl, String mirrorId) {
        return new IndexLocation(id, parse(id, mirrorUrl), explicit, mirrorId, declaredUrl);
    }

    /** Whether it is the index at this address, as it was declared or as it is fetched; a slash at the end is one too many. */
    public boolean isAt(String address) {
        String slashed = address.endsWith("/") ? address : address + "/";
        return slashed.equals(declaredUrl.toString()) || slashed.equals(url.toString());
    }

    private static URI parse(String id, String text) {
        URI url;
        try {
            url = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw bad(id, "is no address", "write it as https://host/simple/");
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (url.getRawUserInfo() != null) {
            throw bad(id, "holds credentials", "put them into settings.xml as <server><id>" + id + "</id>");
        }
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw bad(id, "is neither http nor https", "for a folder of wheels use <findLinks>");
        }
        if (url.getHost() == null
                && url.getRawAuthority() != null
                && url.getRawAuthority().indexOf('_') >= 0) {
            throw bad(
                    id,
                    "has a host with \"_\", which no name of a host can hold",
                    "give the host a name with - instead");
        }
        if (url.getHost() == null) {
            throw bad(id, "names no host", "write it as https://host/simple/");
        }
        if (!Port.isPossible(url)) {
            throw bad(id, Port.refusal(url), "write it as https://host:8080/simple/");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw bad(id, "has a query or a fragment", "write it as https://host/simple/");
        }
        return url.getRawPath().endsWith("/") ? url : URI.create(url + "/");
    }

    private static LayerException bad(String id, String what, String hint) {
        return new LayerException(
                IndexProblem.BAD_INDEX_URL, "The address of index \"" + Printable.name(id) + "\" " + what + ".", hint);
    }
}
