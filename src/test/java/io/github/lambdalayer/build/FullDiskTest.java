package io.github.lambdalayer.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds in a namespace of their own (Linux: {@code unshare}), in which a disk is full, or a folder can only be read. What the
 * build left is compared there with what was before.
 */
class FullDiskTest {

    private static final String FULL = """
            cp -r "$0" "$1/copy" && mount -t tmpfs -o size=16m none "$0" && cp -a "$1/copy/." "$0" || exit 99
            dd if=/dev/zero of="$0/fill" bs=4k 2>/dev/null
            left=$1; shift; "$@"; code=$?
            rm "${0}/fill"
            find "$0" -name '*.part'
            diff -rN -x '*.lock' "$left/copy" "$0" && exit $code
            """;

    private static final String READ_ONLY = """
            mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" || exit 99
            shift; exec "$@"
            """;

    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void layerOfOneWheelIsLockedAndBuilt() throws IOException {
        project = KilledBuild.lockedAndBuilt(folder);
    }

    @Test
    void aFullDiskKeepsTheOldLock() throws Exception {
        assertThat(fails(FULL, project, "lock", "two"))
                .isEqualTo(
                        project.resolve("pylock.toml") + " cannot be written: No space left on device; what was there"
                                + " before is untouched.\n"
                                + "hint: see that its folder can be written to and that the disk has room, or set <lockFile>\n"
                                + "see problems.html#lock-not-written");
    }

    @Test
    void aFullDiskTakesNoWheelAndKeepsTheOldLayer() throws Exception {
        KilledBuild.run("lock", project, "two");
        assertThat(fails(FULL, project, "assemble", "two"))
                .startsWith("Cannot write " + project.resolve("cache"))
                .contains("two-1.0-py3-none-any.whl: No space left on device (needs ", ", 0 bytes are free).\n")
                .endsWith("see problems.html#cache-unwritable");
    }

    @Test
    void aFullDiskKeepsTheOldLayer() throws Exception {
        Files.writeString(project.resolve("src/own.py"), "x = 2\n");
        assertThat(fails(FULL, project, "assemble", "one"))
                .startsWith(project.toString())
                .contains(": No space left on device")
                .contains("\nsee problems.html#");
    }

    @Test
    void aCacheThatCanOnlyBeReadIsEnoughWhenAllIsThere() throws Exception {
        Files.delete(project.resolve("target/lambda-layer/data.zip"));
        assertThat(in(READ_ONLY, project.resolve("cache"), "assemble", "one").status())
                .isZero();
        assertThat(project.resolve("target/lambda-layer/data.zip")).exists();
    }

    @Test
    void aCacheThatCanOnlyBeReadIsToldWhenAWheelIsMissing() throws Exception {
        KilledBuild.run("lock", project, "two");
        assertThat(fails(READ_ONLY, project.resolve("cache"), "assemble", "two"))
                .startsWith("Cannot write " + project.resolve("cache"))
                .contains("two-1.0-py3-none-any.whl: Read-only file system (needs ")
                .endsWith("see problems.html#cache-unwritable");
    }

    @Test
    void anOutputFolderThatCanOnlyBeReadKeepsTheOldLayer() throws Exception {
        Files.writeString(project.resolve("src/own.py"), "x = 2\n");
        byte[] old = Files.readAllBytes(project.resolve("target/lambda-layer/data.zip"));
        assertThat(fails(READ_ONLY, project.resolve("target"), "assemble", "one"))
                .contains(project.resolve("target") + "/")
                .contains(": Read-only file system.\n")
                .contains("\nsee problems.html#");
        assertThat(project.resolve("target/lambda-layer/data.zip")).hasBinaryContent(old);
    }

    private record Ended(int status, String said) {}

    /** What the step says when it fails; that nothing else has changed is part of the script. */
    private String fails(String script, Path place, String step, String requirement) throws Exception {
        Ended ended = in(script, place, step, requirement);
        assertThat(ended.status()).as(ended.said()).isEqualTo(1);
        return ended.said();
    }

    private Ended in(String script, Path place, String step, String requirement) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                script,
                place.toString(),
                folder.toRealPath().toString()));
        assumeTrue(mayMount(), "there is no unshare here, or it may not mount");
        command.addAll(KilledBuild.command(step, project, requirement));
        return run(command);
    }

    private static boolean mayMount() throws Exception {
        try {
            return run(List.of(
                                    "unshare",
                                    "--user",
                                    "--map-root-user",
                                    "--mount",
                                    "mount",
                                    "-t",
                                    "tmpfs",
                                    "none",
                                    "/mnt"))
                            .status()
                    == 0;
        } catch (IOException e) {
            return false; // There is none.
        }
    }

    private static Ended run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Ended(process.waitFor(), said);
    }
}
