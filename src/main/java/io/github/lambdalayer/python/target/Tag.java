package io.github.lambdalayer.python.target;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a wheel fits, for example {@code cp313-cp313-manylinux_2_28_x86_64} (PEP 425).
 *
 * @param python the interpreter, for example {@code cp313} or {@code py3}
 * @param abi the binary interface, for example {@code cp313} or {@code none}
 * @param platform the operating system and machine, for example {@code manylinux_2_28_x86_64} or {@code any}
 */
public record Tag(String python, String abi, String platform) {

    private static final int MAX_LENGTH = 1024;
    private static final int MAX_TAGS = 1000;

    /** Keeps its parts in lower case. */
    public Tag {
        python = python.toLowerCase(Locale.ROOT);
        abi = abi.toLowerCase(Locale.ROOT);
        platform = platform.toLowerCase(Locale.ROOT);
    }

    /**
     * The tag that a text such as {@code py3-none-any} holds.
     *
     * @throws LayerException {@link TargetProblem#BAD_TAG}; also for a compressed set, see {@link #expand}
     */
    public static Tag parse(String text) {
        Set<Tag> tags = expand(text);
        if (tags.size() != 1) {
            throw bad(text, "it stands for " + tags.size() + " tags");
        }
        return tags.iterator().next();
    }

    /**
     * The tags that a compressed set stands for: {@code py2.py3-none-any} is {@code py2-none-any} and
     * {@code py3-none-any}, in the order of the text.
     *
     * <pre>
     * set  = some "-" some "-" some
     * some = word *( "." word )         word: ASCII letters, digits and "_"
     * </pre>
     *
     * @throws LayerException {@link TargetProblem#BAD_TAG}
     */
    public static Set<Tag> expand(String text) {
        if (text.length() > MAX_LENGTH) {
            throw bad(text.substring(0, 40) + "…", "it is longer than " + MAX_LENGTH + " characters");
        }
        List<String> parts = split(text, '-');
        if (parts.size() != 3) {
            throw bad(text, "it has " + parts.size() + " parts instead of three");
        }
        List<String> pythons = words(text, parts.get(0));
        List<String> abis = words(text, parts.get(1));
        List<String> platforms = words(text, parts.get(2));
        if ((long) pythons.size() * abis.size() * platforms.size() > MAX_TAGS) {
            throw bad(text.substring(0, 40) + "…", "it stands for more than " + MAX_TAGS + " tags");
        }
        return product(pythons, abis, platforms);
    }

    private static Set<Tag> product(List<String> pythons, List<String> abis, List<String> platforms) {
        Set<Tag> tags = new LinkedHashSet<>();
        for (String python : pythons) {
            for (String abi : abis) {
                for (String platform : platforms) {
                    tags.add(new Tag(python, abi, platform));
                }
            }
        }
        return tags;
    }

    private static List<String> words(String text, String part) {
        List<String> words = split(part, '.');
        for (String word : words) {
            if (!isWord(word)) {
                throw bad(text, "\"" + Printable.name(part) + "\" is not made of letters, digits and _");
            }
        }
        return words;
    }

    private static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '_' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static List<String> split(String text, char divider) {
        List<String> parts = new ArrayList<>(3);
        int start = 0;
        for (int at = text.indexOf(divider); at >= 0; at = text.indexOf(divider, start)) {
            parts.add(text.substring(start, at));
            start = at + 1;
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static LayerException bad(String text, String because) {
        return new LayerException(
                TargetProblem.BAD_TAG, "\"" + Printable.name(text) + "\" is not a wheel tag: " + because + ".");
    }

    /** Written out, as is {@link #hashCode}: the JVM takes milliseconds to make those of a record at their first call. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Tag that
                && platform.equals(that.platform)
                && python.equals(that.python)
                && abi.equals(that.abi);
    }

    @Override
    public int hashCode() {
        return (python.hashCode() * 31 + abi.hashCode()) * 31 + platform.hashCode();
    }

    @Override
    public String toString() {
        return python + "-" + abi + "-" + platform;
    }
}
