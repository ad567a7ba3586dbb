package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.build.Trial;
import io.github.lambdalayer.build.Trial.HandlerCall;
import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialReaderTest {

    @TempDir
    private Path basedir;

    @Test
    void nothingIsTriedUnlessItIsSaid() {
        Trial trial = read(Map.of());
        assertThat(trial.imports()).isEmpty();
        assertThat(trial.handler()).isEmpty();
        assertThat(trial.needsPython()).isFalse();
    }

    @Test
    void modulesAndHandlerAreRead() throws IOException {
        Files.createDirectories(basedir.resolve("src/test/python"));
        Trial trial = read(Map.of(
                "importTest", "pandas, sklearn.linear_model",
                "handler", "app.handler",
                "event", "{\"n\": 1}",
                "requirePython", "true"));
        assertThat(trial.imports()).containsExactly("pandas", "sklearn.linear_model");
        assertThat(trial.handler())
                .contains(
                        new HandlerCall("app.handler", "{\"n\": 1}", Optional.of(basedir.resolve("src/test/python"))));
        assertThat(trial.needsPython()).isTrue();
    }

    @Test
    void eventMayBeAFile() throws IOException {
        Files.writeString(basedir.resolve("event.json"), "[1]");
        assertThat(read(Map.of("handler", "app.handler", "event", "event.json")).handler())
                .contains(new HandlerCall("app.handler", "[1]", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "false", "5", "0", "-1.50e+3", "1E5"})
    void eventMayBeOneWordOfJson(String event) {
        assertThat(read(Map.of("handler", "app.handler", "event", event)).handler())
                .contains(new HandlerCall("app.handler", event, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul", "True", "05", "1.", "1e", "1e+", "+1", "-", ".5", "5 6", "NaN"})
    void whatIsLikeAWordOfJsonIsNone(String event) {
        assertFails(
                Map.of("handler", "app.handler", "event", event),
                "-Dlambda-layer.event is \"" + event + "\", which is neither JSON nor a file that can be read.\n"
                        + "see problems.html#bad-parameter");
    }

    @Test
    void whatBeginsAsJsonIsJson() throws IOException {
        Files.writeString(basedir.resolve("event.json"), "{rows: 3}");
        String hint = "hint: it is the event that the handler is called with, such as {\"rows\": 3}\n"
                + "see problems.html#bad-parameter";
        assertFails(
                Map.of("handler", "app.handler", "event", "{rows: 3}"),
                "-Dlambda-layer.event is \"{rows: 3}\", which is not JSON.\n" + hint);
        assertFails(
                Map.of("handler", "app.handler", "event", "event.json"),
                "-Dlambda-layer.event is \"event.json\", which is a file that holds no JSON.\n" + hint);
    }

    @Test
    void fileThatIsNamedLikeANumberIsRead() throws IOException {
        Files.writeString(basedir.resolve("5"), "[1]");
        assertThat(read(Map.of("handler", "app.handler", "event", "5")).handler())
                .contains(new HandlerCall("app.handler", "[1]", Optional.empty()));
    }

    @Test
    void pathThatCannotBeIsAFault() {
        assertFails(
                Map.of("handler", "app.handler", "event", "a\0b"),
                "-Dlambda-layer.event is \"a\\u0000b\", which is no path on this system: Nul character not allowed.\n"
                        + "see problems.html#bad-parameter");
    }

    @Test
    void faultsAreToldTogether() {
        assertFails(Map.of("importTest", "pandas,import os", "handler", "app"), """
                2 problems:

                -Dlambda-layer.importTest is "import os"; it must be the name of a module, such as pandas or \
                sklearn.linear_model.

                -Dlambda-layer.handler is "app"; it must be a module and a function, such as app.handler.

                see problems.html#bad-parameter""");
    }

    @Test
    void eventThatIsNothing() {
        assertFails(
                Map.of("handler", "app.handler", "event", "event.json"),
                "-Dlambda-layer.event is \"event.json\", which is neither JSON nor a file that can be read.\n"
                        + "see problems.html#bad-parameter");
    }

    private Trial read(Map<String, String> properties) {
        Map<String, String> commandLine = properties.entrySet().stream()
                .collect(Collectors.toMap(e -> Parameters.PREFIX + e.getKey(), Map.Entry::getValue));
        return new TrialReader(Parameters.of(commandLine, Map.of(), Map.of()), basedir).read();
    }

    private void assertFails(Map<String, String> properties, String block) {
        assertThatThrownBy(() -> read(properties))
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.block()).isEqualTo(block));
    }
}
