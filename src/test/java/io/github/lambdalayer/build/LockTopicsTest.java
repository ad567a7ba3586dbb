package io.github.lambdalayer.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.lambda.Architecture;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.lock.LockedSpec;
import io.github.lambdalayer.python.lock.SpecTopic;
import io.github.lambdalayer.python.name.PackageName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockTopicsTest {

    @TempDir
    private Path basedir;

    @Test
    void everythingThatDecidesIsNamed() {
        LockedSpec topics = of(TestSpecs.in(basedir)
                .requiring("pandas==2.2.3", "six")
                .on(
                        TestSpecs.target("python3.12", Architecture.X86_64),
                        TestSpecs.target("python3.12", Architecture.ARM64)));
        assertThat(topics.of(SpecTopic.REQUIREMENTS)).containsExactly("pandas==2.2.3", "six");
        assertThat(topics.of(SpecTopic.RUNTIMES)).containsExactly("python3.12");
        assertThat(topics.of(SpecTopic.ARCHITECTURES)).containsExactly("x86_64", "arm64");
    }

    @Test
    void whatIsUsualIsNotNamed() {
        LockedSpec topics = of(TestSpecs.in(basedir).requiring("six"));
        assertThat(topics.values())
                .containsOnlyKeys(
                        SpecTopic.REQUIREMENTS, SpecTopic.RUNTIMES, SpecTopic.ARCHITECTURES, SpecTopic.FIND_LINKS);
    }

    @Test
    void foldersAreNamedAsTheyAreSeenFromTheLock() {
        assertThat(of(TestSpecs.in(basedir).requiring("six")).of(SpecTopic.FIND_LINKS))
                .containsExactly("wheels");
    }

    @Test
    void overriddenRuntimeIsNamed() {
        LockedSpec topics = of(TestSpecs.in(basedir)
                .requiring("six")
                .on(TestSpecs.target("python3.13", Architecture.X86_64)
                        .withGlibc("2.28")
                        .withPythonFullVersion("3.13.99")));
        assertThat(topics.of(SpecTopic.GLIBC)).containsExactly("2.28");
        assertThat(topics.of(SpecTopic.PYTHON_FULL_VERSION)).containsExactly("3.13.99");
    }

    @Test
    void indexIsNamedAsDeclaredWithWhatBelongsToIt() {
        IndexLocation acme = IndexLocation.of("acme", "https://repo.acme.example/simple")
                .asExplicit()
                .mirroredBy("http://mirror.local/acme/", "mirror");
        IndexLocation pypi = IndexLocation.of("pypi", "https://pypi.org/simple/");
        IndexSettings settings = IndexSettings.of(basedir.resolve("cache"))
                .withIndexes(List.of(acme, pypi))
                .withPinned(Map.of(PackageName.of("acme-web"), "acme", PackageName.of("acme-core"), "acme"));
        LayerSpec indexed =
                TestSpecs.in(basedir).requiring("six").from(settings).spec();
        assertThat(LockTopics.of(indexed, Requirements.of(indexed)).of(SpecTopic.INDEXES))
                .containsExactly(
                        "acme https://repo.acme.example/simple/ explicit packages=acme-core,acme-web",
                        "pypi https://pypi.org/simple/");
    }

    private static LockedSpec of(TestSpecs specs) {
        LayerSpec spec = specs.spec();
        return LockTopics.of(spec, Requirements.of(spec));
    }
}
