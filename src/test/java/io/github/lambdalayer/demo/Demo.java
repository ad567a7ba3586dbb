package io.github.lambdalayer.demo;

import io.github.lambdalayer.testing.aws.FakeLambda;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Shows the plugin at work on a small project: wheels from the index, a layer, published to a stand-in of AWS inside
 * this process and attached to a function there, and published again with nothing to do.
 *
 * <p>Arguments: the project's folder, the folder to work in, the plugin's pom, its jar, its version, Maven's home, the
 * local repository.
 */
public final class Demo {

    private static final String REGION = "eu-west-1";

    private final Path work;
    private final List<String> maven;
    private final LocalPython python;

    private Demo(Path work, List<String> maven, LocalPython python) {
        this.work = work;
        this.maven = maven;
        this.python = python;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path work = Path.of(arguments[1], "project");
        Path repository = Path.of(arguments[1], "repository");
        copy(Path.of(arguments[0]), work);
        install(repository, arguments[4], Path.of(arguments[2]), Path.of(arguments[3]));
        List<String> maven = List.of(
                Path.of(arguments[5], "bin", isWindows() ? "mvn.cmd" : "mvn").toString(),
                "-B",
                "-ntp",
                // What the demo installs goes into its own repository; everything else comes from the user's.
                "-Dmaven.repo.local=" + repository,
                "-Dmaven.repo.local.tail=" + arguments[6],
                "-Dlambda-layer.cacheDirectory=" + Path.of(arguments[6], ".cache", "lambda-layer"),
                "-Dplugin.version=" + arguments[4],
                "-Dmaven.install.skip=true",
                "-Dorg.slf4j.simpleLogger.log.org.apache.maven=warn");
        int status = new Demo(work, maven, LocalPython.find()).run();
        if (status != 0) {
            throw new IllegalStateException("the build of the demo failed with status " + status);
        }
    }

    private int run() throws IOException, InterruptedException {
        try (FakeLambda aws = FakeLambda.start()) {
            aws.function(REGION, "orders").runtime(python.runtime());
            say(command(), "the layer is built, published to a stand-in of AWS on this machine, and attached");
            int first = deploy(aws);
            if (first != 0) {
                return first;
            }
            say(command(), "again: nothing has changed, so nothing is done");
            int second = deploy(aws);
            python.importFrom(work.resolve("target/lambda-layer/data.zip"), work.resolve("target/opt"));
            System.out.println();
            System.out.println("What has changed AWS     " + String.join(", ", aws.writes()));
            System.out.println("The layer                " + work.resolve("target/lambda-layer/data.zip"));
            System.out.println("What was done, for CI    " + work.resolve("target/lambda-layer/data.json"));
            System.out.println(
                    "The published version    " + aws.versions(REGION, "data").get(0));
            System.out.println();
            return second;
        }
    }

    private String command() {
        return "mvn deploy" + (python.isUsual() ? "" : " -Dlambda-layer.runtimes=" + python.runtime());
    }

    private int deploy(FakeLambda aws) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(maven);
        command.add("-Dlambda-layer.runtimes=" + python.runtime());
        command.add("deploy");
        ProcessBuilder process =
                new ProcessBuilder(command).directory(work.toFile()).inheritIO();
        process.environment()
                .putAll(Map.of(
                        "AWS_ENDPOINT_URL", aws.endpoint().toString(),
                        "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
                        "AWS_SECRET_ACCESS_KEY", "a-key-of-the-stand-in",
                        "AWS_REGION", REGION,
                        "AWS_EC2_METADATA_DISABLED", "true"));
        process.environment().keySet().removeAll(List.of("AWS_PROFILE", "AWS_SESSION_TOKEN", "MAVEN_ARGS"));
        return process.start().waitFor();
    }

    static void say(String command, String comment) {
        System.out.println();
        System.out.println("$ " + command + "   # " + comment);
        System.out.flush();
    }

    /** Puts the plugin where Maven finds it, without installing it for the user. */
    private static void install(Path repository, String version, Path pom, Path jar) throws IOException {
        String artifact = "lambda-layer-maven-plugin";
        Path folder = Files.createDirectories(
                repository.resolve("io/github/lambdalayer").resolve(artifact).resolve(version));
        Path base = folder.resolve(artifact + "-" + version);
        Files.copy(pom, Path.of(base + ".pom"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(jar, Path.of(base + ".jar"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.resolveSibling(""));
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
