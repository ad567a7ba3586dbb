package io.github.lambdalayer.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.build.LayerResult.AttachedFunction;
import io.github.lambdalayer.build.LayerResult.PublishedVersion;
import io.github.lambdalayer.build.LayerResult.ToldFinding;
import io.github.lambdalayer.build.LayerResult.ToldPackage;
import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFilesTest {

    private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:layer:data:7";

    private static final LayerResult RESULT = new LayerResult(
            "data",
            "data.zip",
            "ab12",
            "cd34",
            "zTQ=",
            29898319,
            101234567,
            List.of("python3.13"),
            List.of("x86_64"),
            List.of(new ToldPackage("numpy", "2.1.3", "numpy-2.1.3.whl", "ef56", 1, List.of("pandas"))),
            List.of(new ToldFinding("glibc", "warn", "needs \"GLIBC_2.35\"", List.of("choose another"))),
            List.of(new PublishedVersion("eu-west-1", ARN, 7, true)),
            List.of(new AttachedFunction("eu-west-1", "f", "attached")));

    @TempDir
    private Path folder;

    @Test
    void jsonHasItsKeysInTheAgreedOrder() throws IOException {
        files().write(RESULT);
        assertThat(folder.resolve("data.json")).hasContent("""
                        {
                          "layer" : "data",
                          "zip" : "data.zip",
                          "inputs" : "ab12",
                          "sha256" : "cd34",
                          "codeSha256" : "zTQ=",
                          "zippedBytes" : 29898319,
                          "unzippedBytes" : 101234567,
                          "runtimes" : [ "python3.13" ],
                          "architectures" : [ "x86_64" ],
                          "packages" : [ {
                            "name" : "numpy",
                            "version" : "2.1.3",
                            "wheel" : "numpy-2.1.3.whl",
                            "sha256" : "ef56",
                            "unzippedBytes" : 1,
                            "requiredBy" : [ "pandas" ]
                          } ],
                          "findings" : [ {
                            "check" : "glibc",
                            "level" : "warn",
                            "message" : "needs \\"GLIBC_2.35\\"",
                            "hints" : [ "choose another" ]
                          } ],
                          "published" : [ {
                            "region" : "eu-west-1",
                            "arn" : "arn:aws:lambda:eu-west-1:123456789012:layer:data:7",
                            "version" : 7,
                            "created" : true
                          } ],
                          "attached" : [ {
                            "region" : "eu-west-1",
                            "function" : "f",
                            "outcome" : "attached"
                          } ]
                        }
                        """);
    }

    @Test
    void propertiesAreForScripts() throws IOException {
        files().write(RESULT);
        assertThat(Files.readAllLines(folder.resolve("data.properties")))
                .containsExactly(
                        "lambda-layer.data.arn.eu-west-1=" + ARN,
                        "lambda-layer.data.sha256=cd34",
                        "lambda-layer.data.version.eu-west-1=7",
                        "lambda-layer.data.zip=" + folder.resolve("data.zip").toAbsolutePath());
    }

    @Test
    void propertiesAreReadBackByJava() throws IOException {
        Path odd = Files.createDirectories(folder.resolve("Jörg = #1: 日本 \uD83D\uDE00"));
        new ResultFiles(odd, "data").write(RESULT);
        Properties read = new Properties();
        try (InputStream in = Files.newInputStream(odd.resolve("data.properties"))) {
            read.load(in);
        }
        assertThat(read).isEqualTo(asProperties(new ResultFiles(odd, "data").properties(RESULT)));
        assertThat(PropertiesText.of(Map.of("a", "J\u00f6rg\\b\t"))).isEqualTo("a=J\\u00f6rg\\\\b\\u0009\n");
    }

    private static Properties asProperties(Map<String, String> map) {
        Properties properties = new Properties();
        map.forEach(properties::setProperty);
        return properties;
    }

    @Test
    void whatWasWrittenIsReadBack() {
        files().write(RESULT);
        assertThat(files().read()).contains(RESULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"layer\":1}",
                "{\"layer\":\"a\",\"layer\":\"b\"}",
                "{\"a\":[[[[[[[[1]]]]]]]]}",
                "{\"zippedBytes\":99999999999999999999999}"
            })
    void anythingElseCountsAsNoResult(String text) throws IOException {
        Files.writeString(folder.resolve("data.json"), text);
        assertThat(files().read()).isEmpty();
    }

    @Test
    void noFileIsNoResult() {
        assertThat(files().read()).isEmpty();
    }

    @Test
    void newVersionTakesThePlaceOfTheOldOneOfItsRegion() {
        PublishedVersion next = new PublishedVersion("eu-west-1", "arn:8", 8, true);
        PublishedVersion elsewhere = new PublishedVersion("us-east-1", "arn:1", 1, true);
        assertThat(RESULT.with(next).with(elsewhere).published()).containsExactly(next, elsewhere);
    }

    @Test
    void nothingUnfinishedIsLeftBehind() throws IOException {
        files().write(RESULT);
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("data.json", "data.properties");
        }
    }

    @Test
    void folderThatIsAFileIsToldWithItsPath() throws IOException {
        Path file = Files.createFile(folder.resolve("target"));
        ResultFiles files = new ResultFiles(file, "data");
        assertThatThrownBy(() -> files.write(RESULT))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo(file.resolve("data.properties") + " cannot be written: " + file
                                        + " is in the way.\n"
                                        + "hint: see that the folder can be written to and that the disk has room\n"
                                        + "see problems.html#cannot-write"));
    }

    private ResultFiles files() {
        return new ResultFiles(folder, "data");
    }
}
