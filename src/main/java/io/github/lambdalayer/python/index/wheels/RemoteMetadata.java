package io.github.lambdalayer.python.index.wheels;

import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.Shown;
import io.github.lambdalayer.python.index.http.Accounts;
import io.github.lambdalayer.python.index.http.CappedStream;
import io.github.lambdalayer.python.index.http.Exchange;
import io.github.lambdalayer.python.index.http.Fault;
import io.github.lambdalayer.python.index.http.HttpAnswer;
import io.github.lambdalayer.python.index.http.Origin;
import io.github.lambdalayer.python.index.http.Web;
import io.github.lambdalayer.zip.RawEntry;
import io.github.lambdalayer.zip.RawZip;
import io.github.lambdalayer.zip.ZipLimits;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** METADATA without the wheel: the file beside it (PEP 658), or the end of the wheel by ranges. */
final class RemoteMetadata {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long MOST_BYTES = 16L << 20;

    private final Web web;
    private final Accounts accounts;
    private final Set<Origin> withoutRanges = ConcurrentHashMap.newKeySet();

    RemoteMetadata(Web web, Accounts accounts) {
        this.web = web;
        this.accounts = accounts;
    }

    /** The file beside the wheel, verified where a digest was announced; empty when there is none. */
    Optional<byte[]> beside(IndexFile file) {
        if (!file.hasMetadataFile()) {
            return Optional.empty();
        }
        Optional<byte[]> content = web.call(besideUrl(file.url()), accounts.of(file), LIMIT, new WholeBody());
        content.ifPresent(c -> check(file, c));
        return content;
    }

    private static void check(IndexFile file, byte[] content) {
        String actual = Sha256.of(content);
        if (!file.metadataSha256().isEmpty() && !actual.equals(file.metadataSha256())) {
            throw new LayerException(
                    IndexProblem.DIGEST_DIFFERS,
                    "The metadata of " + file + " from " + Shown.url(besideUrl(file.url())) + " has sha256 " + actual
                            + ", but " + file.metadataSha256() + " was announced.",
                    "run again; if it repeats, do not trust this index or the proxy before it");
        }
    }

    private static URI besideUrl(URI wheel) {
        String text = wheel.toString();
        int query = text.indexOf('?');
        return URI.create(
                query < 0 ? text + ".metadata" : text.substring(0, query) + ".metadata" + text.substring(query));
    }

    /** METADATA read from the wheel by ranges; empty when its server sends none. */
    Optional<byte[]> atTheEnd(IndexFile file) {
        Origin origin = Origin.of(file.url());
        if (withoutRanges.contains(origin)) {
            return Optional.empty();
        }
        try (RemoteWheel wheel =
                RemoteWheel.open(file.toString(), file.bytes(), (first, last) -> part(file, first, last))) {
            RawZip zip = RawZip.readDirectory(wheel, ZipLimits.WHEEL);
            return Optional.of(zip.content(metadataEntry(file, zip)));
        } catch (RemoteWheel.RangesRefused e) {
            withoutRanges.add(origin);
            return Optional.empty();
        } catch (IOException e) {
            throw new LayerException(
                    IndexProblem.CONNECTION_LOST,
                    "Reading the end of " + Shown.url(file.url()) + " failed: "
                            + Fault.of(e).words(e) + ".",
                    List.of("run again"),
                    e);
        }
    }

    private RangeExchange.Part part(IndexFile file, long first, long last) {
        return web.call(file.url(), accounts.of(file), LIMIT, new RangeExchange(first, last));
    }

    private static RawEntry metadataEntry(IndexFile file, RawZip zip) {
        List<RawEntry> found = zip.entries().stream()
                .filter(e -> e.name().endsWith(".dist-info/METADATA"))
                .filter(e -> e.name().indexOf('/') == e.name().lastIndexOf('/'))
                .filter(e -> e.unzippedBytes() <= MOST_BYTES)
                .toList();
        if (found.size() != 1) {
            throw new LayerException(
                    IndexProblem.METADATA_DIFFERS,
                    file + " holds " + found.size() + " files METADATA, where one must be.",
                    "choose another release, and tell those who made this one");
        }
        return found.get(0);
    }

    private static final class WholeBody implements Exchange<Optional<byte[]>> {

        @Override
        public Map<String, String> headers() {
            return Map.of();
        }

        @Override
        public Optional<byte[]> read(HttpAnswer answer) throws IOException {
            if (answer.status() == 404 || answer.status() == 410) {
                return Optional.empty();
            }
            if (answer.status() != 200) {
                throw Web.unexpected(answer);
            }
            return Optional.of(new CappedStream(answer.body(), MOST_BYTES, answer.url()).readAllBytes());
        }
    }
}
