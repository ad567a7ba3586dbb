package io.github.lambdalayer.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.testing.RecordingBuildLog;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers that the tools of others have zipped, where these tools are on the PATH: what is wrong in them is found, and no more. */
class OtherZipsTest {

    /** As SAM zips the folder of a layer: the modes that Lambda wants, one date for all. */
    private static final String SAM = """
            import os, zipfile
            with zipfile.ZipFile('layer.zip', 'w', zipfile.ZIP_DEFLATED) as out:
                for root, folders, names in os.walk('layer'):
                    for name in names:
                        file = os.path.join(root, name)
                        info = zipfile.ZipInfo(os.path.relpath(file, 'layer'))
                        info.create_system = 3
                        info.compress_type = zipfile.ZIP_DEFLATED
                        info.external_attr = (0o100755 if root.endswith('bin') else 0o100644) << 16
                        out.writestr(info, open(file, 'rb').read())
            """;

    /** Into a pipe, so that sizes follow the data. */
    private static final String STREAM = """
            import os, sys, zipfile
            class Pipe:
                def __init__(self, file): self.file = file
                def write(self, data): return self.file.write(data)
                def flush(self): self.file.flush()
            with open('layer.zip', 'wb') as file, zipfile.ZipFile(Pipe(file), 'w', zipfile.ZIP_DEFLATED) as out:
                for root, folders, names in os.walk('layer'):
                    for name in names:
                        path = os.path.join(root, name)
                        out.write(path, os.path.relpath(path, 'layer'))
            """;

    @TempDir
    private Path basedir;

    private final RecordingBuildLog log = new RecordingBuildLog();
    private final LayerBuild build = new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, log, "0.1.0"));

    @BeforeEach
    void layer() throws IOException {
        put("python/demo/__init__.py", "x = 1\n".repeat(2000));
        put("python/demo/é.txt", "é");
        put("python/demo-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n");
        put("python/demo-1.0.dist-info/RECORD", "demo/__init__.py,,\ndemo-1.0.dist-info/RECORD,,\n");
        put("python/bin/demo", "#!/bin/sh\n");
        put("python/json.py", "");
        put("lib/empty.txt", "");
    }

    static Stream<Arguments> tools() {
        return Stream.of(
                Arguments.of("zip", List.of("sh", "-c", "cd layer && zip -qr ../layer.zip .")),
                Arguments.of("zip", List.of("sh", "-c", "cd layer && zip -qr - . | cat > ../layer.zip")),
                Arguments.of("zip", List.of("sh", "-c", "cd layer && zip -qr0 -X ../layer.zip .")),
                Arguments.of("7z", List.of("sh", "-c", "cd layer && 7z a -tzip ../layer.zip . > ../7z.log")),
                Arguments.of("python3", List.of("sh", "-c", "cd layer && python3 -m zipfile -c ../layer.zip *")),
                Arguments.of("python3", List.of("python3", "-c", SAM)),
                Arguments.of("python3", List.of("python3", "-c", STREAM)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("tools")
    void whatIsWrongIsFoundAndNoMore(String tool, List<String> command) throws Exception {
        assumeTrue(isThere(tool), "there is no " + tool + " on the PATH");
        Process process = new ProcessBuilder(command)
                .directory(basedir.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        LayerSpec spec = TestSpecs.in(basedir).wanting(Wanted.of(List.of())).spec();
        build.check(spec, Optional.of(basedir.resolve("layer.zip")), Trial.NOTHING);
        assertThat(log.events())
                .containsExactly("begins data for python3.13 on x86_64", "checked layer.zip: 1 [stdlib-shadow]");
    }

    private static boolean isThere(String tool) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private void put(String path, String content) throws IOException {
        Path file = basedir.resolve("layer").resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, content);
    }
}
