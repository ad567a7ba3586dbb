package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.testing.aws.FakeLambda;
import io.github.lambdalayer.testing.aws.Invariants;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A heap of 96 MB is enough for a zip of any size that goes through a bucket, and when it is not enough that is said. */
class LargeUploadTest {

    @TempDir
    private Path folder;

    private Path zip(int megabytes) throws IOException {
        Path zip = folder.resolve("data.zip");
        byte[] noise = new byte[1_000_000];
        Random random = new Random(1);
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            entries.setLevel(Deflater.NO_COMPRESSION);
            entries.putNextEntry(new ZipEntry("python/noise.bin"));
            for (int i = 0; i < megabytes; i++) {
                random.nextBytes(noise);
                entries.write(noise);
            }
        }
        return zip;
    }

    private static List<String> output(FakeLambda aws, Path zip, String... bucket) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Daws.accessKeyId=AKIAIOSFODNN7EXAMPLE",
                "-Daws.secretAccessKey=" + Invariants.SECRET,
                "-cp",
                System.getProperty("java.class.path"),
                LargeUpload.class.getName(),
                aws.endpoint().toString(),
                zip.toString()));
        command.addAll(List.of(bucket));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @Test
    void aZipOfTwoHundredMegabytesGoesThroughABucket() throws IOException {
        try (FakeLambda aws = FakeLambda.start()) {
            aws.bucket("stage", "eu-west-1");
            assertThat(output(aws, zip(200), "stage"))
                    .containsExactly("arn:aws:lambda:eu-west-1:123456789012:layer:data:1");
            Invariants.assertHold(aws);
        }
    }

    @Test
    void aHeapThatIsTooSmallIsOneSentence() throws IOException {
        try (FakeLambda aws = FakeLambda.start()) {
            List<String> lines = output(aws, zip(49));
            assertThat(lines)
                    .containsExactly(
                            lines.get(0),
                            "hint: set MAVEN_OPTS=-Xmx512m",
                            "hint: or set <bucket>: a zip that goes through a bucket needs no more heap than a small one",
                            "see problems.html#heap-too-small");
            assertThat(lines.get(0))
                    .matches(
                            "eu-west-1: a Java heap of 9\\d MB is too small to send a zip of 49.0 MB with the request itself.");
            assertThat(aws.writes()).isEmpty();
        }
    }
}
