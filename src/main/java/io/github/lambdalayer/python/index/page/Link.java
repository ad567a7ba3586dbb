package io.github.lambdalayer.python.index.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.Port;
import io.github.lambdalayer.python.index.Shown;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of a file on a page, made absolute; it must be http or https.
 *
 * @param url absolute, without a fragment
 * @param filename the last segment, percent-decoded once: decoding twice would let {@code %252F} become a slash
 */
record Link(String url, String filename) {

    /** Whether it leads to a wheel. */
    boolean isWheel() {
        return isWheel(filename);
    }

    static boolean isWheel(String filename) {
        return filename.toLowerCase(Locale.ROOT).endsWith(".whl");
    }

    /** As {@link #resolve}, for what is known to be a wheel's address. */
    static Link ofWheel(URI page, String href) {
        return resolve(page, page, href).orElseThrow(() -> bad(page, href, "is no address of http or https"));
    }

    /**
     * Resolves {@code ../../packages/six-1.16.0-py2.py3-none-any.whl#sha256=…} against its page; empty when it leads
     * to no wheel and is of no use otherwise.
     *
     * @throws LayerException with {@link IndexProblem#BAD_LINK} when a wheel's address or name is not to be trusted
     */
    static Optional<Link> resolve(URI page, URI base, String href) {
        String text = withoutFragment(href.strip());
        if (isPlain(text)) {
            return Optional.of(new Link(text, text.substring(text.lastIndexOf('/') + 1)));
        }
        Optional<URI> target = parse(base, text);
        if (target.isEmpty() || target.get().isOpaque() || target.get().getHost() == null) {
            if (isWheel(withoutQuery(text))) {
                throw bad(page, text, "is no address of http or https");
            }
            return Optional.empty();
        }
        URI url = target.get();
        Link link = new Link(url.toString(), decodeOnce(page, Shown.lastSegment(url)));
        if (link.isWheel()) {
            link.check(url, page);
        }
        return Optional.of(link);
    }

    /**
     * Whether there is nothing in an address to resolve, decode or doubt: {@code https://}, a host, and a path of
     * harmless characters. Nearly all are of this kind, and taking an address apart costs more than reading a page.
     */
    private static boolean isPlain(String text) {
        int host = text.startsWith("https://") ? 8 : text.startsWith("http://") ? 7 : -1;
        int path = host < 0 ? -1 : text.indexOf('/', host);
        if (path <= host || !isPlainHost(text, host, path) || text.contains("/.") || text.indexOf("//", path) >= 0) {
            return false;
        }
        for (int i = host; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && "-._/+".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Words with one dot or hyphen between them, the last of which begins with a letter: others {@link URI} may take for no host. */
    private static boolean isPlainHost(String text, int from, int to) {
        int label = from;
        boolean isBetween = true;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean isWord = isLetterOrDigit(c);
            if (!isWord && (isBetween || (c != '.' && c != '-'))) {
                return false;
            }
            isBetween = !isWord;
            label = c == '.' ? i + 1 : label;
        }
        return !isBetween && text.charAt(label) > '9';
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private void check(URI target, URI page) {
        String scheme = target.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw bad(page, url, "is no address of http or https");
        }
        if (!Port.isPossible(target)) {
            throw bad(page, Shown.url(target), Port.refusal(target));
        }
        if (target.getRawUserInfo() != null) {
            throw bad(page, Shown.url(target), "holds credentials");
        }
        if (filename.chars().anyMatch(c -> c < ' ' || c == '/' || c == '\\' || c == '%' || c == ':')) {
            throw bad(page, filename, "is no file name");
        }
    }

    /** Fails unless the name that the index gives is the one in the address (CVE-2026-13346). */
    void checkIsNamed(String given, URI page) {
        if (isWheel(given) && !given.equals(filename)) {
            throw bad(page, given, "has an address that ends in \"" + Printable.name(filename) + "\"");
        }
    }

    /** An absolute http(s) address, for example of {@code <base href>}; empty when it is none. */
    static Optional<URI> absolute(URI page, String href) {
        return parse(page, withoutFragment(href.strip())).filter(u -> !u.isOpaque() && u.getHost() != null);
    }

    private static Optional<URI> parse(URI base, String text) {
        try {
            return Optional.of(base.resolve(new URI(escaped(text))));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Browsers accept spaces and the like in an address, and old indexes rely on it. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (byte b : text.getBytes(UTF_8)) {
            boolean plain = b > ' ' && "\"<>\\^`{|}".indexOf(b) < 0;
            out.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
        }
        return out.toString();
    }

    private static String withoutFragment(String text) {
        int at = text.indexOf('#');
        return at < 0 ? text : text.substring(0, at);
    }

    private static String withoutQuery(String text) {
        int at = text.indexOf('?');
        return at < 0 ? text : text.substring(0, at);
    }

    private static String decodeOnce(URI page, String raw) {
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) == '%') {
                bytes.write(Integer.parseInt(raw.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.writeBytes(raw.substring(i, i + 1).getBytes(UTF_8));
            }
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw bad(page, raw, "is no file name");
        }
    }

    private static LayerException bad(URI page, String what, String is) {
        return new LayerException(
                IndexProblem.BAD_LINK,
                Shown.url(page) + ": \"" + Printable.name(what) + "\" " + is + ".",
                "do not trust this index, or tell those who run it");
    }
}
