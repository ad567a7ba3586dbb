package io.github.lambdalayer.python.resolve;

import java.util.List;

/** Lists in sentences. */
final class Words {

    private Words() {}

    /** {@code cp37, cp38 and cp39}. */
    static String and(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
