package io.github.lambdalayer.build;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.lambda.Architecture;
import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.resolve.Strategy;
import io.github.lambdalayer.python.version.PreReleases;
import io.github.lambdalayer.testing.FakeIndex;
import io.github.lambdalayer.testing.RecordingBuildLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A lock, then one thing changed: each parameter that decides what is chosen makes the lock out of date, and is named. */
class StaleLockTest {

    private static final LambdaTarget TARGET = TestSpecs.target("python3.13", Architecture.X86_64);
    private static final String PYPROJECT = """
            [project]
            name = "app"
            version = "1"
            dependencies = []
            [project.optional-dependencies]
            more = ["pytz"]
            [dependency-groups]
            dev = ["pytz>=2024"]
            """;

    @TempDir
    private Path basedir;

    @AutoClose
    private final FakeIndex index = FakeIndex.start();

    private final LayerBuild build =
            new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, new RecordingBuildLog(), "0.1.0"));

    /** What of a layer decides. */
    private record Layer(Wanted wanted, List<LambdaTarget> targets, IndexSettings indexes) {}

    @BeforeEach
    void lock() throws IOException {
        index.with(wheel("six", "1.16.0"), wheel("pytz", "2024.1"));
        Files.writeString(basedir.resolve("pyproject.toml"), PYPROJECT);
        build.lock(spec(base()), Upgrade.NOTHING);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("requirements: another", w -> requiring(w, "six", "pytz"), "requirement pytz was added"),
                change("requirements: one less", w -> requiring(w), "requirement six was removed"),
                change("requirements: other", w -> requiring(w, "six>=1"), "requirement six became six>=1"),
                change(
                        "requirements: marker",
                        w -> requiring(w, "six; python_version>'3'"),
                        "requirement six became six; python_version > \"3\""),
                change("extras", w -> chosen(w, "more", ""), "requirement pytz was added"),
                change("groups", w -> chosen(w, "", "dev"), "requirement pytz>=2024 was added"),
                change("constraints", w -> limited(w, "six<2", ""), "constraint six<2 was added"),
                change("overrides", w -> limited(w, "", "six==1.16.0"), "override six==1.16.0 was added"),
                change(
                        "excludedPackages",
                        w -> with(w, Set.of(PackageName.of("pytz")), w.preReleases(), w.strategy(), ""),
                        "excluded package pytz was added"),
                change(
                        "prereleases",
                        w -> with(w, Set.of(), PreReleases.ALLOW, w.strategy(), ""),
                        "prereleases allow was added"),
                change(
                        "resolution",
                        w -> with(w, Set.of(), w.preReleases(), Strategy.LOWEST, ""),
                        "resolution lowest was added"),
                change(
                        "uploadedPriorTo",
                        w -> with(w, Set.of(), w.preReleases(), w.strategy(), "2026-01-01T00:00:00Z"),
                        "uploadedPriorTo 2026-01-01T00:00:00Z was added"),
                change("providedBy", w -> w.with(List.of(w, pytz()), List.of(pytz())), "requirement pytz was added"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void whatIsWantedDecides(String parameter, UnaryOperator<Wanted> change, String because) {
        Layer base = base();
        assertStale(new Layer(change.apply(base.wanted()), base.targets(), base.indexes()), because);
    }

    static Stream<Arguments> targets() {
        return Stream.of(
                Arguments.of(
                        List.of(TARGET, TestSpecs.target("python3.12", Architecture.X86_64)),
                        "runtime python3.12 was added"),
                Arguments.of(
                        List.of(TestSpecs.target("python3.12", Architecture.X86_64)),
                        "runtime python3.13 was removed\n  runtime python3.12 was added"),
                Arguments.of(
                        List.of(TARGET, TestSpecs.target("python3.13", Architecture.ARM64)),
                        "architecture arm64 was added"),
                Arguments.of(List.of(TARGET.withGlibc("2.28")), "glibc 2.28 was added"),
                Arguments.of(List.of(TARGET.withPythonFullVersion("3.13.99")), "pythonFullVersion 3.13.99 was added"));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void whatItRunsOnDecides(List<LambdaTarget> targets, String because) {
        assertStale(new Layer(base().wanted(), targets, base().indexes()), because);
    }

    @Test
    void indexesDecide() {
        String url = index.url().toString();
        IndexLocation fake = IndexLocation.of("fake", url);
        IndexLocation other = IndexLocation.of("other", "https://repo.acme.example/simple/");
        IndexSettings settings = base().indexes();
        assertStale(settings.withIndexes(List.of()), "index fake " + url + " was removed");
        assertStale(
                settings.withIndexes(List.of(other, fake)), "index other https://repo.acme.example/simple/ was added");
        assertStale(
                settings.withIndexes(List.of(IndexLocation.of("fake", "https://repo.acme.example/simple/"))),
                "index fake " + url + " became fake https://repo.acme.example/simple/");
        assertStale(
                settings.withIndexes(List.of(fake.asExplicit())),
                "index fake " + url + " became fake " + url + " explicit");
        assertStale(
                settings.withPinned(Map.of(PackageName.of("six"), "fake")),
                "index fake " + url + " became fake " + url + " packages=six");
        assertStale(settings.withFindLinks(List.of(basedir.resolve("wheels"))), "findLinks wheels was added");
    }

    @Test
    void orderOfIndexesDecides() {
        IndexLocation fake = IndexLocation.of("fake", index.url().toString());
        IndexLocation again = IndexLocation.of("again", index.url().toString());
        IndexSettings settings = base().indexes();
        Layer both = new Layer(base().wanted(), base().targets(), settings.withIndexes(List.of(fake, again)));
        build.lock(spec(both), Upgrade.NOTHING);
        assertStale(settings.withIndexes(List.of(again, fake)), "the order of indexes was changed");
    }

    @Test
    void filesDecide() throws IOException {
        Files.writeString(basedir.resolve("pyproject.toml"), PYPROJECT.replace("[]", "[\"pytz<2025\"]"));
        assertStale(base(), "requirement pytz<2025 was added");
    }

    @Test
    void whatChoosesNoWheelDoesNotDecide() throws IOException {
        LayerSpec base = spec(base());
        Files.writeString(basedir.resolve("pyproject.toml"), PYPROJECT + "\n[tool.other]\nkey = 1\n");
        LayerSpec other = new LayerSpec(
                base.name(),
                "another description",
                "MIT",
                base.targets(),
                base.wanted(),
                base.lock(),
                base.indexes().withOffline(false),
                base.identity(),
                base.contents(),
                base.basedir(),
                basedir.resolve("elsewhere"));
        assertThatCode(() -> build.assemble(other)).doesNotThrowAnyException();
    }

    private void assertStale(IndexSettings indexes, String because) {
        assertStale(new Layer(base().wanted(), base().targets(), indexes), because);
    }

    private void assertStale(Layer layer, String because) {
        assertThatThrownBy(() -> build.assemble(spec(layer)))
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.block()).isEqualTo("""
                                pylock.toml is out of date:
                                  %s

                                hint: mvn lambda-layer:lock
                                see problems.html#lock-out-of-date""".formatted(because)));
    }

    private Layer base() {
        IndexSettings indexes = IndexSettings.of(basedir.resolve("cache"))
                .withIndexes(List.of(IndexLocation.of("fake", index.url().toString())));
        return new Layer(
                WantedBuilder.wanted()
                        .requirements(List.of(Requirement.parse("six")))
                        .files(basedir.resolve("pyproject.toml"))
                        .build(),
                List.of(TARGET),
                indexes);
    }

    private LayerSpec spec(Layer layer) {
        return TestSpecs.in(basedir)
                .wanting(layer.wanted())
                .on(layer.targets().toArray(LambdaTarget[]::new))
                .from(layer.indexes())
                .spec();
    }

    private static Arguments change(String parameter, UnaryOperator<Wanted> change, String because) {
        return Arguments.of(parameter, change, because);
    }

    private static Wanted requiring(Wanted w, String... requirements) {
        return WantedBuilder.like(w).requirements(all(requirements)).build();
    }

    private static Wanted chosen(Wanted w, String extra, String group) {
        return WantedBuilder.like(w).groups(names(group)).extras(names(extra)).build();
    }

    private static Wanted limited(Wanted w, String constraint, String override) {
        return WantedBuilder.like(w)
                .constraints(all(constraint))
                .overrides(all(override))
                .build();
    }

    private static Wanted with(
            Wanted w, Set<PackageName> excluded, PreReleases preReleases, Strategy strategy, String priorTo) {
        return WantedBuilder.like(w)
                .excluded(excluded)
                .preReleases(preReleases)
                .strategy(strategy)
                .uploadedPriorTo(priorTo)
                .build();
    }

    private static List<Requirement> all(String... texts) {
        return Stream.of(texts)
                .filter(t -> !t.isEmpty())
                .map(Requirement::parse)
                .toList();
    }

    private static List<ExtraName> names(String name) {
        return Stream.of(name).filter(n -> !n.isEmpty()).map(ExtraName::of).toList();
    }

    private static Wanted pytz() {
        return Wanted.of(List.of(Requirement.parse("pytz")));
    }
}
