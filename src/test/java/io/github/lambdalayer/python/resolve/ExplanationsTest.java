package io.github.lambdalayer.python.resolve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small worlds without an answer, and what is said of them, word for word: who requires what, what there is, and what
 * would work. Each file of {@code explanations} is a world, a line of hyphens, and the text:
 *
 * <pre>
 * pandas 2.2.3 needs numpy>=1.26, tzdata       a release and its requirements
 * pandas 1.2.4 tags cp38-cp38-win_amd64        what its wheel fits
 * pandas 1.0 python <3.8 / yanked broken / source      its Requires-Python, that it was taken back, that it has no wheel
 * pandas 2.2.3 extras aws needs s3fs; io needs lxml       what its extras need
 * require pandas                               what the user asks for
 * </pre>
 */
class ExplanationsTest extends Failing {

    private static final String BREAK = "\n---\n";

    static Stream<Path> worlds() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(ExplanationsTest.class.getResource("/explanations"));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void isWordForWord(Path file) throws IOException {
        String text = Files.readString(file, UTF_8).replace("\r\n", "\n");
        int end = text.indexOf(BREAK);
        List<String> lines = text.substring(0, end).lines().toList();
        lines.stream().filter(line -> !line.startsWith("require ")).forEach(this::add);
        String[] required = lines.stream()
                .filter(line -> line.startsWith("require "))
                .map(line -> line.substring("require ".length()))
                .toArray(String[]::new);
        assertThat(block(required) + "\n").isEqualTo(text.substring(end + BREAK.length()));
    }

    private void add(String line) {
        String[] words = line.split(" ", 4);
        MemoryRelease release = index.release(words[0], words[1]);
        String rest = words.length < 4 ? "" : words[3];
        switch (words.length < 3 ? "" : words[2]) {
            case "" -> release.requires();
            case "needs" -> release.requires(rest.split(", ", -1));
            case "tags" -> release.tags(rest.split(", ", -1));
            case "python" -> release.python(rest);
            case "yanked" -> release.yanked(rest);
            case "source" -> release.onlySource();
            case "extras" ->
                Stream.of(rest.split("; ", -1))
                        .map(e -> e.split(" needs ", -1))
                        .forEach(e -> release.extra(e[0], e[1].split(", ", -1)));
            default -> throw new IllegalArgumentException(line);
        }
    }
}
