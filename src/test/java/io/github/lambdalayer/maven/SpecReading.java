package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.LayerSpec;
import io.github.lambdalayer.problem.LayerException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.settings.Settings;
import org.assertj.core.api.Assertions;

/** Reads the layers of a project whose pom says what a test gives. */
record SpecReading(Path basedir, FakeArtifacts artifacts) {

    List<LayerSpec> read(ParameterTree... trees) {
        return declared(trees).stream().map(DeclaredLayer::spec).toList();
    }

    List<DeclaredLayer> declared(ParameterTree... trees) {
        Map<String, ParameterTree> pom = new LinkedHashMap<>();
        Stream.of(trees).forEach(tree -> pom.put(tree.name(), tree));
        Surroundings surroundings = new Surroundings(
                basedir,
                new Given("data", "<artifactId>"),
                basedir.resolve("cache"),
                false,
                new MavenSettings(new Settings(), request -> {
                    throw new AssertionError("nothing is decrypted");
                }),
                artifacts,
                true,
                Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC));
        return new SpecReader(surroundings).read(Parameters.of(Map.of(), pom, Map.of()));
    }

    void assertFails(String block, ParameterTree... trees) {
        Assertions.assertThatThrownBy(() -> read(trees))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> Assertions.assertThat(e.block()).isEqualTo(block));
    }
}
