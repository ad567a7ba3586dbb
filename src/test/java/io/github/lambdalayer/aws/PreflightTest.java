package io.github.lambdalayer.aws;

import static io.github.lambdalayer.aws.World.REGION;
import static io.github.lambdalayer.aws.World.failure;
import static io.github.lambdalayer.aws.World.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.lambda.LayerName;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.problem.LayerException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    private final World world = new World();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        World.signIn();
        world.close();
    }

    private PublishReport publish(AwsSettings settings) {
        return world.publisher(world.opened(AwsClients.open(settings)))
                .publish(LayerFixture.in(folder, "x = 1").request());
    }

    private AwsSettings as(String profile, String role, String account) {
        return new AwsSettings(List.of(REGION), world.fake.endpoint().toString(), profile, role, account);
    }

    @Test
    void withoutCredentialsNothingIsAsked() {
        Assumptions.assumeTrue(System.getenv("AWS_ACCESS_KEY_ID") == null, "this environment has credentials");
        World.signOut();
        assertThat(failure(() -> publish(as("", "", ""))).block())
                .isEqualTo(lines(
                        "No AWS credentials were found: not in the environment, not in a profile, and this machine has"
                                + " no role.",
                        "hint: run aws configure or aws sso login, and set AWS_PROFILE or <profile>",
                        "see problems.html#no-credentials"));
        assertThat(world.fake.operations()).isEmpty();
    }

    @Test
    void aProfileIsNotReplacedByOtherCredentials() {
        assertThat(failure(() -> publish(as("shop", "", ""))).sentence())
                .isEqualTo("No AWS credentials were found in the profile \"shop\".");
        assertThat(world.fake.operations()).isEmpty();
    }

    @Test
    void withoutARegionNothingIsAsked() {
        Assumptions.assumeTrue(
                System.getenv("AWS_REGION") == null && System.getenv("AWS_DEFAULT_REGION") == null,
                "this environment has a region");
        AwsSettings settings = new AwsSettings(List.of(), world.fake.endpoint().toString(), "", "", "");
        assertThat(failure(() -> publish(settings)).block())
                .isEqualTo(lines(
                        "No AWS region is set.",
                        "hint: set <regions><region>eu-west-1</region></regions>, AWS_REGION, or region in the profile",
                        "see problems.html#no-region"));
        assertThat(world.fake.operations()).isEmpty();
    }

    @Test
    void anotherAccountIsRefused() {
        assertThat(failure(() -> publish(as("", "", "210987654321"))).block())
                .isEqualTo(lines(
                        "The AWS credentials belong to account 123456789012, and expectedAccount is \"210987654321\".",
                        "hint: choose a <profile> or a <roleArn> of that account",
                        "see problems.html#wrong-account"));
        assertThat(world.fake.operations()).containsExactly("GetCallerIdentity eu-west-1");
        assertThat(publish(as("", "", "123456789012")).orThrow()).hasSize(1);
    }

    private LayerException attachFailure(String expected, String layer, String function) {
        AttachRequest request = new AttachRequest(
                List.of(LayerVersionArn.parse(layer)), List.of(FunctionWish.of(function)), List.of(), List.of(), 1);
        AwsClients clients = world.opened(AwsClients.open(as("", "", expected)));
        return failure(() -> new LayerAttacher(clients, world, world.waits::add).attach(request));
    }

    @Test
    void aLayerIsNotAttachedWithTheCredentialsOfAnotherAccount() {
        world.fake.function(REGION, "orders");
        String layer = "arn:aws:lambda:eu-west-1:123456789012:layer:data:7";
        assertThat(attachFailure("210987654321", layer, "orders").block())
                .isEqualTo(lines(
                        "The AWS credentials belong to account 123456789012, and expectedAccount is \"210987654321\".",
                        "hint: choose a <profile> or a <roleArn> of that account",
                        "see problems.html#wrong-account"));
        assertThat(world.fake.operations()).containsExactly("GetCallerIdentity eu-west-1");
    }

    @Test
    void aLayerAndAFunctionOfAnotherAccountAreRefused() {
        LayerException failure = attachFailure(
                "123456789012",
                "arn:aws:lambda:eu-west-1:210987654321:layer:data:7",
                "arn:aws:lambda:eu-west-1:310987654321:function:orders");
        assertThat(failure.block())
                .isEqualTo(lines(
                        "2 problems:",
                        "",
                        "Layer arn:aws:lambda:eu-west-1:210987654321:layer:data:7 is of account 210987654321, and"
                                + " expectedAccount is \"123456789012\".",
                        "",
                        "Function arn:aws:lambda:eu-west-1:310987654321:function:orders is of account 310987654321, and"
                                + " expectedAccount is \"123456789012\".",
                        "",
                        "hint: mvn lambda-layer:publish",
                        "hint: name a function of that account, or its name alone",
                        "see problems.html#wrong-account"));
        assertThat(world.fake.operations()).containsExactly("GetCallerIdentity eu-west-1");
    }

    @Test
    void theCredentialsOfAnotherAccountDetachAndDeleteNothing() {
        AwsClients clients = world.opened(AwsClients.open(as("", "", "210987654321")));
        LayerName data = LayerName.of("data");
        LayerDetacher detacher = new LayerDetacher(clients, world, world.waits::add);
        assertThat(failure(() -> detacher.detach(data, List.of(FunctionWish.of("orders"))))
                        .code())
                .isEqualTo(AwsProblem.WRONG_ACCOUNT);
        LayerPruner pruner = new LayerPruner(clients, world);
        assertThat(failure(() -> pruner.plan(data, 1, Set.of())).code()).isEqualTo(AwsProblem.WRONG_ACCOUNT);
        assertThat(world.fake.operations()).containsExactly("GetCallerIdentity eu-west-1");
    }

    @Test
    void aRoleIsAssumedOnTopOfTheCredentials() {
        publish(as("", "arn:aws:iam::123456789012:role/publisher", "")).orThrow();
        assertThat(world.fake.calls("AssumeRole"))
                .singleElement()
                .satisfies(call -> assertThat(call.body())
                        .containsEntry("RoleArn", "arn:aws:iam::123456789012:role/publisher")
                        .containsEntry("RoleSessionName", "lambda-layer-maven-plugin"));
    }

    @Test
    void aRoleThatMayNotBeAssumedIsNamed() {
        world.fake.deny("sts:AssumeRole");
        assertThat(failure(() -> publish(as("", "arn:aws:iam::123456789012:role/publisher", "")))
                        .sentence())
                .startsWith("sts:AssumeRole on arn:aws:iam::123456789012:role/publisher is denied. AWS says: User:");
    }

    @Test
    void accountSettingsAreOptional() {
        world.fake.withoutAccountSettings();
        assertThat(publish(as("", "", "")).orThrow()).hasSize(1);
    }

    @Test
    void accountSettingsMayBeDenied() {
        world.fake.deny("lambda:GetAccountSettings");
        assertThat(publish(as("", "", "")).orThrow()).hasSize(1);
    }

    @Test
    void fullStorageIsSeenBeforeTheUpload() {
        world.fake.storageLimit(4);
        assertThat(failure(() -> publish(as("", "", ""))).code()).isEqualTo(AwsProblem.STORAGE_FULL);
        assertThat(world.fake.writes()).isEmpty();
    }

    @Test
    void expiredCredentialsAreSeenByTheFirstCall() {
        world.fake.expireCredentials();
        assertThat(failure(() -> publish(as("", "", ""))).sentence())
                .isEqualTo("eu-west-1: the AWS credentials have expired (sts:GetCallerIdentity).");
    }

    @Test
    void anAddressOfTheEnvironmentStandsForAllServices() {
        System.setProperty("aws.endpointUrl", world.fake.endpoint().toString());
        try {
            world.fake.bucket("stage", REGION);
            Staging staging = new Staging("stage", "", StorageMode.COPY);
            PublishRequest request =
                    LayerFixture.in(folder, 10_485_760).staging(staging).request();
            AwsClients clients = world.opened(AwsClients.open(new AwsSettings(List.of(REGION), "", "", "", "")));
            assertThat(world.publisher(clients).publish(request).orThrow()).hasSize(1);
            assertThat(world.fake.objects("stage")).hasSize(1);
        } finally {
            System.clearProperty("aws.endpointUrl");
        }
    }

    @Test
    void theSdkIsKeptFromLoggingRequests() {
        world.clients(REGION);
        assertThat(System.getProperty("org.slf4j.simpleLogger.log.software.amazon.awssdk"))
                .isEqualTo("info");
    }
}
