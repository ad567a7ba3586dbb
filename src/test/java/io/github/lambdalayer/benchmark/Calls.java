package io.github.lambdalayer.benchmark;

import io.github.lambdalayer.testing.aws.Call;
import io.github.lambdalayer.testing.aws.FakeLambda;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What AWS is asked when a layer goes to five regions, counted by a stand-in: all callers of an account share 15 calls a
 * second in a region.
 */
final class Calls {

    private static final String REGIONS = "eu-west-1,eu-central-1,eu-north-1,us-east-1,us-west-2";
    private static final Map<String, String> CREDENTIALS = Map.of(
            "AWS_ACCESS_KEY_ID",
            "AKIAIOSFODNN7EXAMPLE",
            "AWS_SECRET_ACCESS_KEY",
            "secret",
            "AWS_EC2_METADATA_DISABLED",
            "true");

    private final Builds builds;
    private final Results results;

    Calls(Builds builds, Results results) {
        this.builds = builds;
        this.results = results;
    }

    void run() throws IOException, InterruptedException {
        Path project = builds.folder().resolve("layers");
        Benchmark.delete(project.resolve("target"));
        try (FakeLambda aws = FakeLambda.start()) {
            publish(project, aws, "first publish to 5 regions", 16);
            publish(project, aws, "publish of an unchanged layer to 5 regions", 6);
            Benchmark.delete(project.resolve("target"));
            publish(project, aws, "the same from a fresh checkout, which looks for room first", 16);
        }
    }

    private void publish(Path project, FakeLambda aws, String what, int aim) throws IOException, InterruptedException {
        aws.forgetCalls();
        builds.run(
                CREDENTIALS,
                "-f",
                project.toString(),
                "lambda-layer:publish@all-in-one",
                "-Dlambda-layer.regions=" + REGIONS,
                "-Dlambda-layer.endpointUrl=" + aws.endpoint());
        Map<String, Long> counts = aws.calls().stream()
                .collect(Collectors.groupingBy(Call::operation, TreeMap::new, Collectors.counting()));
        results.calls(what, aim, counts);
    }
}
