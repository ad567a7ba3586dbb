package io.github.lambdalayer.python.version;

import io.github.lambdalayer.problem.SyntaxFault;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A version such as {@code 2.0rc1} or {@code 1!1.4.post2} (PEP 440). {@code 1.0}, {@code 1.0.0} and {@code v1} are
 * equal, and sort by what they mean: {@code 1.0.dev1}, {@code 1.0a1}, {@code 1.0}, {@code 1.0.post1}.
 *
 * <p>{@link #text()} is what was written, {@link #toString()} the normal form of it. A version is at most 256
 * characters long; its numbers have no upper bound.
 */
public final class Version implements Comparable<Version> {

    private final String text;
    private final VersionParts parts;
    private final String publicKey;
    private final String key;

    private Version(String text, VersionParts parts) {
        this.text = text;
        this.parts = parts;
        this.publicKey = VersionKey.of(parts);
        this.key = parts.local().isEmpty() ? publicKey : publicKey + VersionKey.ofLocal(parts.local());
    }

    /**
     * The version that a text holds, white space around it ignored.
     *
     * @throws io.github.lambdalayer.problem.LayerException {@link VersionProblem#BAD_VERSION}, with a caret
     */
    public static Version parse(String text) {
        try {
            return read(text);
        } catch (SyntaxFault e) {
            throw e.in(VersionProblem.BAD_VERSION, "a version", text);
        }
    }

    /** As {@link #parse}; empty when the text holds no version. */
    public static Optional<Version> tryParse(String text) {
        try {
            return Optional.of(read(text));
        } catch (SyntaxFault e) {
            return Optional.empty();
        }
    }

    private static Version read(String text) {
        int end = Blanks.skipBack(text, 0, text.length());
        return read(text, Blanks.skip(text, 0, end), end);
    }

    /** The version between two columns; a fault has its column in the whole text. */
    static Version read(String text, int start, int end) {
        return new Version(text.substring(start, end), new VersionParser(text, start, end).parse());
    }

    private static Version of(VersionParts parts) {
        return new Version(parts.text(), parts);
    }

    /** What was written, without white space around it. */
    public String text() {
        return text;
    }

    /** 1 in {@code 1!2.0}; mostly 0. */
    public BigInteger epoch() {
        return new BigInteger(parts.epoch());
    }

    /** The numbers of the release as written: 1, 4, 0 in {@code 1.4.0rc1}. */
    public List<BigInteger> release() {
        return parts.release().stream().map(BigInteger::new).toList();
    }

    /** {@code ubuntu.1} in {@code 1.0+Ubuntu-1}. */
    public Optional<String> local() {
        return Optional.of(parts.local()).filter(l -> !l.isEmpty());
    }

    /** Whether it is an alpha, beta, release candidate or development release. */
    public boolean isPreRelease() {
        return parts.isPreRelease();
    }

    /** Whether it has a {@code .post} part. */
    public boolean isPostRelease() {
        return !parts.post().isEmpty();
    }

    /** Whether it has a {@code .dev} part. */
    public boolean isDevRelease() {
        return !parts.dev().isEmpty();
    }

    /** Epoch and release only: {@code 3.13.0} of {@code 3.13.0rc1+x}. */
    public Version baseVersion() {
        return of(parts.base());
    }

    VersionParts parts() {
        return parts;
    }

    String key() {
        return key;
    }

    /** The key without the local part. */
    String publicKey() {
        return publicKey;
    }

    @Override
    public int compareTo(Version other) {
        return key.compareTo(other.key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Version that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return parts.text();
    }
}
