package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.name.PackageName;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the package that was probably meant. */
public final class NearName {

    private NearName() {}

    /** The nearest of some names, when it is near enough: {@code numpy} for {@code numpi}. */
    public static Optional<PackageName> of(PackageName wrong, Collection<PackageName> known) {
        int most = wrong.value().length() < 3 ? 0 : wrong.value().length() < 6 ? 1 : 2;
        return known.stream()
                .filter(name -> !name.equals(wrong))
                .filter(name -> distance(wrong.value(), name.value()) <= most)
                .min(Comparator.<PackageName>comparingInt(name -> distance(wrong.value(), name.value()))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters must be added, dropped, replaced or swapped with the next. */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        Arrays.setAll(last, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (isSwap(a, b, i, j)) {
                    row[j] = Math.min(row[j], 1 + beforeLast[j - 2]);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }

    private static boolean isSwap(String a, String b, int i, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
