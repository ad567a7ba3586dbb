package io.github.lambdalayer.python.index.cache;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.Security;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right to open a file that only one thread of this JVM may have open. Class loaders, each of which has a plugin's classes
 * of its own, share nothing but the JDK's: so the name of the thread that has the right is noted in a security property.
 *
 * <p>Not in a system property: those are replaced as a whole by goals that run programs, and an older copy would bring back a
 * right that was given up. Whether the thread is still alive is not looked at, since its name does not tell; it gives the
 * right up however its work ends.
 */
final class OneOfTheJvm implements Closeable {

    private static final String PREFIX = "lambda-layer.open.";
    private static final String NOBODY = "";

    private final String property;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    private OneOfTheJvm(String property) {
        this.property = property;
    }

    /**
     * The right, unless another thread has it.
     *
     * @throws IOException when the folder of the file is not there
     */
    @SuppressWarnings("LockOnNonEnclosingClassLiteral") // our own class is another one in each class loader
    static Optional<OneOfTheJvm> of(Path file) throws IOException {
        String property = property(file);
        synchronized (Security.class) {
            if (!thread(property).isEmpty()) {
                return Optional.empty();
            }
            Security.setProperty(property, "thread " + Thread.currentThread().getName());
            return Optional.of(new OneOfTheJvm(property));
        }
    }

    /** Who has the right: {@code thread mvn-builder-2}; or "" for nobody. */
    static String owner(Path file) throws IOException {
        return thread(property(file));
    }

    private static String thread(String property) {
        return Objects.requireNonNullElse(Security.getProperty(property), NOBODY);
    }

    private static String property(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        return PREFIX + folder.toRealPath().resolve(file.getFileName());
    }

    /** Gives the right up; once, since after that it may be another's. */
    @Override
    public void close() {
        if (!isClosed.getAndSet(true)) {
            Security.setProperty(property, NOBODY);
        }
    }
}
