package io.github.lambdalayer.python.index.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets one request go to a host before all others: it finds out whether the host speaks HTTP/2, and they then share its
 * connection. Else sixteen requests at once begin with sixteen TLS handshakes, of which fifteen are for nothing.
 */
final class FirstContact {

    /** What is sent, and answered with a head at least. */
    @FunctionalInterface
    interface Sending {
        HttpAnswer now() throws IOException;
    }

    /** A host that does not answer its first request so soon gets the others as well. */
    private static final long PATIENCE_SECONDS = 5;

    private final AtomicBoolean isTaken = new AtomicBoolean();
    private final CountDownLatch isOver = new CountDownLatch(1);

    HttpAnswer send(Sending sending) throws IOException {
        if (isTaken.compareAndSet(false, true)) {
            try {
                return sending.now();
            } finally {
                isOver.countDown();
            }
        }
        await();
        return sending.now();
    }

    private void await() throws InterruptedIOException {
        try {
            boolean inTime = isOver.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                isOver.countDown();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
