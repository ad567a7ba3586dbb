package io.github.lambdalayer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.testing.WheelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Replays what the fuzzer starts from and what it once found: each file of a target's folder is one input. */
class CorpusTest {

    private static final Path CORPUS = Path.of("src/test/resources/fuzz");

    private interface Target {
        void fuzzerTestOneInput(byte[] input) throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> archivesAreReadAsOthersReadThem() throws IOException {
        return replay("StrictZipFuzz", StrictZipFuzz::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> layersOfOthersAreReadOrRefused() throws IOException {
        return replay("ForeignZipFuzz", ForeignZipFuzz::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> librariesAreReadOrRefused() throws IOException {
        return replay("ElfFuzz", ElfFuzz::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> wheelsAreRefusedOrMakeTheSameLayer() throws IOException {
        return replay("WheelFuzz", WheelFuzz::fuzzerTestOneInput);
    }

    /** The targets would notice: a wheel that is well-formed and another one is not the layer that it should be. */
    @Test
    void anotherWheelIsNoticed() throws IOException {
        assertThat(CORPUS.resolve("WheelFuzz/good.whl")).hasBinaryContent(WheelFuzz.GOOD);
        byte[] other = WheelBuilder.wheel("demo", "1.0").bytes();
        assertThatThrownBy(() -> WheelFuzz.fuzzerTestOneInput(other))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("the layer has {");
    }

    private static Stream<DynamicTest> replay(String target, Target replayed) throws IOException {
        try (Stream<Path> files = Files.list(CORPUS.resolve(target))) {
            List<Path> inputs = files.sorted().toList();
            assertThat(inputs).as(target).isNotEmpty();
            return inputs.stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString(),
                            () -> replayed.fuzzerTestOneInput(Files.readAllBytes(file))));
        }
    }
}
