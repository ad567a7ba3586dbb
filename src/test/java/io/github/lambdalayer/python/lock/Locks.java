package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.wheel.WheelFilename;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Locks and what they are made of, for the tests of this package. */
final class Locks {

    static final PythonTarget PYTHON_312_X86 = PythonTarget.linux("3.12.3", "x86_64", 34);
    static final PythonTarget PYTHON_312_ARM = PythonTarget.linux("3.12.3", "aarch64", 34);
    static final PythonTarget PYTHON_313_X86 = PythonTarget.linux("3.13.0", "x86_64", 34);
    static final PythonTarget PYTHON_313_ARM = PythonTarget.linux("3.13.0", "aarch64", 34);

    static final List<IndexLocation> PYPI = List.of(IndexLocation.of("pypi", "https://pypi.org/simple/"));

    static final String SIX = "six-1.17.0-py2.py3-none-any.whl";
    static final String OLD_SIX = "six-1.16.0-py2.py3-none-any.whl";
    static final String DATEUTIL = "python_dateutil-2.9.0-py2.py3-none-any.whl";
    static final String NUMPY_312_X86 = "numpy-2.1.3-cp312-cp312-manylinux_2_17_x86_64.whl";
    static final String NUMPY_312_ARM = "numpy-2.1.3-cp312-cp312-manylinux_2_17_aarch64.whl";
    static final String NUMPY_313_X86 = "numpy-2.1.3-cp313-cp313-manylinux_2_17_x86_64.whl";

    private Locks() {}

    /** A wheel of pypi, its digest made of one digit. */
    static LockInput.Wheel wheel(String filename, String digit, String... dependencies) {
        return new LockInput.Wheel(
                file(filename, digit),
                Specifiers.parse(">=3.9"),
                Stream.of(dependencies).map(PackageName::of).toList());
    }

    private static IndexFile file(String filename, String digit) {
        return new IndexFile(
                WheelFilename.parse(filename),
                URI.create("https://files.example/" + filename),
                digit.repeat(64),
                1000,
                Specifiers.parse(">=3.9"),
                false,
                "",
                Optional.of(Instant.parse("2024-12-04T17:35:26Z")),
                false,
                "",
                "pypi");
    }

    /** What was resolved for a target, without dependencies. */
    static LockInput input(PythonTarget target, String... filenames) {
        return new LockInput(
                target, Stream.of(filenames).map(f -> wheel(f, "a")).toList());
    }

    /** A lock that does not say what it was made for. */
    static Pylock lock(LockInput... inputs) {
        return Pylock.of(List.of(inputs), LockedSpec.NONE, PYPI);
    }

    /** What the small lock is made for. */
    static LockedSpec spec() {
        return LockedSpec.NONE
                .with(SpecTopic.REQUIREMENTS, List.of("python-dateutil"))
                .with(SpecTopic.RUNTIMES, List.of("python3.12"))
                .with(SpecTopic.ARCHITECTURES, List.of("x86_64"))
                .with(SpecTopic.INDEXES, List.of("pypi https://pypi.org/simple/"));
    }

    /** A small lock of python-dateutil and six for one target. */
    static Pylock small() {
        LockInput input = new LockInput(PYTHON_312_X86, List.of(wheel(DATEUTIL, "a", "six"), wheel(SIX, "b")));
        return Pylock.of(List.of(input), spec(), PYPI);
    }

    /** The text of the small lock as it stands in a file. */
    static String smallText() {
        return PylockWriter.text(small(), Path.of("pylock.toml"), List.of());
    }

    /** The small lock with one piece of its text replaced, read from a file. */
    static Pylock edited(Path folder, String piece, String other) {
        String text = smallText();
        if (!text.contains(piece)) {
            throw new IllegalArgumentException("the lock has no " + piece + ":\n" + text);
        }
        return read(folder, text.replace(piece, other));
    }

    static Pylock read(Path folder, String text) {
        return PylockReader.read(write(folder.resolve("pylock.toml"), text));
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
