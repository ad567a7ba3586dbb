package io.github.lambdalayer.python.index.cache;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The right to open a file that only one thread of this JVM may have open. Class loaders, each of which has a plugin's classes
 * of its own, share nothing but the JDK's: so who has the right is noted in a system property.
 */
final class OneOfTheJvm implements Closeable {

    private static final String PREFIX = "lambda-layer.open.";

    private final String property;

    private OneOfTheJvm(String property) {
        this.property = property;
    }

    /**
     * The right, unless another thread has it.
     *
     * @throws IOException when the folder of the file is not there
     */
    static Optional<OneOfTheJvm> of(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        String property = PREFIX + folder.toRealPath().resolve(file.getFileName());
        boolean isFree = System.getProperties()
                        .putIfAbsent(property, Thread.currentThread().getName())
                == null;
        return isFree ? Optional.of(new OneOfTheJvm(property)) : Optional.empty();
    }

    @Override
    public void close() {
        System.getProperties().remove(property);
    }
}
