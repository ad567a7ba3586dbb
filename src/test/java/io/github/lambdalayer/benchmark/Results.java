package io.github.lambdalayer.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, line by line as it comes, each beside what is aimed for; and in the end as a picture. */
final class Results {

    /** One group of bars: what was done, and how long each took. */
    record Comparison(String title, List<Bar> bars) {}

    /** How long one of them took, in seconds. */
    record Bar(String who, double seconds) {}

    private final List<Comparison> comparisons = new ArrayList<>();

    /** Others took so many times as long as we did, where at least {@code aim} times is aimed for. */
    void faster(String what, double aim, Bar ours, Bar other) {
        line(
                "%s: %.1f x faster than %s (aim: %.1f; %.2f s, %.2f s)",
                what, other.seconds() / ours.seconds(), other.who(), aim, ours.seconds(), other.seconds());
    }

    /** We took so many times as long as others did, where at most {@code aim} times is aimed for. */
    void within(String what, double aim, Bar ours, Bar other) {
        line(
                "%s: %.1f x the time of %s (aim: %.1f; %.3f s, %.3f s)",
                what, ours.seconds() / other.seconds(), other.who(), aim, ours.seconds(), other.seconds());
    }

    /** How long something took by itself. */
    void seconds(String what, double aim, double seconds) {
        line("%s: %.2f s (aim: %.1f)", what, seconds, aim);
    }

    /** How many calls of a service were made, by their names. */
    void calls(String what, int aim, Map<String, Long> counts) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        line("%s: %d calls of AWS (aim: %d; %s)", what, all, aim, counts);
    }

    /** Something that has no figure. */
    void note(String note) {
        line("%s", note);
    }

    /** Bars for the picture. */
    void compare(String title, Bar... bars) {
        comparisons.add(new Comparison(title, List.of(bars)));
    }

    /** Draws what was compared. */
    void draw(Path file) throws IOException {
        Files.writeString(file, Chart.of(comparisons));
        line("%s", file);
    }

    private static void line(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format + "%n", arguments);
    }
}
