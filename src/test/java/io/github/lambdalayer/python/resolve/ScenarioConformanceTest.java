package io.github.lambdalayer.python.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Small indexes that others described, and what must come out, with the files of every page in several orders. */
class ScenarioConformanceTest {

    /** Where we decide otherwise on purpose: scenario → why. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "requires_python/python-less-than-current",
            "its authors ignore upper bounds of Requires-Python; for one fixed runtime they are honoured");

    private static final List<UnaryOperator<List<IndexFile>>> ORDERS =
            List.of(UnaryOperator.identity(), ScenarioConformanceTest::reversed, ScenarioConformanceTest::shuffled);

    private static List<IndexFile> reversed(List<IndexFile> files) {
        List<IndexFile> reversed = new ArrayList<>(files);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<IndexFile> shuffled(List<IndexFile> files) {
        List<IndexFile> shuffled = new ArrayList<>(files);
        Collections.shuffle(shuffled, new Random(1));
        return shuffled;
    }

    @TestFactory
    Stream<DynamicTest> answersAsExpected() throws IOException {
        return scenarios().stream().map(file -> dynamicTest(name(file), () -> check(file)));
    }

    private static void check(Path file) {
        for (UnaryOperator<List<IndexFile>> order : ORDERS) {
            Scenario scenario = Scenario.read(file);
            Optional<Map<String, String>> answer = answer(scenario, order);
            boolean satisfiable = scenario.satisfiable() && !OTHERWISE.containsKey(name(file));
            assertThat(answer.isPresent()).as(scenario.description()).isEqualTo(satisfiable);
            if (satisfiable) {
                scenario.packages().ifPresent(packages -> assertThat(answer).contains(packages));
            }
        }
    }

    private static Optional<Map<String, String>> answer(Scenario scenario, UnaryOperator<List<IndexFile>> order) {
        try {
            Map<String, String> chosen = new TreeMap<>();
            new Resolver(scenario.index().ordered(order))
                    .resolve(scenario.request())
                    .packages()
                    .forEach(p -> chosen.put(p.name().value(), p.version().toString()));
            return Optional.of(chosen);
        } catch (LayerException e) {
            assertThat(e.code()).isInstanceOf(ResolveProblem.class);
            return Optional.empty();
        }
    }

    private static List<Path> scenarios() throws IOException {
        Path folder = folder();
        assumeTrue(Files.isDirectory(folder), () -> folder + " is absent; set -Dconformance.dir");
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> scenarios =
                    files.filter(f -> f.toString().endsWith(".toml")).sorted().toList();
            assertThat(scenarios).isNotEmpty();
            return scenarios;
        }
    }

    private static Path folder() {
        return Path.of(System.getProperty("conformance.dir", "")).resolve("scenarios");
    }

    /** For example {@code extras/missing-extra}. */
    private static String name(Path file) {
        return folder().relativize(file).toString().replace(".toml", "").replace('\\', '/');
    }
}
