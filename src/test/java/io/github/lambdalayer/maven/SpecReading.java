package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.LayerSpec;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.maven.settings.Settings;
import org.assertj.core.api.Assertions;

/** Reads the layers of a project whose pom says what a test gives. */
record SpecReading(
        Path basedir,
        Artifacts artifacts,
        Dependencies needs,
        Settings settings,
        Map<String, String> commandLine,
        BiConsumer<Parameters, Problems> goal,
        ModuleLayers modules) {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-08T12:00:00Z"), ZoneOffset.UTC);

    SpecReading(Path basedir, Artifacts artifacts) {
        this(basedir, artifacts, Dependencies.ALL);
    }

    SpecReading(Path basedir, Artifacts artifacts, Dependencies needs) {
        this(basedir, artifacts, needs, new Settings(), Map.of(), (layer, problems) -> {}, ModuleLayers.NONE);
    }

    SpecReading(Path basedir, Settings settings, Map<String, String> commandLine) {
        this(
                basedir,
                new FakeArtifacts(),
                Dependencies.ALL,
                settings,
                commandLine,
                (layer, problems) -> {},
                ModuleLayers.NONE);
    }

    /** The same for a goal that reads parameters of its own. */
    SpecReading by(BiConsumer<Parameters, Problems> another) {
        return new SpecReading(basedir, artifacts, needs, settings, commandLine, another, modules);
    }

    /** The same in a build whose modules have these layers. */
    SpecReading among(String... names) {
        return new SpecReading(basedir, artifacts, needs, settings, commandLine, goal, new ModuleLayers(Set.of(names)));
    }

    List<LayerSpec> read(ParameterTree... trees) {
        return declared(trees).stream().map(DeclaredLayer::spec).toList();
    }

    List<DeclaredLayer> declared(ParameterTree... trees) {
        Map<String, ParameterTree> pom = new LinkedHashMap<>();
        Stream.of(trees).forEach(tree -> pom.put(tree.name(), tree));
        return new SpecReader(surroundings(basedir, settings, artifacts, needs, goal, modules))
                .read(Parameters.of(commandLine, pom, Map.of()));
    }

    /** A project with the artifactId {@code data}, at noon of a day. */
    static Surroundings surroundings(Path basedir, Settings settings, Artifacts artifacts, Dependencies needs) {
        return surroundings(basedir, settings, artifacts, needs, (layer, problems) -> {}, ModuleLayers.NONE);
    }

    private static Surroundings surroundings(
            Path basedir,
            Settings settings,
            Artifacts artifacts,
            Dependencies needs,
            BiConsumer<Parameters, Problems> goal,
            ModuleLayers modules) {
        return new Surroundings(
                basedir,
                new Given("data", "<artifactId>"),
                basedir.resolve("cache"),
                false,
                new MavenSettings(settings, request -> {
                    throw new AssertionError("nothing is decrypted before it is needed");
                }),
                artifacts,
                layer -> needs,
                goal,
                modules,
                true,
                true,
                NOON);
    }

    void assertFails(String block, ParameterTree... trees) {
        Assertions.assertThatThrownBy(() -> read(trees))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> Assertions.assertThat(e.block()).isEqualTo(block));
    }
}
