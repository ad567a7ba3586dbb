package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.problem.WordList;
import io.github.lambdalayer.python.target.TagMatch;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the wheels that do not fit are for: {@code its wheels are for cp37, cp38 and cp39}. */
final class WheelsAreFor {

    private static final int MOST_LISTED = 6;

    /** Of a kind, when there are several kinds; more become a range. */
    private static final int MOST_OF_A_KIND = 2;

    private WheelsAreFor() {}

    /** One wheel is named; of several, those that come nearest count. */
    static String text(List<Rejection> rejections, boolean ofOneRelease) {
        List<Rejection.WrongTag> wheels = rejections.stream()
                .filter(Rejection.WrongTag.class::isInstance)
                .map(Rejection.WrongTag.class::cast)
                .toList();
        if (wheels.size() == 1) {
            Rejection.WrongTag only = wheels.get(0);
            return only.file() + only.because().substring("it".length());
        }
        List<TagMatch> matches =
                wheels.stream().map(Rejection.WrongTag::match).distinct().toList();
        int nearest = matches.stream().mapToInt(WheelsAreFor::nearness).max().orElseThrow();
        return (ofOneRelease ? "its" : "their") + " wheels "
                + text(
                        nearest,
                        matches.stream().filter(m -> nearness(m) == nearest).toList());
    }

    private static int nearness(TagMatch match) {
        if (match instanceof TagMatch.NewerGlibc) {
            return 4;
        } else if (match instanceof TagMatch.OtherAbi) {
            return 3;
        } else if (match instanceof TagMatch.OtherPython) {
            return 2;
        }
        return match instanceof TagMatch.OtherMachine ? 1 : 0;
    }

    private static String text(int nearness, List<TagMatch> matches) {
        return switch (nearness) {
            case 4 ->
                "need glibc 2."
                        + all(matches, TagMatch.NewerGlibc.class, m -> List.of(m.neededMinor())).stream()
                                .min(Comparator.naturalOrder())
                                .orElseThrow()
                        + " or newer";
            case 3 -> "are for the ABI " + listed(all(matches, TagMatch.OtherAbi.class, TagMatch.OtherAbi::abis));
            case 2 -> "are for " + listed(all(matches, TagMatch.OtherPython.class, TagMatch.OtherPython::pythons));
            case 1 -> "are for " + listed(all(matches, TagMatch.OtherMachine.class, TagMatch.OtherMachine::machines));
            default ->
                "are for " + listed(all(matches, TagMatch.OtherPlatform.class, TagMatch.OtherPlatform::platforms));
        };
    }

    private static <M, T> List<T> all(List<TagMatch> matches, Class<M> kind, Function<M, Collection<T>> parts) {
        return matches.stream()
                .map(kind::cast)
                .map(parts)
                .flatMap(Collection::stream)
                .distinct()
                .toList();
    }

    private static String listed(List<String> names) {
        List<String> sorted = names.stream()
                .sorted(Comparator.comparing(WheelsAreFor::letters)
                        .thenComparing(WheelsAreFor::major)
                        .thenComparingInt(WheelsAreFor::minor)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return WordList.and(sorted.size() <= MOST_LISTED ? sorted : ranges(sorted));
    }

    /** {@code cp26 to cp39, pp36 and pp37}: CPython and PyPy have no order among each other. */
    private static List<String> ranges(List<String> sorted) {
        Map<String, List<String>> kinds = sorted.stream()
                .collect(Collectors.groupingBy(WheelsAreFor::letters, LinkedHashMap::new, Collectors.toList()));
        return kinds.values().stream()
                .flatMap(kind -> kind.size() <= MOST_OF_A_KIND
                        ? kind.stream()
                        : Stream.of(kind.get(0) + " to " + kind.get(kind.size() - 1)))
                .toList();
    }

    /** {@code cp} of {@code cp310}. */
    private static String letters(String name) {
        int end = 0;
        while (end < name.length() && !isDigit(name.charAt(end))) {
            end++;
        }
        return name.substring(0, end);
    }

    /** {@code 3} of {@code cp310}. */
    private static String major(String name) {
        int start = letters(name).length();
        return name.substring(start, Math.min(start + 1, name.length()));
    }

    /** 10 of {@code cp310}; -1 of {@code py3}. */
    private static int minor(String name) {
        int minor = -1;
        for (int i = letters(name).length() + 1; i < name.length() && isDigit(name.charAt(i)) && minor < 1000; i++) {
            minor = Math.max(0, minor) * 10 + (name.charAt(i) - '0');
        }
        return minor;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
