package io.github.lambdalayer.problem;

import java.util.List;

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

    private static String joined(List<String> words, String beforeLast) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + beforeLast + words.get(last);
    }
}
