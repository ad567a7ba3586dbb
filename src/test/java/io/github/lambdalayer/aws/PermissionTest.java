package io.github.lambdalayer.aws;

import static io.github.lambdalayer.aws.World.REGION;
import static io.github.lambdalayer.aws.World.failure;
import static io.github.lambdalayer.aws.World.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.aws.LayerPermission.Everyone;
import io.github.lambdalayer.testing.aws.Fault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Who else may use a layer. */
class PermissionTest {

    private static final LayerPermission ACCOUNT = LayerPermission.ofAccount("210987654321");
    private static final LayerPermission OTHER = LayerPermission.ofAccount("111111111111");
    private static final LayerPermission ORGANIZATION = LayerPermission.ofOrganization("o-a1b2c3d4e5");

    @AutoClose
    private final World world = new World();

    @TempDir
    Path folder;

    private String publish(String module, LayerPermission... permissions) {
        PublishRequest request =
                LayerFixture.in(folder, module).sharedWith(permissions).request();
        return world.publish(request).arn().value();
    }

    private LambdaClient lambda() {
        return world.clients(REGION).lambda(REGION);
    }

    @Test
    void aNewVersionIsSharedWithAccountsAndOrganizations() {
        String arn = publish("x = 1", ACCOUNT, ORGANIZATION);
        assertThat(world.fake.policy(arn))
                .contains(
                        "\"Sid\":\"lambda-layer-account-210987654321\"",
                        "arn:aws:iam::210987654321:root",
                        "\"aws:PrincipalOrgID\":\"o-a1b2c3d4e5\"");
        assertThat(world.fake.operations().subList(3, 7))
                .containsExactly(
                        "PublishLayerVersion eu-west-1",
                        "GetLayerVersionPolicy eu-west-1",
                        "AddLayerVersionPermission eu-west-1",
                        "AddLayerVersionPermission eu-west-1");
    }

    @Test
    void whatIsChangedIsTold() {
        publish("x = 1", ACCOUNT, ORGANIZATION);
        publish("x = 1", ORGANIZATION);
        publish("x = 1", ORGANIZATION);
        assertThat(world.told)
                .filteredOn(line -> line.startsWith("shared"))
                .containsExactly(
                        "shared in eu-west-1: + lambda-layer-account-210987654321",
                        "shared in eu-west-1: + lambda-layer-organization-o-a1b2c3d4e5",
                        "shared in eu-west-1: - lambda-layer-account-210987654321");
    }

    @Test
    void theNextVersionIsSharedAgain() {
        publish("x = 1", ACCOUNT);
        assertThat(world.fake.policy(publish("x = 2", ACCOUNT))).contains("210987654321");
    }

    @Test
    void whatIsRightIsOnlyRead() {
        publish("x = 1", ACCOUNT, ORGANIZATION, new Everyone());
        world.fake.forgetCalls();
        publish("x = 1", ACCOUNT, ORGANIZATION, new Everyone());
        assertThat(world.fake.writes()).isEmpty();
    }

    @Test
    void whatIsNoLongerDeclaredIsRemovedAndWhatOthersAddedStays() {
        String arn = publish("x = 1", ACCOUNT, OTHER);
        lambda().addLayerVersionPermission(b -> b.layerName("data")
                .versionNumber(1L)
                .statementId("theirs")
                .action("lambda:GetLayerVersion")
                .principal("222222222222"));
        publish("x = 1", OTHER);
        assertThat(world.fake.policy(arn)).contains("theirs", "111111111111").doesNotContain("210987654321");
    }

    @Test
    void anEmptyListTakesAllOfOursAwayAndNoListLeavesThem() {
        String arn = publish("x = 1", ACCOUNT);
        world.publish(LayerFixture.in(folder, "x = 1").request());
        assertThat(world.fake.policy(arn)).contains("210987654321");
        publish("x = 1");
        assertThat(world.fake.policy(arn)).isEmpty();
    }

    @Test
    void aStatementOfOursThatSaysSomethingElseIsReplaced() {
        String arn = publish("x = 1");
        lambda().addLayerVersionPermission(b -> b.layerName("data")
                .versionNumber(1L)
                .statementId(ACCOUNT.statementId())
                .action("lambda:GetLayerVersion")
                .principal("222222222222"));
        publish("x = 1", ACCOUNT);
        assertThat(world.fake.policy(arn)).contains("210987654321").doesNotContain("222222222222");
    }

    @Test
    void anotherWriterBetweenReadingAndWritingIsSeen() {
        world.fake.on(
                "AddLayerVersionPermission",
                Fault.first(() -> {}),
                Fault.refused(412, "PreconditionFailedException", "The Revision Id provided does not match."),
                Fault.replyLost());
        String arn = publish("x = 1", ACCOUNT, ORGANIZATION);
        assertThat(world.fake.policy(arn)).contains("210987654321", "o-a1b2c3d4e5");
    }

    @Test
    void aDenialLeavesTheVersionAndTheNextRunSharesIt() {
        world.fake.deny("lambda:AddLayerVersionPermission");
        assertThat(failure(() -> publish("x = 1", ACCOUNT)).sentence())
                .startsWith("eu-west-1: lambda:AddLayerVersionPermission on"
                        + " arn:aws:lambda:eu-west-1:123456789012:layer:data:1 is denied.");
        world.fake.allow("lambda:AddLayerVersionPermission");
        assertThat(world.fake.policy(publish("x = 1", ACCOUNT))).contains("210987654321");
        assertThat(world.fake.versions(REGION, "data")).hasSize(1);
    }

    @Test
    void everyoneNeedsConsent() {
        assertThat(failure(() -> LayerSharing.of(List.of(LayerPermission.ofAccount("*")), false))
                        .block())
                .isEqualTo(lines(
                        "A permission for * lets every AWS account use the layer and read its content.",
                        "hint: name accounts or an <organization>, or set <allowPublic>true</allowPublic> if that is meant",
                        "see problems.html#public-layer"));
        assertThat(LayerSharing.of(List.of(ORGANIZATION), false).isPublic()).isFalse();
        assertThat(world.fake.policy(publish("x = 1", new Everyone()))).contains("\"Principal\":\"*\"");
    }

    @Test
    void whatIsNeitherAccountNorOrganizationIsRefused() {
        assertThat(failure(() -> LayerPermission.ofAccount("12345")).block())
                .isEqualTo(lines(
                        "\"12345\" is not an AWS account.",
                        "hint: write twelve digits, or * for every account",
                        "see problems.html#bad-permission"));
        assertThat(failure(() -> LayerPermission.ofOrganization("acme")).block())
                .isEqualTo(lines(
                        "\"acme\" is not an AWS Organization.",
                        "hint: it looks like o-a1b2c3d4e5: see aws organizations describe-organization",
                        "see problems.html#bad-permission"));
    }
}
