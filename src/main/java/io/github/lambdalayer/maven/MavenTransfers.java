package io.github.lambdalayer.maven;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.Transfers;
import java.io.File;
import java.net.URI;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferListener;
import org.eclipse.aether.transfer.TransferResource;

/**
 * Shows downloads as Maven shows its own: a bar on a terminal, one line with {@code -B}, nothing with {@code -ntp} or
 * {@code -q}. All of that is decided by the listener of the session.
 */
final class MavenTransfers implements Transfers {

    private static final long NANOS_BETWEEN_EVENTS = 100_000_000L;

    private final RepositorySystemSession session;
    private final Log log;

    MavenTransfers(RepositorySystemSession session, Log log) {
        this.session = session;
        this.log = log;
    }

    @Override
    public Transfer begin(String indexId, URI url, long bytes) {
        if ("file".equals(url.getScheme())) {
            return Transfer.SILENT; // Nothing comes from anywhere: a wheel of a folder enters the cache.
        }
        return Optional.ofNullable(session.getTransferListener())
                .<Transfer>map(listener -> new Shown(listener, resource(indexId, url, bytes)))
                .orElse(Transfer.SILENT);
    }

    @Override
    public void note(String sentence) {
        log.info("  " + Printable.text(sentence));
    }

    @Override
    public void warn(String sentence) {
        log.warn(Printable.text(sentence));
    }

    private static TransferResource resource(String indexId, URI url, long bytes) {
        String text = url.toString();
        int name = text.lastIndexOf('/') + 1;
        TransferResource resource =
                new TransferResource(indexId, text.substring(0, name), text.substring(name), (File) null, null);
        resource.setContentLength(bytes);
        return resource;
    }

    /** One download; its methods are called from one thread at a time. */
    private final class Shown implements Transfer {

        private final TransferListener listener;
        private final TransferResource resource;
        private long arrived;
        private long lastShown;

        Shown(TransferListener listener, TransferResource resource) {
            this.listener = listener;
            this.resource = resource;
            this.lastShown = System.nanoTime();
            tell(TransferEvent.EventType.INITIATED, listener::transferInitiated);
            tell(TransferEvent.EventType.STARTED, listener::transferStarted);
        }

        @Override
        public void progressed(long delta) {
            arrived += delta;
            long now = System.nanoTime();
            if (now - lastShown >= NANOS_BETWEEN_EVENTS) {
                lastShown = now;
                tell(TransferEvent.EventType.PROGRESSED, listener::transferProgressed);
            }
        }

        @Override
        public void succeeded() {
            tell(TransferEvent.EventType.SUCCEEDED, listener::transferSucceeded);
        }

        @Override
        public void failed(Exception cause) {
            listener.transferFailed(
                    event(TransferEvent.EventType.FAILED).setException(cause).build());
        }

        private void tell(TransferEvent.EventType type, Telling telling) {
            try {
                telling.tell(event(type).build());
            } catch (TransferCancelledException e) {
                throw new LayerException(
                        IndexProblem.DOWNLOAD_CANCELLED,
                        "Maven cancelled the download of " + Printable.name(resource.getResourceName()) + ".");
            }
        }

        private TransferEvent.Builder event(TransferEvent.EventType type) {
            return new TransferEvent.Builder(session, resource)
                    .setType(type)
                    .setRequestType(TransferEvent.RequestType.GET)
                    .setTransferredBytes(arrived);
        }
    }

    /** One method of Maven's listener. */
    private interface Telling {
        void tell(TransferEvent event) throws TransferCancelledException;
    }
}
