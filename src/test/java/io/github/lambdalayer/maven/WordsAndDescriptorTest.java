package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The goals and parameters that hints and pages name are those that there are: {@code goals.txt} is compared with the
 * plugin's descriptor by {@link PluginDescriptorTest}, and here with what users read.
 */
class WordsAndDescriptorTest {

    private static final Path SITE = Path.of("src/site/markdown");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern GOAL = Pattern.compile("\\blambda-layer:([a-zA-Z]+)");
    private static final Pattern ELEMENT = Pattern.compile("<([a-z][a-zA-Z]*)/?>");
    private static final Pattern PROPERTY = Pattern.compile("-Dlambda-layer\\.([a-zA-Z0-9]+)");

    /** Elements of Maven's own files (pom.xml, settings.xml, toolchains.xml), of other plugins, and of lists of ours. */
    private static final Set<String> OTHERS = Set.of(
            ("artifactId configuration dependency exclusion execution executions extensions goal goals groupId id packaging"
                            + " plugin plugins properties reporting type version"
                            + " mirror server username password proxy toolchain provides pythonHome executable"
                            + " runAlways goalsLists goalsList layer collision findLink preset module finding package")
                    .split(" "));

    private static final Set<String> PARTS =
            MisspeltNames.PARTS.values().stream().flatMap(Set::stream).collect(Collectors.toSet());

    @Test
    void goalsThatAreNamedExist() {
        Set<String> goals = goals();
        assertThat(breaches(GOAL, goals::contains)).isEmpty();
    }

    @Test
    void propertiesThatAreNamedAreThoseOfParameters() {
        Set<String> known = parameters();
        known.addAll(goals()); // -Dlambda-layer.publish.skip
        assertThat(breaches(PROPERTY, known::contains)).isEmpty();
    }

    @Test
    void elementsThatAreNamedAreParametersOrTheirParts() {
        Set<String> known = parameters();
        assertThat(breaches(ELEMENT, element -> isKnown(element, known))).isEmpty();
    }

    @Test
    void everyParameterIsOnItsPage() {
        String page = read(SITE.resolve("parameters.md"));
        assertThat(parameters().stream().filter(name -> !page.contains("`" + name + "`")))
                .isEmpty();
    }

    private static Set<String> breaches(Pattern pattern, Predicate<String> isKnown) {
        Set<String> breaches = new TreeSet<>();
        texts().forEach((file, text) -> found(pattern, text).stream()
                .filter(name -> !isKnown.test(name))
                .forEach(name -> breaches.add(file + ": " + name)));
        return breaches;
    }

    private static boolean isKnown(String element, Set<String> known) {
        return known.contains(element)
                || known.contains(element + "s")
                || known.contains(element + "es")
                || PARTS.contains(element)
                || OTHERS.contains(element);
    }

    private static Set<String> goals() {
        Set<String> goals = lines().filter(line -> !line.startsWith(" "))
                .map(line -> line.replaceAll("[ ,(].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        goals.add("help");
        return goals;
    }

    private static Set<String> parameters() {
        return lines().filter(line -> line.startsWith("  "))
                .map(line -> line.strip().replaceAll(" .*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> lines() {
        return read(Path.of("src/test/resources/goals.txt")).lines();
    }

    /** What users read, by file: the literals of the sources, but those of HTML, and the pages whole. */
    private static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        files(Path.of("src/main/java"), ".java").stream()
                .filter(file -> !file.resolveSibling("").endsWith("report"))
                .forEach(file -> texts.put(file.toString(), String.join("\n", found(LITERAL, read(file)))));
        files(SITE, ".md").forEach(file -> texts.put(file.toString(), read(file)));
        texts.put("README.md", read(Path.of("README.md")));
        return texts;
    }

    private static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).toList();
    }
}
