package io.github.lambdalayer.problem;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Lists in sentences. */
public final class WordList {

    private WordList() {}

    /** For example {@code cp37, cp38 and cp39}. */
    public static String and(List<String> words) {
        return joined(words, " and ");
    }

    /** For example {@code refuse, ignore or use}. */
    public static String or(List<String> words) {
        return joined(words, " or ");
    }

    /** The first of many, for example {@code a, b, c and 4 more}. */
    public static String first(int most, Collection<String> words) {
        String named = words.stream().limit(most).collect(Collectors.joining(", "));
        return words.size() > most ? named + " and " + (words.size() - most) + " more" : named;
    }

    private static String joined(List<String> words, String beforeLast) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + beforeLast + words.get(last);
    }
}
