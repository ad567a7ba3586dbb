package io.github.lambdalayer.python.wheel;

import java.math.BigInteger;
import java.util.Comparator;

/**
 * The part of a file name that tells builds of one version apart: {@code 1local} in {@code demo-1.0-1local-py3-none-any.whl}.
 *
 * @param number the digits that it begins with; -1 for {@link #NONE}
 * @param rest what follows them, often nothing
 */
public record BuildTag(BigInteger number, String rest) implements Comparable<BuildTag> {

    /** No build tag; below all others. */
    public static final BuildTag NONE = new BuildTag(BigInteger.ONE.negate(), "");

    private static final Comparator<BuildTag> ORDER =
            Comparator.comparing(BuildTag::number).thenComparing(BuildTag::rest);

    /** Whether it is {@link #NONE}: no digits can mean a negative number. */
    public boolean isNone() {
        return number.signum() < 0;
    }

    @Override
    public int compareTo(BuildTag other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return isNone() ? "" : number + rest;
    }
}
