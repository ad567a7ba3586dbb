package io.github.lambdalayer.maven;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * A parameter as the pom holds it: {@code <index><id>acme</id></index>} is a tree named {@code index} with no text and
 * one child. Maven converts nothing for us, so that every fault can be told with its place.
 */
record ParameterTree(String name, String text, List<ParameterTree> children) {

    ParameterTree {
        text = text.strip();
        children = List.copyOf(children);
    }

    /** A parameter that is only text. */
    static ParameterTree text(String name, String text) {
        return new ParameterTree(name, text, List.of());
    }

    /** A list such as {@code runtimes}, whose elements are called by its singular. */
    static ParameterTree list(String name, List<String> texts) {
        String singular = singular(name);
        return new ParameterTree(
                name, "", texts.stream().map(text -> text(singular, text)).toList());
    }

    static ParameterTree of(PlexusConfiguration configuration) {
        String text = configuration.getValue("");
        return new ParameterTree(
                configuration.getName(),
                text == null ? "" : text,
                Stream.of(configuration.getChildren()).map(ParameterTree::of).toList());
    }

    Optional<ParameterTree> child(String childName) {
        return children.stream().filter(c -> c.name.equals(childName)).findFirst();
    }

    private static String singular(String plural) {
        return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    }
}
