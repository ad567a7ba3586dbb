package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.lambdalayer.explain.Answer;
import io.github.lambdalayer.explain.LayerAnswers;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.requirement.Requirement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutletTest {

    private static final String JSON = """
            {
              "layers" : [ {
                "layer" : "data",
                "targets" : [ {
                  "answer" : 42
                } ]
              } ]
            }
            """;

    @TempDir
    private Path basedir;

    private final Map<String, String> given = new HashMap<>();

    @Test
    void textGoesIntoTheLog() {
        assertThat(told()).isEqualTo("[info] one\n[info]   two\n");
    }

    /** What a marker compares can be any text. */
    @Test
    void wordsOfPackagesAreNoOrdersForATerminal() {
        String required =
                Requirement.parse("six ; sys_platform != \"\u001b[2J\"").toString();
        Outlet outlet = Outlet.of(Parameters.of(given, Map.of(), Map.of()), basedir, new SystemStreamLog());
        assertThat(printed(() -> outlet.tell(List.of("a 1.0 requires " + required), () -> "")))
                .isEqualTo("[info] a 1.0 requires six; sys_platform != \"\\u001b[2J\"\n");
    }

    @Test
    void severalLayersAreToldEachBelowItsName() {
        Outlet outlet = Outlet.of(Parameters.of(given, Map.of(), Map.of()), basedir, new SystemStreamLog());
        assertThat(printed(() -> outlet.tell(List.of(answers("data"), answers("web")))))
                .isEqualTo("[info] Layer data\n[info] one\n[info]   two\n[info] Layer web\n[info] one\n[info]   two\n");
    }

    @Test
    void jsonGoesToStandardOutputAsItIs() {
        given.put("lambda-layer.output", "json");
        assertThat(told()).isEqualTo(JSON);
    }

    @Test
    void jsonIsUtf8WhateverTheConsoleSpeaks() {
        Outlet policy = Outlet.ofJson(Parameters.of(given, Map.of(), Map.of()), basedir, new SystemStreamLog());
        assertThat(printed(() -> policy.tell(List.of(), () -> "\"café\"\n"))).isEqualTo("\"café\"\n");
    }

    @Test
    void fileIsWrittenInstead() throws IOException {
        given.put("lambda-layer.outputFile", "target/answers/tree.txt");
        assertThat(told()).isEqualTo("[info] Wrote target/answers/tree.txt\n");
        assertThat(basedir.resolve("target/answers/tree.txt")).hasContent("one\n  two\n");
        given.put("lambda-layer.output", "json");
        told();
        assertThat(basedir.resolve("target/answers/tree.txt")).hasContent(JSON);
    }

    @Test
    void fileThatCannotBeWrittenIsNamed() throws IOException {
        Files.createFile(basedir.resolve("target"));
        given.put("lambda-layer.outputFile", "target/tree.txt");
        assertThatThrownBy(this::told)
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo(basedir.resolve("target/tree.txt") + " cannot be written: "
                                        + basedir.resolve("target") + " is in the way.\n"
                                        + "hint: see that the folder can be written to and that the disk has room\n"
                                        + "see problems.html#cannot-write"));
    }

    @Test
    void otherFormatsAreRefused() {
        given.put("lambda-layer.output", "xml");
        assertThatThrownBy(this::told).hasMessage("-Dlambda-layer.output is \"xml\"; it must be text or json.");
    }

    @Test
    void aPolicyIsJsonAndNothingElse() throws IOException {
        Outlet policy = Outlet.ofJson(Parameters.of(given, Map.of(), Map.of()), basedir, new SystemStreamLog());
        assertThat(printed(() -> policy.tell(List.of(), () -> "{}\n"))).isEqualTo("{}\n");
        given.put("lambda-layer.outputFile", "target/policy.json");
        Outlet file = Outlet.ofJson(Parameters.of(given, Map.of(), Map.of()), basedir, new SystemStreamLog());
        assertThat(printed(() -> file.tell(List.of(), () -> "{}\n"))).isEqualTo("[info] Wrote target/policy.json\n");
        assertThat(basedir.resolve("target/policy.json")).hasContent("{}");
    }

    private String told() {
        return printed(() -> Outlet.of(Parameters.of(given, Map.of(), Map.of()), basedir, new SystemStreamLog())
                .tell(List.of(answers("data"))));
    }

    private static LayerAnswers answers(String layer) {
        return new LayerAnswers(layer, List.of(new FortyTwo()));
    }

    private static String printed(Runnable work) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.US_ASCII));
        try {
            work.run();
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static final class FortyTwo implements Answer {

        @Override
        public List<String> lines() {
            return List.of("one", "  two");
        }

        @Override
        public void write(JsonGenerator json) throws IOException {
            json.writeNumberField("answer", 42);
        }
    }
}
