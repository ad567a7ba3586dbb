package io.github.lambdalayer.zip;

import java.util.Arrays;

/**
 * Compresses bytes (RFC 1951) by a fixed rule: the same bytes give the same result on every machine, which no zlib of a JDK
 * promises.
 *
 * <pre>{@code
 * byte[] packed = PureDeflater.deflate(content);
 * }</pre>
 */
public final class PureDeflater {

    /** So many symbols share one code. */
    private static final int BLOCK = 32 << 10;

    private static final int LITERALS = 286;
    private static final int DISTANCES = 30;
    private static final int END = 256;
    private static final int LONGEST_CODE = 15;
    private static final int DYNAMIC = 2;

    private final byte[] bytes;
    private final Matches matches;
    private final BitOutput out;
    /** A literal, or a length with its distance in the upper half. */
    private final int[] symbols = new int[BLOCK];

    private final int[] literals = new int[LITERALS];
    private final int[] distances = new int[DISTANCES];
    private int count;

    private PureDeflater(byte[] bytes) {
        this.bytes = bytes;
        this.matches = new Matches(bytes);
        this.out = new BitOutput(bytes.length / 2 + 16);
    }

    /** The compressed bytes; of bytes that do not get smaller, more bytes than they are. */
    public static byte[] deflate(byte[] bytes) {
        PureDeflater deflater = new PureDeflater(bytes);
        deflater.run();
        return deflater.out.finish();
    }

    /** A match is given up for a longer one that begins a byte later. */
    private void run() {
        int at = 0;
        int length = matches.longest(at);
        int distance = matches.distance();
        while (at < bytes.length) {
            int nextLength = at + 1 < bytes.length && length < Matches.LONGEST ? matches.longest(at + 1) : 0;
            int nextDistance = matches.distance();
            if (length >= Matches.SHORTEST && length >= nextLength) {
                match(length, distance);
                at += length;
                length = matches.longest(at);
                distance = matches.distance();
            } else {
                literal(bytes[at++] & 0xFF);
                length = nextLength;
                distance = nextDistance;
            }
        }
        block(true);
    }

    private void literal(int value) {
        literals[value]++;
        add(value);
    }

    private void match(int length, int distance) {
        literals[DeflateTables.lengthSymbol(length)]++;
        distances[DeflateTables.distanceSymbol(distance)]++;
        add(distance << 9 | length);
    }

    private void add(int symbol) {
        symbols[count++] = symbol;
        if (count == BLOCK) {
            block(false);
        }
    }

    private void block(boolean last) {
        literals[END]++;
        PrefixCode literalCode = PrefixCode.of(literals, LONGEST_CODE);
        PrefixCode distanceCode = PrefixCode.of(distances, LONGEST_CODE);
        out.put(last ? 1 : 0, 1);
        out.put(DYNAMIC, 2);
        CodeLengths.write(out, literalCode.lengths(END + 1), distanceCode.lengths(1));
        for (int i = 0; i < count; i++) {
            write(symbols[i], literalCode, distanceCode);
        }
        out.put(literalCode.code(END), literalCode.length(END));
        Arrays.fill(literals, 0);
        Arrays.fill(distances, 0);
        count = 0;
    }

    private void write(int symbol, PrefixCode literalCode, PrefixCode distanceCode) {
        int distance = symbol >>> 9;
        if (distance == 0) {
            out.put(literalCode.code(symbol), literalCode.length(symbol));
            return;
        }
        int length = symbol & 0x1FF;
        int ofLength = DeflateTables.lengthSymbol(length);
        out.put(literalCode.code(ofLength), literalCode.length(ofLength));
        out.put(length - DeflateTables.lengthBase(ofLength), DeflateTables.lengthBits(ofLength));
        int ofDistance = DeflateTables.distanceSymbol(distance);
        out.put(distanceCode.code(ofDistance), distanceCode.length(ofDistance));
        out.put(distance - DeflateTables.distanceBase(ofDistance), DeflateTables.distanceBits(ofDistance));
    }
}
