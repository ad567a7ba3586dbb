package io.github.lambdalayer.toml;

/**
 * A place in a file, both counted from 1: {@code pylock.toml, line 12, column 3}.
 *
 * @param origin the file's name, for example {@code pylock.toml}
 */
public record TomlPlace(String origin, int line, int column) {

    @Override
    public String toString() {
        return origin + ", line " + line + ", column " + column;
    }
}
