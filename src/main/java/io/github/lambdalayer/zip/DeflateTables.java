package io.github.lambdalayer.zip;

/** Which symbol stands for a length or a distance, and how many bits follow it (RFC 1951, 3.2.5). */
final class DeflateTables {

    private static final int FIRST_LENGTH_SYMBOL = 257;
    private static final int[] LENGTH_BASE = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };
    private static final int[] LENGTH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };
    private static final byte[] LENGTH_SYMBOL = new byte[Matches.LONGEST + 1];

    static {
        for (int symbol = 0; symbol < LENGTH_BASE.length; symbol++) {
            for (int i = LENGTH_BASE[symbol]; i < LENGTH_SYMBOL.length; i++) {
                LENGTH_SYMBOL[i] = (byte) symbol;
            }
        }
    }

    private DeflateTables() {}

    static int lengthSymbol(int length) {
        return FIRST_LENGTH_SYMBOL + LENGTH_SYMBOL[length];
    }

    static int lengthBase(int symbol) {
        return LENGTH_BASE[symbol - FIRST_LENGTH_SYMBOL];
    }

    static int lengthBits(int symbol) {
        return LENGTH_BITS[symbol - FIRST_LENGTH_SYMBOL];
    }

    /** Two symbols for each power of two: 1, 2, 3, 4, 5, 7, 9, 13, … */
    static int distanceSymbol(int distance) {
        if (distance <= 2) {
            return distance - 1;
        }
        int log = 31 - Integer.numberOfLeadingZeros(distance - 1);
        return 2 * log + ((distance - 1) >>> (log - 1) & 1);
    }

    static int distanceBase(int symbol) {
        return symbol < 2 ? symbol + 1 : ((2 + (symbol & 1)) << distanceBits(symbol)) + 1;
    }

    static int distanceBits(int symbol) {
        return symbol < 2 ? 0 : (symbol >>> 1) - 1;
    }
}
