package io.github.lambdalayer.python.lock;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How one topic of a specification has changed. */
record TopicChange(SpecTopic topic, List<String> before, List<String> now) {

    List<String> sentences() {
        List<String> gone = without(before, now);
        List<String> added = without(now, before);
        if (topic.shape() == SpecTopic.Shape.SINGLE && !gone.isEmpty() && !added.isEmpty()) {
            return List.of(became(gone.get(0), added.get(0)));
        }
        if (gone.isEmpty() && added.isEmpty()) {
            return orderMatters() ? List.of("the order of " + topic.key() + " was changed") : List.of();
        }
        return paired(gone, new ArrayList<>(added));
    }

    private List<String> paired(List<String> gone, List<String> added) {
        List<String> sentences = new ArrayList<>();
        for (String old : gone) {
            Optional<String> successor = added.stream()
                    .filter(other -> subject(other).equals(subject(old)))
                    .findFirst();
            sentences.add(successor.map(other -> became(old, other)).orElseGet(() -> was(old, "removed")));
            successor.ifPresent(added::remove);
        }
        added.forEach(other -> sentences.add(was(other, "added")));
        return sentences;
    }

    private boolean orderMatters() {
        return topic.shape() == SpecTopic.Shape.SEQUENCE && !before.equals(now);
    }

    private String became(String old, String other) {
        return topic.noun() + " " + Credentialless.shown(old) + " became " + Credentialless.shown(other);
    }

    private String was(String text, String what) {
        return topic.noun() + " " + Credentialless.shown(text) + " was " + what;
    }

    /** What the text is about: {@code pandas} for {@code pandas[excel]==2.2.3}, {@code pypi} for an index. */
    private static String subject(String text) {
        int end = 0;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || "-_.".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return text.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static List<String> without(List<String> these, List<String> those) {
        Set<String> rest = new LinkedHashSet<>(these);
        those.forEach(rest::remove);
        return List.copyOf(rest);
    }
}
