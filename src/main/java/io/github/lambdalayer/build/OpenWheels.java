package io.github.lambdalayer.build;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.wheel.WheelFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Wheels that are open until this is closed. */
final class OpenWheels implements Closeable {

    private final List<IndexFile> files;
    private final List<WheelFile> wheels;

    /** Both in the same order. */
    OpenWheels(List<IndexFile> files, List<WheelFile> wheels) {
        this.files = files;
        this.wheels = wheels;
    }

    /** The wheel of a file. */
    WheelFile of(IndexFile file) {
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
