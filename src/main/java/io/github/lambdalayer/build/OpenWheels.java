package io.github.lambdalayer.build;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.wheels.WheelStore;
import io.github.lambdalayer.python.wheel.WheelFile;
import io.github.lambdalayer.python.wheel.WheelWatch;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Wheels that are open until this is closed. */
final class OpenWheels implements Closeable {

    private final List<IndexFile> files;
    private final List<WheelFile> wheels;

    /** Both in the same order. */
    private OpenWheels(List<IndexFile> files, List<WheelFile> wheels) {
        this.files = files;
        this.wheels = wheels;
    }

    /** The wheels that were chosen; those that are not in the cache are fetched. */
    static OpenWheels of(List<Selection> selections, WheelStore store) {
        return of(selections, store, WheelWatch.NONE);
    }

    /** The same; {@code watch} sees the files of those that are fetched. */
    static OpenWheels of(List<Selection> selections, WheelStore store, WheelWatch watch) {
        List<IndexFile> files = Selection.files(selections);
        return new OpenWheels(files, store.fetchAll(files, watch));
    }

    /** Each file once, sorted by name. */
    List<IndexFile> files() {
        return files;
    }

    /**
     * Holds the wheels against the sizes of their lock, as PEP 751 wants it; their digests were checked already.
     *
     * @throws LayerException with {@link BuildProblem#LOCKED_SIZE}
     */
    void requireSizesOf(Path lock) {
        for (int i = 0; i < files.size(); i++) {
            long announced = files.get(i).bytes();
            long actual = wheels.get(i).source().size();
            if (announced >= 0 && announced != actual) {
                throw new LayerException(
                        BuildProblem.LOCKED_SIZE,
                        files.get(i) + " has " + actual + " bytes, but " + lock.getFileName() + " says " + announced
                                + ".",
                        "somebody edited the lock by hand; mvn lambda-layer:lock, or the tool that wrote it, makes it again");
            }
        }
    }

    /** The wheels of some of the files, in their order. */
    List<WheelFile> of(List<IndexFile> some) {
        return some.stream().map(this::of).toList();
    }

    private WheelFile of(IndexFile file) {
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).sha256().equals(file.sha256())) {
                return wheels.get(i);
            }
        }
        throw new IllegalArgumentException(file + " was not opened");
    }

    @Override
    public void close() {
        UncheckedIOException first = null;
        for (WheelFile wheel : wheels) {
            try {
                wheel.close();
            } catch (IOException e) {
                first = first == null
                        ? new UncheckedIOException(wheel.filename().text(), e)
                        : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
