package io.github.lambdalayer.solver;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;

/**
 * A set of candidates of one package, as bits over its sorted candidate list: of {@code [1.0, 1.1, 2.0]} the set for
 * {@code >=1.1} is {@code {1, 2}}.
 *
 * <p>Complement, intersection and union are exact. Only the words between the first and the last change are kept, so
 * that one version among ten thousand, or all but one, or all from one on, take a few bytes.
 */
public final class VersionSet {

    private static final int WORD = Long.SIZE;

    private final int size;
    /** Whether the lowest candidate is in the set; holds for all words before {@link #from} too. */
    private final boolean first;
    /** Number of the first word that is kept. */
    private final int from;
    /** The kept words; bits at and beyond {@link #size} equal {@link #last}. */
    private final long[] words;
    /** Whether the highest candidate is in the set; holds for all words after the kept ones too. */
    private final boolean last;

    private VersionSet(int size, boolean first, int from, long[] words, boolean last) {
        this.size = size;
        this.first = first;
        this.from = from;
        this.words = words;
        this.last = last;
    }

    /** No candidate out of {@code size}. */
    public static VersionSet none(int size) {
        return new VersionSet(size, false, 0, new long[0], false);
    }

    /** Every candidate out of {@code size}. */
    public static VersionSet all(int size) {
        return new VersionSet(size, size > 0, 0, new long[0], size > 0);
    }

    /** The one candidate at {@code index} out of {@code size}. */
    public static VersionSet only(int size, int index) {
        long[] word = {1L << index};
        if (index == size - 1) {
            word[0] = -1L << index;
        }
        return trimmed(size, index == 0, index / WORD, word, index == size - 1);
    }

    /** The candidates out of {@code size} whose index passes, for example all that a specifier accepts. */
    public static VersionSet of(int size, IntPredicate contains) {
        if (size == 0) {
            return none(0);
        }
        boolean last = contains.test(size - 1);
        long[] words = new long[(size + WORD - 1) / WORD];
        for (int i = 0; i < words.length * WORD; i++) {
            if (i < size ? contains.test(i) : last) {
                words[i / WORD] |= 1L << i;
            }
        }
        return trimmed(size, contains.test(0), 0, words, last);
    }

    private static VersionSet trimmed(int size, boolean first, int from, long[] words, boolean last) {
        int begin = 0;
        while (begin < words.length && words[begin] == fill(first)) {
            begin++;
        }
        int end = words.length;
        while (end > begin && words[end - 1] == fill(last)) {
            end--;
        }
        boolean uniform = begin == end && first == last;
        return new VersionSet(size, first, uniform ? 0 : from + begin, Arrays.copyOfRange(words, begin, end), last);
    }

    private static long fill(boolean bit) {
        return bit ? -1L : 0L;
    }

    /** How many candidates the package has, in the set or not. */
    public int size() {
        return size;
    }

    /** Whether the candidate at {@code index} is in the set. */
    public boolean contains(int index) {
        return (word(index / WORD) >>> index & 1L) != 0;
    }

    /** Whether no candidate is in the set. */
    public boolean isEmpty() {
        return !first && !last && words.length == 0;
    }

    /** Whether every candidate is in the set; true for a package without candidates. */
    public boolean isFull() {
        return size == 0 || (first && last && words.length == 0);
    }

    /** All candidates that are not in this set. */
    public VersionSet not() {
        if (size == 0) {
            return this;
        }
        long[] flipped = new long[words.length];
        Arrays.setAll(flipped, i -> ~words[i]);
        return new VersionSet(size, !first, from, flipped, !last);
    }

    /** The candidates in both sets. */
    public VersionSet and(VersionSet other) {
        return combine(other, (a, b) -> a & b, first && other.first, last && other.last);
    }

    /** The candidates in at least one of the two sets. */
    public VersionSet or(VersionSet other) {
        return combine(other, (a, b) -> a | b, first || other.first, last || other.last);
    }

    /** The candidates of this set that are not in {@code other}. */
    public VersionSet minus(VersionSet other) {
        return and(other.not());
    }

    private VersionSet combine(VersionSet other, LongBinaryOperator op, boolean newFirst, boolean newLast) {
        requireSameSize(other);
        int begin = begin(other);
        long[] combined = new long[Math.max(end(), other.end()) - begin];
        for (int i = 0; i < combined.length; i++) {
            combined[i] = op.applyAsLong(word(begin + i), other.word(begin + i));
        }
        return trimmed(size, newFirst, begin, combined, newLast);
    }

    /** Whether every candidate of this set is in {@code other} too. */
    public boolean isSubsetOf(VersionSet other) {
        requireSameSize(other);
        if ((first && !other.first) || (last && !other.last)) {
            return false;
        }
        for (int i = begin(other); i < Math.max(end(), other.end()); i++) {
            if ((word(i) & ~other.word(i)) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether some candidate is in both sets. */
    public boolean intersects(VersionSet other) {
        requireSameSize(other);
        if ((first && other.first) || (last && other.last)) {
            return true;
        }
        for (int i = begin(other); i < Math.max(end(), other.end()); i++) {
            if ((word(i) & other.word(i)) != 0) {
                return true;
            }
        }
        return false;
    }

    private void requireSameSize(VersionSet other) {
        if (size != other.size) {
            throw new IllegalArgumentException("sets over " + size + " and " + other.size + " candidates");
        }
    }

    private int begin(VersionSet other) {
        if (isUniform()) {
            return other.from;
        }
        return other.isUniform() ? from : Math.min(from, other.from);
    }

    private boolean isUniform() {
        return words.length == 0 && first == last;
    }

    private int end() {
        return from + words.length;
    }

    private long word(int number) {
        if (number < from) {
            return fill(first);
        }
        return number < end() ? words[number - from] : fill(last);
    }

    /** How many candidates are in the set. */
    public int count() {
        int count = 0;
        for (int i = 0; i * WORD < size; i++) {
            int beyond = Math.max(0, (i + 1) * WORD - size);
            count += Long.bitCount(word(i) << beyond);
        }
        return count;
    }

    /** The lowest index in the set, or -1. */
    public int lowest() {
        return next(0);
    }

    /** The lowest index in the set that is not below {@code index}, or -1. */
    public int next(int index) {
        for (int i = index / WORD; i * WORD < size; i++) {
            long word = i == index / WORD ? word(i) & (-1L << index) : word(i);
            if (word != 0) {
                int found = i * WORD + Long.numberOfTrailingZeros(word);
                return found < size ? found : -1;
            }
        }
        return -1;
    }

    /** The highest index in the set, or -1. */
    public int highest() {
        if (last) {
            return size - 1;
        }
        for (int i = end() - 1; i >= 0; i--) {
            if (word(i) != 0) {
                return i * WORD + WORD - 1 - Long.numberOfLeadingZeros(word(i));
            }
        }
        return -1;
    }

    /** The indexes in the set, lowest first. */
    public IntStream indexes() {
        return IntStream.iterate(lowest(), i -> i >= 0, i -> next(i + 1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionSet that
                && size == that.size
                && first == that.first
                && last == that.last
                && from == that.from
                && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(words) + from) + (first ? 2 : 0) + (last ? 1 : 0);
    }

    /** The indexes in braces, {@code {1, 2}}. */
    @Override
    public String toString() {
        return "{" + String.join(", ", indexes().mapToObj(Integer::toString).toList()) + "}";
    }
}
