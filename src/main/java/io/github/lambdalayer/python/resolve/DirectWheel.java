package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.Port;
import io.github.lambdalayer.python.index.Shown;
import io.github.lambdalayer.python.requirement.Pasted;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.wheel.WheelFilename;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The wheel that a requirement names by its address: {@code six @
 * https://files.example/six-1.17.0-py2.py3-none-any.whl#sha256=…} (PEP 508). Nobody vouches for what is at an address but
 * its digest, so that one is needed.
 */
final class DirectWheel {

    /** The id of the index of such a wheel: it has none. */
    static final String NO_INDEX = "";

    private static final Set<String> SCHEMES = Set.of("http", "https", "file");

    private final Requirement requirement;
    private final String url;

    private DirectWheel(Requirement requirement, String url) {
        this.requirement = requirement;
        this.url = url;
    }

    /**
     * The wheel of a requirement, empty when it names versions.
     *
     * @throws LayerException {@link ResolveProblem#URL_REQUIREMENT} when it is no wheel that can be fetched and verified
     */
    static Optional<IndexFile> of(Requirement requirement) {
        return requirement.url().map(url -> new DirectWheel(requirement, url).file());
    }

    /** Where a file is, without its digest. */
    static String address(String url) {
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
    }

    private IndexFile file() {
        URI address = parse();
        WheelFilename filename = filename(address);
        String sha256 = requirement
                .urlSha256()
                .orElseThrow(() -> fault(
                        "it has no digest, so nobody could tell whether the file is still the same",
                        "append #sha256= and the 64 hexadecimal digits of its sha256 to the address"));
        return IndexFile.of(filename, address, sha256, -1, NO_INDEX);
    }

    private URI parse() {
        URI address = uri();
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (scheme.equals("file") && (address.isOpaque() || address.getAuthority() != null)) {
            throw fault(
                    "this is no path of this machine",
                    "write file:/// and the path from the root, or the path from the pom");
        }
        if (!isWheel(address)) {
            throw fault(
                    "what is not a wheel would have to be built, and nothing is built here",
                    url.contains(".whl;")
                            ? "put a blank between the address and the semicolon of a marker"
                            : "build in an image of the runtime, name the folder of the wheel in <findLinks>, and require "
                                    + requirement.name() + " without the address: pip wheel --no-deps "
                                    + Pasted.of(requirement.shownUrl(), "<its address>"));
        }
        if (!SCHEMES.contains(scheme) || (address.getHost() == null && !scheme.equals("file"))) {
            throw fault(
                    "an address must be http, https or file",
                    "name the wheel by https://, or by its path from the pom: libs/"
                            + requirement.name().value().replace('-', '_') + "-1.0-py3-none-any.whl");
        }
        if (!Port.isPossible(address)) {
            throw fault("its address " + Port.refusal(address), "correct the port, or leave it out");
        }
        if (!scheme.equals("file") && isSecret(address)) {
            throw fault(
                    "its address may hold what is secret, and a lock and a log are for all to read",
                    "leave out a query; or name its host in <indexes> as <explicit>, and give the <server> of that id in settings.xml the user and"
                            + " the password");
        }
        return address;
    }

    /** A query may hold a token, whoever filled it in: the pom's own variables are, before this plugin sees them. */
    private boolean isSecret(URI address) {
        return requirement.isSecret() || address.getRawUserInfo() != null || address.getRawQuery() != null;
    }

    private URI uri() {
        try {
            return new URI(address(url));
        } catch (URISyntaxException e) {
            throw fault("this is no address", "write %20 for a blank in an address");
        }
    }

    private static boolean isWheel(URI address) {
        return address.getRawPath() != null && Shown.decodedLastSegment(address).endsWith(".whl");
    }

    private WheelFilename filename(URI address) {
        WheelFilename filename = WheelFilename.parse(Shown.decodedLastSegment(address));
        if (!filename.name().equals(requirement.name())) {
            throw fault(
                    "this is a wheel of " + filename.name(),
                    "require " + filename.name() + " @ … where that is what you want");
        }
        return filename;
    }

    private LayerException fault(String why, String hint) {
        return new LayerException(
                ResolveProblem.URL_REQUIREMENT, SetText.written(requirement) + ": " + why + ".", hint);
    }
}
