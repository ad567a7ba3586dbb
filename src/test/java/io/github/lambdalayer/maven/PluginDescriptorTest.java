package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Goals and parameters are what users write into their poms: they change only together with {@code goals.txt}. To take
 * over a change that is meant, copy {@code target/goals.txt} over it.
 */
class PluginDescriptorTest {

    private static final Path DESCRIPTOR = Path.of("target/classes/META-INF/maven/plugin.xml");
    private static final Path AGREED = Path.of("src/test/resources/goals.txt");

    @Test
    void goalsAndParametersAreThoseThatWereAgreed() throws Exception {
        List<String> found = goals();
        Files.write(Path.of("target/goals.txt"), found);
        assertThat(found).isEqualTo(Files.readAllLines(AGREED));
    }

    @Test
    void everyGoalIsThreadSafeAndNoneAsksForANetwork() throws Exception {
        assertThat(mojos()).allSatisfy(mojo -> {
            assertThat(text(mojo, "threadSafe")).isEqualTo("true");
            assertThat(text(mojo, "requiresOnline")).isEqualTo("false");
        });
    }

    @Test
    void mavenAndJavaThatAreTooOldAreRefusedByMavenItself() throws Exception {
        assertThat(text(plugin(), "requiredMavenVersion")).isEqualTo("3.6.3");
        assertThat(text(plugin(), "requiredJavaVersion")).isEqualTo("17");
    }

    @Test
    void everyGoalCanBeSkipped() throws Exception {
        assertThat(mojos())
                .allSatisfy(mojo -> assertThat(parameters(mojo).map(each -> text(each, "name")))
                        .as(text(mojo, "goal"))
                        .contains("skip"));
    }

    @Test
    void everyParameterIsDescribed() throws Exception {
        assertThat(mojos().stream().flatMap(PluginDescriptorTest::parameters)).allSatisfy(parameter -> {
            assertThat(text(parameter, "description"))
                    .as(text(parameter, "name"))
                    .isNotBlank();
        });
    }

    private static List<String> goals() throws Exception {
        List<String> lines = new ArrayList<>();
        for (Element mojo : mojos()) {
            String phase = text(mojo, "phase");
            lines.add(text(mojo, "goal")
                    + (phase.isEmpty() ? "" : " (" + phase + ")")
                    + (text(mojo, "requiresProject").equals("true") ? "" : ", also without a project"));
            parameters(mojo)
                    .filter(parameter -> text(parameter, "editable").equals("true"))
                    .map(parameter -> line(mojo, parameter))
                    .sorted()
                    .forEach(lines::add);
        }
        return lines;
    }

    private static String line(Element mojo, Element parameter) {
        String name = text(parameter, "name");
        Element configuration = (Element)
                first(mojo, "configuration").getElementsByTagName(name).item(0);
        String property = configuration == null ? "" : configuration.getTextContent();
        String value = configuration == null ? "" : configuration.getAttribute("default-value");
        return ("  " + name + " : " + text(parameter, "type")
                        + (property.isEmpty() ? "" : " " + property)
                        + (value.isEmpty() ? "" : " = " + value))
                .replace("java.lang.", "")
                .replace("java.util.", "");
    }

    private static List<Element> mojos() throws Exception {
        return elements(first(plugin(), "mojos"))
                .filter(mojo -> !text(mojo, "goal").equals("help"))
                .toList();
    }

    private static Element plugin() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(DESCRIPTOR.toFile())
                .getDocumentElement();
    }

    private static Stream<Element> parameters(Element mojo) {
        return elements(first(mojo, "parameters"));
    }

    private static String text(Element element, String child) {
        return elements(element)
                .filter(e -> e.getTagName().equals(child))
                .findFirst()
                .map(Node::getTextContent)
                .orElse("");
    }

    private static Element first(Element element, String child) {
        return elements(element)
                .filter(e -> e.getTagName().equals(child))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Element> elements(Element parent) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
