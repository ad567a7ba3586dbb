package io.github.lambdalayer.benchmark;

import io.github.lambdalayer.benchmark.Results.Bar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Twenty layers of one package each against one layer that holds these packages. */
final class ManyLayers {

    private static final double AIM = 1.3;
    private static final int ROUNDS = 5;

    private final Builds builds;
    private final Results results;

    ManyLayers(Builds builds, Results results) {
        this.builds = builds;
        this.results = results;
    }

    void run() throws IOException, InterruptedException {
        build("lambda-layer:lock@all-in-one", "lambda-layer:lock@twenty");
        double[] seconds = Timing.medians(
                ROUNDS, () -> build("lambda-layer:build@twenty"), () -> build("lambda-layer:build@all-in-one"));
        Bar twenty = new Bar("20 layers", seconds[0]);
        Bar one = new Bar("one layer of the same packages", seconds[1]);
        results.within("20 layers in one pom, -T 2C", AIM, twenty, one);
    }

    private void build(String... goals) throws IOException, InterruptedException {
        Path project = builds.folder().resolve("layers");
        Benchmark.delete(project.resolve("target"));
        String[] line = new String[goals.length + 4];
        line[0] = "-T";
        line[1] = "2C";
        line[2] = "-f";
        line[3] = project.toString();
        System.arraycopy(goals, 0, line, 4, goals.length);
        builds.run(Map.of(), line);
    }
}
