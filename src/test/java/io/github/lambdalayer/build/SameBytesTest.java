package io.github.lambdalayer.build;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.files.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where and as whom something is built is not in the zip. */
class SameBytesTest {

    @TempDir
    private Path folder;

    private static void prepare(Path project) throws IOException {
        Files.writeString(Files.createDirectories(project.resolve("src")).resolve("own.py"), "x = 1\n");
        wheel("one", "1.0").in(project.resolve("wheels"));
        KilledBuild.run("lock", project, "one");
    }

    private static String digest(Path project) throws IOException {
        return Sha256.hex(Sha256.digest(project.resolve("target/lambda-layer/data.zip")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anotherUserWithAnotherClockZoneLanguageAndUmaskMakesTheSame() throws Exception {
        Path here = folder.resolve("here");
        Path there = folder.resolve("there");
        prepare(here);
        prepare(there);
        KilledBuild.run("assemble", here, "one");
        Files.setLastModifiedTime(there.resolve("src/own.py"), FileTime.from(Instant.parse("1999-12-31T23:59:59Z")));
        Files.setPosixFilePermissions(there.resolve("src/own.py"), Set.of(PosixFilePermission.OWNER_READ));
        List<String> command = new ArrayList<>(List.of("sh", "-c", "umask 077 && exec \"$@\"", "sh"));
        List<String> java = KilledBuild.command("assemble", there, "one");
        command.add(java.get(0));
        command.addAll(List.of("-Duser.name=somebody", "-Duser.language=tr", "-Dfile.encoding=ISO-8859-1"));
        command.addAll(java.subList(1, java.size()));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("TZ", "Pacific/Auckland");
        process.environment().put("LC_ALL", "C");
        Process running = process.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(said).isZero();
        assertThat(digest(there)).isEqualTo(digest(here));
    }

    /** Spaces, characters that mean something in addresses, and more folders than one looks at. */
    static Stream<String> oddFolders() {
        return Stream.of("a b", "a#b", "a%20b", "Größe", "a&b=c+d;e", "d/".repeat(200) + "d");
    }

    @ParameterizedTest
    @MethodSource("oddFolders")
    void anyFolderWillDo(String name) throws IOException {
        Path plain = folder.resolve("plain");
        Path odd = folder.resolve(name);
        prepare(plain);
        prepare(odd);
        KilledBuild.run("assemble", plain, "one");
        KilledBuild.run("assemble", odd, "one");
        assertThat(digest(odd)).isEqualTo(digest(plain));
        assertThat(odd.resolve("pylock.toml")).hasSameTextualContentAs(plain.resolve("pylock.toml"));
    }
}
