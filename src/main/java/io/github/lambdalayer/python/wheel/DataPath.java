package io.github.lambdalayer.python.wheel;

/**
 * A file of a wheel's {@code .data} folder: {@code demo-1.0.data/scripts/run} is {@code run} of the kind {@code scripts}.
 *
 * @param kind {@code purelib}, {@code platlib}, {@code data}, {@code scripts} or {@code headers}
 * @param path where the file goes, below the place for its kind
 */
public record DataPath(String kind, String path) {}
