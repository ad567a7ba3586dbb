package io.github.lambdalayer.python.lock;

import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.version.Specifiers;
import io.github.lambdalayer.python.version.Version;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Versions of Python as Poetry writes them: PEP 440, and besides {@code ^3.11}, {@code ~3.11}, {@code 3.11.*} and
 * alternatives such as {@code ~2.7 || >=3.6}.
 *
 * @param alternatives one of them must accept a version
 */
record PoetryVersions(String text, List<Specifiers> alternatives) {

    /** The versions that a text means; {@code *} is all of them. */
    static PoetryVersions parse(String text) {
        return new PoetryVersions(
                text,
                Stream.of(text.split("\\|\\|?", -1))
                        .map(PoetryVersions::alternative)
                        .toList());
    }

    boolean accepts(PythonTarget target) {
        return alternatives.stream().anyMatch(target::accepts);
    }

    private static Specifiers alternative(String text) {
        return Specifiers.parse(Stream.of(text.split(",", -1))
                .map(clause -> clause(clause.strip()))
                .collect(Collectors.joining(",")));
    }

    private static String clause(String clause) {
        if (clause.equals("*")) {
            return "";
        }
        if (clause.startsWith("^")) {
            return between(Version.parse(clause.substring(1)), 1);
        }
        if (clause.startsWith("~") && !clause.startsWith("~=")) {
            Version least = Version.parse(clause.substring(1));
            return between(least, Math.min(2, least.release().size()));
        }
        boolean isBare = !clause.isEmpty() && Character.isDigit(clause.charAt(0));
        return isBare ? "==" + clause : clause;
    }

    /** From a version to the next one in which one of the first {@code kept} numbers is greater. */
    private static String between(Version least, int kept) {
        List<BigInteger> release = least.release();
        String next = IntStream.range(0, kept)
                .mapToObj(i -> i == kept - 1 ? release.get(i).add(BigInteger.ONE) : release.get(i))
                .map(BigInteger::toString)
                .collect(Collectors.joining("."));
        return ">=" + least + ",<" + next;
    }

    @Override
    public String toString() {
        return text;
    }
}
