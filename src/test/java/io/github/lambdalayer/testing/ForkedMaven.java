package io.github.lambdalayer.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Maven in a process of its own, on a copy of a project, with the plugin as it has just been built. */
public final class ForkedMaven {

    private final Path project;
    private final List<String> command;

    private ForkedMaven(Path project, List<String> command) {
        this.project = project;
        this.command = command;
    }

    /**
     * Copies the project and puts the plugin where Maven finds it, without installing it for the user.
     *
     * @param arguments the project's folder, the folder to work in, the plugin's pom, its jar, its version, Maven's
     *     home, the user's local repository
     */
    public static ForkedMaven of(String[] arguments) throws IOException {
        Path project = Path.of(arguments[1], "project");
        Path repository = Path.of(arguments[1], "repository");
        copy(Path.of(arguments[0]), project);
        install(repository, arguments[4], Path.of(arguments[2]), Path.of(arguments[3]));
        return new ForkedMaven(
                project,
                List.of(
                        Path.of(arguments[5], "bin", isWindows() ? "mvn.cmd" : "mvn")
                                .toString(),
                        "-B",
                        "-ntp",
                        // What is installed goes into a repository of its own; everything else comes from the user's.
                        "-Dmaven.repo.local=" + repository,
                        "-Dmaven.repo.local.tail=" + arguments[6],
                        "-Dlambda-layer.cacheDirectory=" + cache(arguments),
                        "-Dplugin.version=" + arguments[4],
                        "-Dmaven.install.skip=true",
                        "-Dorg.slf4j.simpleLogger.log.org.apache.maven=warn"));
    }

    /** The cache that all projects of the user share. */
    public static Path cache(String[] arguments) {
        return Path.of(arguments[6], ".cache", "lambda-layer");
    }

    /** The copy of the project. */
    public Path project() {
        return project;
    }

    /** Runs goals with these variables of the environment, and returns Maven's exit status; its output is shown. */
    public int run(Map<String, String> environment, String... goals) throws IOException, InterruptedException {
        return run(environment, ProcessBuilder.Redirect.INHERIT, goals);
    }

    /** As {@link #run(Map, String...)}, with the output somewhere else. */
    public int run(Map<String, String> environment, ProcessBuilder.Redirect output, String... goals)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of(goals));
        ProcessBuilder process = new ProcessBuilder(line)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        process.environment().keySet().removeAll(List.of("AWS_PROFILE", "AWS_SESSION_TOKEN", "MAVEN_ARGS"));
        process.environment().putAll(environment);
        return process.start().waitFor();
    }

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
