package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.testing.aws.FakeLambda;
import io.github.lambdalayer.testing.aws.Invariants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A stand-in for AWS, clients that ask it, and a record of what they waited for and told. */
final class World implements AutoCloseable, AwsEvents {

    static final String REGION = "eu-west-1";

    static {
        System.setProperty("aws.configFile", "/nonexistent/config");
        System.setProperty("aws.sharedCredentialsFile", "/nonexistent/credentials");
    }

    final FakeLambda fake;
    final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
    final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final List<AwsClients> opened = new ArrayList<>();

    World() {
        signIn();
        try {
            fake = FakeLambda.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void signIn() {
        System.setProperty("aws.accessKeyId", "AKIATEST");
        System.setProperty("aws.secretAccessKey", Invariants.SECRET);
    }

    static void signOut() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    AwsSettings settings(String... regions) {
        return new AwsSettings(List.of(regions), fake.endpoint().toString(), "", "", "");
    }

    AwsClients clients(String... regions) {
        return opened(AwsClients.open(settings(regions), pause -> {}));
    }

    AwsClients opened(AwsClients clients) {
        opened.add(clients);
        return clients;
    }

    LayerPublisher publisher(String... regions) {
        return publisher(clients(regions));
    }

    LayerPublisher publisher(AwsClients clients) {
        return new LayerPublisher(clients, this, waits::add);
    }

    /** Publishes to the one region. */
    PublishOutcome publish(PublishRequest request) {
        return publisher(REGION).publish(request).orThrow().get(0);
    }

    LayerAttacher attacher() {
        return new LayerAttacher(clients(REGION), this, waits::add);
    }

    LayerDetacher detacher(String... regions) {
        return new LayerDetacher(clients(regions), this, waits::add);
    }

    static LayerException failure(ThrowingCallable work) {
        return Invariants.assertTold(
                Objects.requireNonNull(catchThrowableOfType(LayerException.class, work), "nothing was thrown"));
    }

    /** The block of a failure, line by line. */
    static String lines(String... lines) {
        return String.join("\n", lines);
    }

    @Override
    public void published(PublishOutcome outcome) {
        told.add(outcome.toString());
    }

    @Override
    public void staged(String region, String address, long bytes) {
        told.add("staged " + address + " " + bytes);
    }

    @Override
    public void shared(String region, String change) {
        told.add("shared in " + region + ": " + change);
    }

    @Override
    public void waiting(String region, String because, Duration pause) {
        told.add("waiting: " + because);
    }

    @Override
    public void deleted(LayerVersionArn version) {
        told.add("deleted " + version);
    }

    @Override
    public void progressed(int done, int total) {
        told.add("done: " + done + " of " + total);
    }

    @Override
    public void warned(String region, String sentence) {
        told.add("warned: " + sentence);
    }

    /** Whatever a test has made go wrong, at its end all is as it should be. */
    @Override
    public void close() {
        fake.close();
        opened.forEach(AwsClients::close);
        Invariants.assertHold(fake);
        assertThat(String.join("\n", told)).doesNotContain(Invariants.SECRET);
    }
}
