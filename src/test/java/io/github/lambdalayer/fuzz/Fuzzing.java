package io.github.lambdalayer.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.lambdalayer.zip.RawZip;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Lets Jazzer run each target for a while, in a JVM with 96 MB of heap, so that what takes all memory is found as well:
 * {@code ./mvnw test -Pfuzz -Dfuzz.seconds=600}.
 *
 * <p>Arguments: the folder of the corpus, and one to work in, which keeps what was found: put that into the corpus.
 */
public final class Fuzzing {

    private static final List<Class<?>> TARGETS =
            List.of(StrictZipFuzz.class, ForeignZipFuzz.class, ElfFuzz.class, WheelFuzz.class);
    private static final String EXECUTED = "stat::number_of_executed_units:";

    private Fuzzing() {}

    public static void main(String[] arguments) throws Exception {
        long seconds = Long.getLong("fuzz.seconds", 600);
        for (Class<?> target : TARGETS) {
            Path work = Path.of(arguments[1], target.getSimpleName());
            Files.createDirectories(work.resolve("corpus"));
            Path log = work.resolve("jazzer.log");
            int status = new ProcessBuilder(command(target, seconds, work, Path.of(arguments[0])))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException(target.getSimpleName() + " failed with status " + status + ": " + log);
            }
            System.out.println(
                    target.getSimpleName() + ": " + executed(log) + " inputs in " + seconds + " s, none of them wrong");
        }
    }

    private static List<String> command(Class<?> target, long seconds, Path work, Path corpus) throws Exception {
        Class<?> jazzer = Class.forName("com.code_intelligence.jazzer.Jazzer");
        Class<?> api = Class.forName("com.code_intelligence.jazzer.api.Jazzer");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-cp", // No more than is needed: Jazzer looks into all of it, and that takes memory.
                String.join(File.pathSeparator, place(jazzer), place(api), place(RawZip.class), place(target)),
                jazzer.getName(),
                "--target_class=" + target.getName(),
                "--instrumentation_includes=io.github.lambdalayer.**",
                "--reproducer_path=" + work,
                "-artifact_prefix=" + work + File.separator,
                "-max_total_time=" + seconds,
                "-max_len=16384",
                "-print_final_stats=1",
                work.resolve("corpus").toString(),
                corpus.resolve(target.getSimpleName()).toString());
    }

    private static String place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    private static String executed(Path log) throws IOException {
        return Files.readString(log, UTF_8)
                .lines()
                .filter(line -> line.startsWith(EXECUTED))
                .map(line -> line.substring(EXECUTED.length()).strip())
                .findFirst()
                .orElse("no");
    }
}
