package io.github.lambdalayer.zip;

import java.util.Arrays;

/** Finds earlier occurrences of the bytes at a place, by chains of places whose next three bytes hash the same. */
final class Matches {

    static final int SHORTEST = 3;
    static final int LONGEST = 258;
    private static final int WINDOW = 32 << 10;
    private static final int HASH_BITS = 15;
    private static final int LONGEST_CHAIN = 64;
    private static final int GOOD_ENOUGH = 96;

    private final byte[] bytes;
    private final int[] newest = new int[1 << HASH_BITS];
    private final int[] older = new int[WINDOW];
    private int inserted;
    private int distance;

    Matches(byte[] bytes) {
        this.bytes = bytes;
        Arrays.fill(newest, -1);
    }

    /** The length of the longest match at a place, or 0; {@link #distance} then tells how far back it is. */
    int longest(int at) {
        insertUpTo(at);
        int limit = Math.min(LONGEST, bytes.length - at);
        if (limit < SHORTEST) {
            return 0;
        }
        int best = SHORTEST - 1;
        int candidate = newest[hash(at)];
        for (int i = 0; i < LONGEST_CHAIN && candidate >= 0 && at - candidate <= WINDOW; i++) {
            if (best < limit && bytes[candidate + best] == bytes[at + best]) {
                int length = length(candidate, at, limit);
                if (length > best) {
                    best = length;
                    distance = at - candidate;
                    if (length >= GOOD_ENOUGH || length == limit) {
                        break;
                    }
                }
            }
            int next = older[candidate & (WINDOW - 1)];
            candidate = next < candidate ? next : -1;
        }
        return best < SHORTEST ? 0 : best;
    }

    /** How far back the match that was found last is. */
    int distance() {
        return distance;
    }

    private int length(int candidate, int at, int limit) {
        int mismatch = Arrays.mismatch(bytes, candidate, candidate + limit, bytes, at, at + limit);
        return mismatch < 0 ? limit : mismatch;
    }

    private void insertUpTo(int end) {
        for (; inserted < end && inserted + SHORTEST <= bytes.length; inserted++) {
            int hash = hash(inserted);
            older[inserted & (WINDOW - 1)] = newest[hash];
            newest[hash] = inserted;
        }
    }

    private int hash(int at) {
        int three = (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16;
        return (three * 0x9E3779B1) >>> (32 - HASH_BITS);
    }
}
