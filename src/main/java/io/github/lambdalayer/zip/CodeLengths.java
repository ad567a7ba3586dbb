package io.github.lambdalayer.zip;

/** Writes the lengths of two codes, itself with a code and with repetitions (RFC 1951, 3.2.7). */
final class CodeLengths {

    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final int SYMBOLS = 19;
    private static final int LONGEST_CODE = 7;
    private static final int REPEAT = 16;
    private static final int FEW_ZEROS = 17;
    private static final int MANY_ZEROS = 18;

    private final int[] symbols;
    private final int[] extras;
    private final int[] counts = new int[SYMBOLS];
    private int count;

    private CodeLengths(int most) {
        symbols = new int[most];
        extras = new int[most];
    }

    static void write(BitOutput out, int[] literals, int[] distances) {
        CodeLengths lengths = new CodeLengths(literals.length + distances.length);
        lengths.add(literals);
        lengths.add(distances);
        out.put(literals.length - 257, 5);
        out.put(distances.length - 1, 5);
        lengths.write(out);
    }

    private void add(int[] lengths) {
        int at = 0;
        while (at < lengths.length) {
            int run = 1;
            while (at + run < lengths.length && lengths[at + run] == lengths[at]) {
                run++;
            }
            add(lengths[at], run);
            at += run;
        }
    }

    private void add(int length, int run) {
        int left = run;
        if (length > 0) {
            put(length, 0);
            left--;
        }
        while (left > 0) {
            if (left < 3) {
                put(length, 0);
                left--;
            } else if (length > 0) {
                int repeated = Math.min(left, 6);
                put(REPEAT, repeated - 3);
                left -= repeated;
            } else {
                int zeros = Math.min(left, 138);
                put(zeros <= 10 ? FEW_ZEROS : MANY_ZEROS, zeros - (zeros <= 10 ? 3 : 11));
                left -= zeros;
            }
        }
    }

    private void put(int symbol, int extra) {
        counts[symbol]++;
        symbols[count] = symbol;
        extras[count++] = extra;
    }

    private void write(BitOutput out) {
        PrefixCode code = PrefixCode.of(counts, LONGEST_CODE);
        int last = SYMBOLS;
        while (last > 4 && code.length(ORDER[last - 1]) == 0) {
            last--;
        }
        out.put(last - 4, 4);
        for (int i = 0; i < last; i++) {
            out.put(code.length(ORDER[i]), 3);
        }
        for (int i = 0; i < count; i++) {
            out.put(code.code(symbols[i]), code.length(symbols[i]));
            int bits = switch (symbols[i]) {
                case REPEAT -> 2;
                case FEW_ZEROS -> 3;
                case MANY_ZEROS -> 7;
                default -> 0;
            };
            out.put(extras[i], bits);
        }
    }
}
