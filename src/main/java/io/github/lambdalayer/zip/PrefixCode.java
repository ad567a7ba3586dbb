package io.github.lambdalayer.zip;

import java.util.Arrays;

/**
 * A prefix code for symbols that occur so often, none longer than a limit: Huffman's, with the lengths that are too long
 * evened out, and numbered as RFC 1951, 3.2.2 wants it.
 */
final class PrefixCode {

    private final int[] lengths;
    private final int[] codes;

    private PrefixCode(int[] lengths) {
        this.lengths = lengths;
        this.codes = codes(lengths);
    }

    /** The code for these counts; a symbol that does not occur has none. */
    static PrefixCode of(int[] counts, int limit) {
        return new PrefixCode(limited(counts, limit));
    }

    /** How many bits a symbol has; 0 when it does not occur. */
    int length(int symbol) {
        return lengths[symbol];
    }

    /** A symbol's bits, the first one lowest. */
    int code(int symbol) {
        return codes[symbol];
    }

    /** The lengths up to the last symbol that occurs, at least so many. */
    int[] lengths(int atLeast) {
        int end = lengths.length;
        while (end > atLeast && lengths[end - 1] == 0) {
            end--;
        }
        return Arrays.copyOf(lengths, end);
    }

    /** Halves the counts until no code is too long, which flattens the tree. */
    private static int[] limited(int[] counts, int limit) {
        int[] scaled = counts.clone();
        int[] lengths = huffman(scaled);
        while (Arrays.stream(lengths).max().orElse(0) > limit) {
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] = scaled[i] == 0 ? 0 : (scaled[i] + 1) / 2;
            }
            lengths = huffman(scaled);
        }
        return lengths;
    }

    /** The depths of Huffman's tree. */
    private static int[] huffman(int[] counts) {
        long[] leaves = leaves(counts);
        int n = leaves.length;
        int[] lengths = new int[counts.length];
        if (n == 1) {
            lengths[(int) leaves[0] & 0xFFFF] = 1;
        }
        if (n < 2) {
            return lengths;
        }
        int[] parents = parents(leaves);
        int[] depths = new int[2 * n - 1];
        for (int i = 2 * n - 3; i >= 0; i--) {
            depths[i] = depths[parents[i]] + 1;
        }
        for (int i = 0; i < n; i++) {
            lengths[(int) leaves[i] & 0xFFFF] = depths[i];
        }
        return lengths;
    }

    /** The node above each node: first the leaves, then the others as they are made, out of two queues that are both sorted. */
    private static int[] parents(long[] leaves) {
        int n = leaves.length;
        long[] weights = new long[2 * n - 1];
        int[] parents = new int[2 * n - 1];
        for (int i = 0; i < n; i++) {
            weights[i] = leaves[i] >>> 16;
        }
        int leaf = 0;
        int inner = n;
        for (int next = n; next < 2 * n - 1; next++) {
            for (int child = 0; child < 2; child++) {
                boolean takeLeaf = leaf < n && (inner >= next || weights[leaf] <= weights[inner]);
                int taken = takeLeaf ? leaf++ : inner++;
                weights[next] += weights[taken];
                parents[taken] = next;
            }
        }
        return parents;
    }

    /** Counts and their symbols in one number each, sorted. */
    private static long[] leaves(int[] counts) {
        long[] leaves = new long[counts.length];
        int n = 0;
        for (int symbol = 0; symbol < counts.length; symbol++) {
            if (counts[symbol] > 0) {
                leaves[n++] = (long) counts[symbol] << 16 | symbol;
            }
        }
        long[] sorted = Arrays.copyOf(leaves, n);
        Arrays.sort(sorted);
        return sorted;
    }

    private static int[] codes(int[] lengths) {
        int[] perLength = new int[17];
        for (int length : lengths) {
            perLength[length]++;
        }
        perLength[0] = 0;
        int[] next = new int[17];
        for (int bits = 1; bits < next.length; bits++) {
            next[bits] = (next[bits - 1] + perLength[bits - 1]) << 1;
        }
        int[] codes = new int[lengths.length];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int length = lengths[symbol];
            codes[symbol] = length == 0 ? 0 : Integer.reverse(next[length]++) >>> (32 - length);
        }
        return codes;
    }
}
