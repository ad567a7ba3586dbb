package io.github.lambdalayer.aws;

import static io.github.lambdalayer.aws.World.REGION;
import static io.github.lambdalayer.aws.World.failure;
import static io.github.lambdalayer.aws.World.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.aws.PublishOutcome.Published;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.testing.aws.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishFaultsTest {

    private static final String ADOPTED = "already published by the interrupted attempt";
    private static final String LAYER = "arn:aws:lambda:eu-west-1:123456789012:layer:data";

    @AutoClose
    private final World world = new World();

    private LayerFixture layer;

    @TempDir
    Path folder;

    @BeforeEach
    void layer() {
        layer = LayerFixture.in(folder, "x = 1");
    }

    private void on(Fault... faults) {
        world.fake.on("PublishLayerVersion", faults);
    }

    private PublishOutcome publish() {
        return world.publish(layer.request());
    }

    private static Published published(int version, String because) {
        return new Published(REGION, LayerVersionArn.parse(LAYER + ":" + version), because);
    }

    private List<String> versions() {
        return world.fake.versions(REGION, "data");
    }

    @Test
    void aReplyThatIsLostIsFoundByASecondLook() {
        on(Fault.replyLost());
        assertThat(publish()).isEqualTo(published(1, ADOPTED));
        assertThat(versions()).hasSize(1);
        assertThat(world.fake.writes()).containsExactly("PublishLayerVersion eu-west-1");
        assertThat(world.told.get(0)).isEqualTo("waiting: no answer to lambda:PublishLayerVersion");
    }

    @Test
    void aReplyThatIsCutIsFoundByASecondLook() {
        on(Fault.replyCut());
        assertThat(publish()).isEqualTo(published(1, ADOPTED));
        assertThat(versions()).hasSize(1);
    }

    @Test
    void aReplyThatComesTooLateIsFoundByASecondLook() {
        on(Fault.replyLate());
        AwsClients hasty = world.opened(AwsClients.open(world.settings(REGION), Duration.ofMillis(300), pause -> {}));
        assertThat(world.publisher(hasty).publish(layer.request()).orThrow()).containsExactly(published(1, ADOPTED));
        assertThat(versions()).hasSize(1);
    }

    @Test
    void anErrorAfterTheCommitIsFoundByASecondLook() {
        on(Fault.serverErrorAfterwards(500));
        assertThat(publish()).isEqualTo(published(1, ADOPTED));
        assertThat(versions()).hasSize(1);
        assertThat(world.told.get(0)).isEqualTo("waiting: AWS failed at lambda:PublishLayerVersion");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void anErrorBeforeTheCommitIsFollowedByALookAndAnotherTry(int status) {
        on(Fault.serverError(status));
        assertThat(publish()).isEqualTo(published(1, "first version"));
        assertThat(world.fake.operations())
                .containsExactly(
                        "GetCallerIdentity eu-west-1",
                        "ListLayerVersions eu-west-1",
                        "GetAccountSettings eu-west-1",
                        "PublishLayerVersion eu-west-1",
                        "ListLayerVersions eu-west-1",
                        "PublishLayerVersion eu-west-1");
    }

    @Test
    void fourTriesWithoutAGoodAnswerAreEnough() {
        on(Collections.nCopies(9, Fault.serverError(503)).toArray(Fault[]::new));
        assertThat(failure(this::publish).block())
                .isEqualTo(lines(
                        "eu-west-1: lambda:PublishLayerVersion on layer data was sent 4 times without a good answer, and"
                                + " no version with this content is to be seen.",
                        "hint: run mvn lambda-layer:publish again: it looks first, and does not publish twice",
                        "see problems.html#publish-uncertain"));
        assertThat(world.fake.writes()).hasSize(4);
    }

    @Test
    void throttlingIsWaitedForAsLongAsItAsks() {
        on(Collections.nCopies(5, Fault.throttled("7")).toArray(Fault[]::new));
        assertThat(publish()).isEqualTo(published(1, "first version"));
        assertThat(world.waits)
                .hasSize(5)
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7_500)));
        assertThat(world.told.get(0)).isEqualTo("waiting: AWS asks to slow down");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "Wed, 21 Oct 2015 07:28:00 GMT"})
    void throttlingWithoutAUsefulTimeIsWaitedForToo(String retryAfter) {
        on(Fault.throttled(retryAfter), Fault.throttled(retryAfter));
        assertThat(publish()).isEqualTo(published(1, "first version"));
        assertThat(world.waits).hasSize(2).allMatch(wait -> wait.compareTo(Duration.ofSeconds(3)) < 0);
    }

    @Test
    void throttlingHasALimit() {
        on(Fault.throttled("99999"));
        assertThat(failure(this::publish).block())
                .isEqualTo(lines(
                        "eu-west-1: AWS is still throttling lambda:PublishLayerVersion.",
                        "hint: run the goal again later: all callers of the account share 15 calls a second in a region",
                        "see problems.html#throttled"));
        assertThat(world.waits).isEmpty();
        on(Collections.nCopies(99, Fault.throttled("60")).toArray(Fault[]::new));
        assertThat(failure(this::publish).code()).isEqualTo(AwsProblem.THROTTLED);
        assertThat(world.waits.stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void fullStorageNamesTheQuotaAndTheGoalThatMakesRoom() {
        on(Fault.refused(400, "CodeStorageExceededException", "Code storage limit exceeded."));
        assertThat(failure(this::publish).block())
                .isEqualTo(lines(
                        "eu-west-1: the account's storage for code and layers is full: 300 GB in a region, counted"
                                + " unzipped.",
                        "hint: mvn lambda-layer:prune deletes old versions that no function uses",
                        "see problems.html#storage-full"));
    }

    @Test
    void credentialsThatExpireOnTheWayAreNamedAsSuch() {
        on(Fault.first(world.fake::expireCredentials));
        assertThat(failure(this::publish).block())
                .isEqualTo(lines(
                        "eu-west-1: the AWS credentials have expired (lambda:PublishLayerVersion).",
                        "hint: renew them, for example with aws sso login, and run the goal again: what was done is not"
                                + " done twice",
                        "see problems.html#credentials-expired"));
    }

    @Test
    void aRefusedSignatureIsToldWithoutTheRequestThatAwsRepeats() {
        on(
                Fault.refused(
                        403,
                        "InvalidSignatureException",
                        "The request signature we calculated does not match. The Canonical String was x-amz-security-token:TOP"));
        assertThat(failure(this::publish)).satisfies(e -> {
            assertThat(e.block())
                    .isEqualTo(lines(
                            "eu-west-1: AWS does not accept the credentials for lambda:PublishLayerVersion"
                                    + " (InvalidSignatureException).",
                            "hint: check the access key, the session token and this machine's clock",
                            "see problems.html#credentials-refused"));
            assertThat(e.getCause()).isNull();
        });
        on(Fault.refused(403, "InvalidSignatureException", "Signature expired: 20260101T000000Z is now earlier than"));
        assertThat(failure(this::publish).hints())
                .containsExactly(
                        "check this machine's clock; a slow upload has to end within five minutes, unless it goes"
                                + " through a <bucket>");
    }

    @Test
    void aRefusalStopsAtOnce() {
        on(Fault.refused(400, "InvalidParameterValueException", "Could not unzip uploaded file."));
        assertThat(failure(this::publish).sentence())
                .isEqualTo("eu-west-1: AWS refused lambda:PublishLayerVersion on layer data (400,"
                        + " InvalidParameterValueException): Could not unzip uploaded file.");
        assertThat(world.fake.writes()).hasSize(1);
        assertThat(world.waits).isEmpty();
    }

    @Test
    void publishingThatIsDeniedNamesActionAndResource() {
        world.fake.deny("lambda:PublishLayerVersion");
        assertThat(failure(this::publish).block())
                .isEqualTo(lines(
                        "eu-west-1: lambda:PublishLayerVersion on " + LAYER + " is denied. AWS says: User:"
                                + " arn:aws:sts::123456789012:assumed-role/ci/build is not authorized to perform:"
                                + " lambda:PublishLayerVersion on resource: " + LAYER
                                + " because no identity-based policy allows"
                                + " the lambda:PublishLayerVersion action",
                        "hint: allow it to the caller: mvn lambda-layer:policy prints what this pom needs",
                        "see problems.html#access-denied"));
    }

    @Test
    void readingThatIsDeniedStopsBeforeAnythingIsWritten() {
        publish();
        world.fake.forgetCalls();
        world.fake.deny("lambda:GetLayerVersion");
        assertThat(failure(this::publish).sentence())
                .startsWith("eu-west-1: lambda:GetLayerVersion on " + LAYER + ":1 is denied. AWS says: ");
        world.fake.deny("lambda:ListLayerVersions");
        assertThat(failure(this::publish).sentence())
                .startsWith("eu-west-1: lambda:ListLayerVersions on " + LAYER + " is denied. AWS says: ");
        assertThat(world.fake.writes()).isEmpty();
    }

    @Test
    void readsAreRepeatedByTheSdk() {
        world.fake.on("ListLayerVersions", Fault.refused(500, "ServiceException", "An error occurred."), Fault.none());
        assertThat(publish()).isEqualTo(published(1, "first version"));
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        AwsSettings nowhere = new AwsSettings(List.of(REGION), "http://127.0.0.1:1", "", "", "");
        assertThat(failure(() -> world.publisher(world.opened(AwsClients.open(nowhere)))
                                .publish(layer.request()))
                        .block())
                .isEqualTo(lines(
                        "eu-west-1: no answer from AWS to sts:GetCallerIdentity: Connection refused.",
                        "hint: check the region's name, <endpointUrl> where it is set, the network and the proxies of settings.xml",
                        "see problems.html#aws-unreachable"));
    }
}
