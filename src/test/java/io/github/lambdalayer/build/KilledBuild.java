package io.github.lambdalayer.build;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;

import io.github.lambdalayer.build.Contents.Layout;
import io.github.lambdalayer.lambda.LambdaLimits;
import io.github.lambdalayer.layer.FileTree;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.testing.RecordingBuildLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What {@link KilledBuildTest} kills: {@code KilledBuild assemble /project two} or {@code KilledBuild lock /project two}. */
final class KilledBuild {

    private KilledBuild() {}

    public static void main(String[] arguments) {
        try {
            run(arguments[0], Path.of(arguments[1]), arguments[2]);
        } catch (LayerException e) {
            System.out.println(e.block());
            System.exit(1);
        }
    }

    /** Java with what it takes to start it in a hurry. */
    static List<String> command(String step, Path project, String requirement) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx96m",
                "-cp",
                System.getProperty("java.class.path"),
                KilledBuild.class.getName(),
                step,
                project.toString(),
                requirement);
    }

    /** A project in this folder whose layer is locked and built with the wheel {@code one}; {@code two} requires it. */
    static Path lockedAndBuilt(Path folder) throws IOException {
        Path project = Files.createDirectories(folder.toRealPath().resolve("project"));
        Files.writeString(Files.createDirectories(project.resolve("src")).resolve("own.py"), "x = 1\n");
        wheel("one", "1.0").in(project.resolve("wheels"));
        wheel("two", "1.0").requires("one").in(project.resolve("wheels"));
        run("lock", project, "one");
        run("assemble", project, "one");
        return project;
    }

    /** One step of a build of the layer {@code data}, which has a module of its own as well. */
    static void run(String step, Path project, String requirement) {
        LayerBuild build =
                new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, new RecordingBuildLog(), "0.1.0"));
        if (step.equals("lock")) {
            build.lock(spec(project, requirement), Upgrade.NOTHING);
        } else {
            build.assemble(spec(project, requirement));
        }
    }

    private static LayerSpec spec(Path project, String requirement) {
        Contents contents = new Contents(
                Layout.AUTO,
                List.of(FileTree.python(project.resolve("src"))),
                List.of(),
                List.of(),
                Map.of(),
                LambdaLimits.DIRECT_ZIPPED_BYTES);
        return TestSpecs.in(project).requiring(requirement).with(contents).spec();
    }
}
