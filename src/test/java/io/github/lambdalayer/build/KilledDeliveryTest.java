package io.github.lambdalayer.build;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.testing.FileSnapshot;
import io.github.lambdalayer.testing.aws.FakeFunction;
import io.github.lambdalayer.testing.aws.FakeLambda;
import io.github.lambdalayer.testing.aws.Fault;
import io.github.lambdalayer.testing.aws.Invariants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A build that publishes to two regions is killed at each of its calls of AWS, before the service carried it out and after; the next build finds a
 * state that it can bring to its end: nothing twice, nothing lost, nothing half attached.
 */
class KilledDeliveryTest {

    private static final String OLD = "arn:aws:lambda:eu-west-1:123456789012:layer:old:1";
    private static final String DATA = "arn:aws:lambda:eu-west-1:123456789012:layer:data:1";
    private static final List<String> WRITES = List.of(
            "PublishLayerVersion",
            "AddLayerVersionPermission",
            "UpdateFunctionConfiguration",
            "PublishVersion",
            "Invoke",
            "UpdateAlias");

    @TempDir
    private Path folder;

    private Path project;
    private FileSnapshot built;

    @BeforeEach
    void layerIsBuilt() throws IOException {
        System.setProperty("aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE");
        System.setProperty("aws.secretAccessKey", Invariants.SECRET);
        project = folder.toRealPath().resolve("project");
        wheel("six", "1.16.0").in(Files.createDirectories(project).resolve("wheels"));
        KilledDelivery.build().assemble(KilledDelivery.spec(project));
        built = FileSnapshot.of(project);
    }

    @Test
    void theNextBuildBringsItToItsEndAfterTheCallsThatCannotBeRepeated() throws Exception {
        killedAt("PublishLayerVersion eu-west-1", 1, true);
        killedAt("UpdateFunctionConfiguration eu-west-1", 1, true);
    }

    /** Takes minutes. */
    @Test
    @Tag("live")
    void theNextBuildBringsItToItsEndAfterEveryCall() throws Exception {
        List<String> calls = callsOfABuildThatLives();
        assertThat(calls).contains("PublishLayerVersion eu-west-1", "UpdateAlias eu-west-1");
        for (int i = 0; i < calls.size(); i++) {
            String call = calls.get(i);
            int nth = Collections.frequency(calls.subList(0, i + 1), call);
            killedAt(call, nth, false);
            if (WRITES.contains(call.split(" ", 2)[0])) {
                killedAt(call, nth, true);
            }
        }
    }

    private static FakeFunction world(FakeLambda aws) {
        aws.layer(OLD, 10);
        return aws.function("eu-west-1", "orders").layers(OLD).alias("live");
    }

    private List<String> callsOfABuildThatLives() throws Exception {
        try (FakeLambda aws = FakeLambda.start()) {
            world(aws);
            built.restore();
            KilledDelivery.run(aws.endpoint().toString(), project);
            return aws.operations();
        }
    }

    /** Two regions are published to side by side, so that a call is the same in each run only as the n-th of its kind. */
    private void killedAt(String call, int nth, boolean afterwards) throws Exception {
        String where = "killed " + (afterwards ? "after " : "before ") + call + ", for the " + nth + ". time";
        try (FakeLambda aws = FakeLambda.start()) {
            FakeFunction orders = world(aws);
            built.restore();
            BlockingQueue<Process> victim = new ArrayBlockingQueue<>(1);
            Runnable kill = () -> kill(victim);
            List<Fault> faults = new ArrayList<>(Collections.nCopies(nth - 1, Fault.none()));
            faults.add(afterwards ? Fault.killedAfter(kill) : Fault.killedBefore(kill));
            String[] operationAndRegion = call.split(" ", 2);
            aws.onIn(operationAndRegion[1], operationAndRegion[0], faults.toArray(Fault[]::new));
            Process process = start(aws.endpoint().toString());
            victim.add(process);
            assertThat(process.waitFor()).as(where).isEqualTo(137);

            KilledDelivery.run(aws.endpoint().toString(), project);
            assertThat(Invariants.broken(aws, KilledDelivery.spec(project).output(), "data"))
                    .as(where)
                    .isEmpty();
            for (String version : List.of(DATA, DATA.replace("eu-west-1", "us-east-1"))) {
                assertThat(aws.versions(version.split(":", -1)[3], "data"))
                        .as(where)
                        .containsExactly(version);
                assertThat(aws.policy(version)).as(where).containsOnlyOnce("210987654321:root");
            }
            assertThat(orders.layers()).as(where).containsExactly(OLD, DATA);
            assertThat(orders.aliasVersion("live")).as(where).isEqualTo("2");
            assertThat(orders.versionLayers("2")).as(where).containsExactly(OLD, DATA);
            assertThat(orders.versionCount()).as(where).isEqualTo(2);
            assertThat(KilledDelivery.spec(project).files().read().orElseThrow().attached())
                    .as(where)
                    .hasSize(1);
        }
    }

    /** Without a word: as the machine does that has no memory left. */
    private static void kill(BlockingQueue<Process> victim) {
        try {
            victim.take().destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process start(String endpoint) throws IOException {
        List<String> command = Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx96m",
                        "-Daws.accessKeyId=AKIAIOSFODNN7EXAMPLE",
                        "-Daws.secretAccessKey=" + Invariants.SECRET,
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledDelivery.class.getName(),
                        endpoint,
                        project.toString())
                .toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
