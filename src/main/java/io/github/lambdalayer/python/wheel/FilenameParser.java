package io.github.lambdalayer.python.wheel;

import io.github.lambdalayer.problem.Counted;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.target.Tag;
import io.github.lambdalayer.python.version.Version;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes wheels' file names apart. Thousands of names are made of few names of projects and sets of tags, so one that
 * reads many remembers these; safe for several threads.
 *
 * <pre>
 * filename = name "-" version [ "-" build ] "-" python "-" abi "-" platform ".whl"
 * name     = letters, digits, "_" and ".", without "__"
 * build    = digit *( any character but "-" )   no blank in it or in the version, and nothing that means more in a path
 * python   = identifier *( "." identifier )
 * </pre>
 */
public final class FilenameParser {

    private static final String SUFFIX = ".whl";
    private static final int MAX_LENGTH = 1024;

    private final Map<String, PackageName> names = new ConcurrentHashMap<>();
    private final Map<String, Set<Tag>> tags = new ConcurrentHashMap<>();

    /**
     * The parts of a file name, as {@link WheelFilename#parse} reads them.
     *
     * @throws LayerException {@link WheelProblem#BAD_FILENAME}
     */
    public WheelFilename parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw bad(text.substring(0, 60) + "...", "it is longer than " + MAX_LENGTH + " characters", null);
        }
        if (!text.endsWith(SUFFIX)) {
            throw bad(text, "it does not end with " + SUFFIX, null);
        }
        List<String> parts = split(text.substring(0, text.length() - SUFFIX.length()));
        if (parts.size() != 5 && parts.size() != 6) {
            throw bad(text, "it has " + Counted.of(parts.size(), "part") + " instead of 5 or 6", null);
        }
        try {
            return of(text, parts);
        } catch (LayerException e) {
            throw e.code() == WheelProblem.BAD_FILENAME ? e : bad(text, firstLine(e), e);
        }
    }

    private WheelFilename of(String text, List<String> parts) {
        int count = parts.size();
        int end = text.length() - SUFFIX.length();
        int start = end
                - parts.get(count - 1).length()
                - parts.get(count - 2).length()
                - parts.get(count - 3).length()
                - 2;
        BuildTag build = count == 6 ? build(text, parts.get(2)) : BuildTag.NONE;
        return new WheelFilename(
                text,
                names.computeIfAbsent(parts.get(0), part -> name(text, part)),
                Version.parse(harmless(text, parts.get(1))),
                build,
                tags.computeIfAbsent(text.substring(start, end), part -> tags(text, part)));
    }

    private static PackageName name(String text, String part) {
        if (part.contains("__")) {
            throw bad(text, "its name has two underscores side by side", null);
        }
        return PackageName.of(part);
    }

    private static BuildTag build(String text, String part) {
        int digits = 0;
        while (digits < part.length() && isDigit(part.charAt(digits))) {
            digits++;
        }
        if (digits == 0) {
            throw bad(text, "its build tag \"" + Printable.name(part) + "\" does not begin with a digit", null);
        }
        return new BuildTag(
                new BigInteger(part.substring(0, digits)), harmless(text, part).substring(digits));
    }

    /** The name becomes a file's, and stands in the log: no {@code ../} may be in it, and no line break. */
    private static String harmless(String text, String part) {
        if (part.chars().anyMatch(c -> c <= ' ' || c > '~' || "/\\:*?\"<>|".indexOf(c) >= 0)) {
            throw bad(text, "\"" + Printable.name(part) + "\" has a character that no file's name should have", null);
        }
        return part;
    }

    private static Set<Tag> tags(String text, String part) {
        Set<Tag> tags = Tag.expand(part);
        for (Tag tag : tags) {
            if (isDigit(tag.python().charAt(0))) {
                throw bad(text, "its python tag \"" + tag.python() + "\" begins with a digit", null);
            }
        }
        return TagSet.copyOf(tags);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static List<String> split(String stem) {
        List<String> parts = new ArrayList<>(6);
        int start = 0;
        for (int at = stem.indexOf('-'); at >= 0; at = stem.indexOf('-', start)) {
            parts.add(stem.substring(start, at));
            start = at + 1;
        }
        parts.add(stem.substring(start));
        return parts;
    }

    /** The sentence of another parser, to stand behind a colon. */
    private static String firstLine(LayerException e) {
        String sentence = e.sentence();
        int end = sentence.indexOf('\n');
        String line = end < 0 ? sentence : sentence.substring(0, end);
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private static LayerException bad(String text, String because, @Nullable Throwable cause) {
        return new LayerException(
                WheelProblem.BAD_FILENAME,
                "\"" + Printable.name(text) + "\" is not the name of a wheel: " + because + ".",
                List.of(
                        "a wheel is called name-version-python-abi-platform.whl; rename the file as its builder named it"),
                cause);
    }
}
