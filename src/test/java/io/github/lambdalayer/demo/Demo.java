package io.github.lambdalayer.demo;

import io.github.lambdalayer.testing.ForkedMaven;
import io.github.lambdalayer.testing.aws.FakeLambda;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Shows the plugin at work on a small project: wheels from the index, a layer, published to a stand-in of AWS inside
 * this process and attached to a function there, and published again with nothing to do.
 *
 * <p>Arguments: those of {@link ForkedMaven#of}.
 */
public final class Demo {

    private static final String REGION = "eu-west-1";

    private final ForkedMaven maven;
    private final LocalPython python;

    private Demo(ForkedMaven maven, LocalPython python) {
        this.maven = maven;
        this.python = python;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int status = new Demo(ForkedMaven.of(arguments), LocalPython.find()).run();
        if (status != 0) {
            throw new IllegalStateException("the build of the demo failed with status " + status);
        }
    }

    private int run() throws IOException, InterruptedException {
        Path work = maven.project();
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
        Map<String, String> environment = Map.of(
                "AWS_ENDPOINT_URL", aws.endpoint().toString(),
                "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "a-key-of-the-stand-in",
                "AWS_REGION", REGION,
                "AWS_EC2_METADATA_DISABLED", "true");
        return maven.run(environment, "-Dlambda-layer.runtimes=" + python.runtime(), "deploy");
    }

    static void say(String command, String comment) {
        System.out.println();
        System.out.println("$ " + command + "   # " + comment);
        System.out.flush();
    }
}
