package io.github.lambdalayer.layer;

import java.util.Comparator;

/** The order of paths by their bytes in UTF-8, the same on every machine and in every locale. */
final class PathOrder {

    static final Comparator<String> BY_UTF8 = PathOrder::compare;

    private PathOrder() {}

    private static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return compare(a.charAt(i), b.charAt(i));
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /** Halves of pairs stand for characters above all others, though their own numbers are not the highest. */
    private static int compare(char a, char b) {
        boolean pairA = Character.isSurrogate(a);
        boolean pairB = Character.isSurrogate(b);
        return pairA == pairB ? Character.compare(a, b) : Boolean.compare(pairA, pairB);
    }
}
