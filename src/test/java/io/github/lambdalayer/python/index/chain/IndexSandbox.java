package io.github.lambdalayer.python.index.chain;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.Pause;
import io.github.lambdalayer.python.index.Shown;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.index.http.Connections;
import io.github.lambdalayer.python.index.http.Wire;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.testing.FakeIndex;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assertj.core.api.Assertions;

/** Indexes over an empty cache with a clock and a pause of the test's own; nothing waits. */
public final class IndexSandbox {

    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    public final Path cache;
    public final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    public final List<String> events = Collections.synchronizedList(new ArrayList<>());
    public Instant now = START;
    public IndexCredentials credentials = IndexCredentials.NONE;
    public Wire wire = new Connections().by(List.of());
    public Pause pause = pauses::add;

    public IndexSandbox(Path folder) {
        this.cache = folder.resolve("cache");
    }

    /** Settings with these indexes, called {@code first}, {@code second}, … */
    public IndexSettings settings(FakeIndex... indexes) {
        return settings(Arrays.stream(indexes).map(FakeIndex::url).toArray(URI[]::new));
    }

    public IndexSettings settings(URI... indexes) {
        List<String> ids = List.of("first", "second", "third");
        List<IndexLocation> locations = new ArrayList<>();
        for (URI index : indexes) {
            locations.add(IndexLocation.of(ids.get(locations.size()), index.toString()));
        }
        return IndexSettings.of(cache).withIndexes(locations);
    }

    public Indexes open(FakeIndex... indexes) {
        return open(settings(indexes));
    }

    public Indexes open(IndexSettings settings) {
        return Indexes.open(settings, credentials, new Recording(), wire, p -> pause.of(p), new SettableClock());
    }

    public static PackageName name(String text) {
        return PackageName.of(text);
    }

    /** The first wheel of a project. */
    public static IndexFile firstWheel(Indexes indexes, String project) {
        return indexes.index().page(name(project)).orElseThrow().wheels().get(0);
    }

    /** The failure of some work. */
    public static LayerException failure(Callable<?> work) {
        return Assertions.catchThrowableOfType(LayerException.class, work::call);
    }

    private final class SettableClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final class Recording implements Transfers {

        @Override
        public Transfer begin(String indexId, URI url, long bytes) {
            String name = Shown.lastSegment(url);
            events.add("begin " + indexId + " " + name + " " + bytes);
            return new Transfer() {
                private long total;

                @Override
                public synchronized void progressed(long delta) {
                    total += delta;
                }

                @Override
                public synchronized void succeeded() {
                    events.add("succeeded " + name + " " + total);
                }

                @Override
                public void failed(Exception cause) {
                    events.add("failed " + name + " "
                            + Optional.ofNullable(cause.getMessage()).orElse(""));
                }
            };
        }

        @Override
        public void note(String sentence) {
            events.add("note " + sentence);
        }

        @Override
        public void warn(String sentence) {
            events.add("warn " + sentence);
        }
    }
}
