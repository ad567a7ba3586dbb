package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.testing.aws.FakeLambda;
import io.github.lambdalayer.testing.aws.MachineCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a build server has its credentials from, through the SDK's own chain. */
class CredentialSourcesTest {

    private static final String PUBLISHER = "arn:aws:iam::123456789012:role/publisher";

    @TempDir
    private Path home;

    private FakeLambda aws;
    private MachineCredentials machine;

    @BeforeEach
    void start() throws IOException {
        aws = FakeLambda.start();
        machine = MachineCredentials.start();
    }

    @AfterEach
    void stop() {
        machine.close();
        aws.close();
    }

    private Map<String, String> environment(Map<String, String> source) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "HOME",
                home.toString(),
                "AWS_ENDPOINT_URL",
                aws.endpoint().toString(),
                "AWS_EC2_METADATA_DISABLED",
                "true",
                "AWS_REGION",
                "eu-west-1"));
        environment.putAll(source);
        return environment;
    }

    /** As GitHub Actions, GitLab CI and Kubernetes do it. */
    private Map<String, String> webIdentity() throws IOException {
        Path token = Files.writeString(home.resolve("token"), "canary-identity-token");
        return environment(Map.of(
                "AWS_ROLE_ARN",
                PUBLISHER,
                "AWS_WEB_IDENTITY_TOKEN_FILE",
                token.toString(),
                "AWS_ROLE_SESSION_NAME",
                "ci"));
    }

    @Test
    void aTokenOfTheBuildServerIsExchangedForARole() throws IOException {
        assertThat(WhoAmI.ask(webIdentity(), "")).containsExactly(": ASIAWEB of 123456789012");
        assertThat(aws.calls("AssumeRoleWithWebIdentity"))
                .singleElement()
                .satisfies(call -> assertThat(call.body())
                        .containsEntry("RoleArn", PUBLISHER)
                        .containsEntry("RoleSessionName", "ci")
                        .containsEntry("WebIdentityToken", "canary-identity-token"));
    }

    @Test
    void aRoleOfAnotherAccountIsAssumedWithIt() throws IOException {
        String other = "arn:aws:iam::210987654321:role/publisher";
        assertThat(WhoAmI.ask(webIdentity(), "as " + other))
                .containsExactly("as " + other + ": ASIAROLE of 123456789012");
        assertThat(aws.calls("AssumeRole")).singleElement().satisfies(call -> {
            assertThat(call.body()).containsEntry("RoleArn", other);
            assertThat(call.accessKey()).isEqualTo("ASIAWEB");
        });
    }

    @Test
    void aTokenThatAwsRefusesIsToldWithTheRole() throws IOException {
        aws.deny("sts:AssumeRoleWithWebIdentity");
        assertThat(WhoAmI.ask(webIdentity(), ""))
                .containsExactly(
                        ": AWS gives no credentials of " + PUBLISHER
                                + " for the token in AWS_WEB_IDENTITY_TOKEN_FILE (403, AccessDenied): User:"
                                + " arn:aws:sts::123456789012:assumed-role/ci/build is not authorized to perform:"
                                + " sts:AssumeRoleWithWebIdentity on resource: " + PUBLISHER
                                + " because no identity-based policy allows the sts:AssumeRoleWithWebIdentity action",
                        "hint: let the role's trust policy name the token's issuer, audience and subject; that of GitHub"
                                + " Actions has the subject repo:acme/orders:…",
                        "see problems.html#credentials-refused");
    }

    @Test
    void aProfileThatIsNamedIsToldAndNotTheToken() throws IOException {
        aws.deny("sts:AssumeRoleWithWebIdentity");
        Map<String, String> environment = webIdentity();
        environment.put("AWS_PROFILE", "deploy");
        assertThat(WhoAmI.ask(environment, ""))
                .containsExactly(
                        ": No AWS credentials were found in the profile \"deploy\".",
                        "hint: run aws configure or aws sso login, and set AWS_PROFILE or <profile>",
                        "see problems.html#no-credentials");
    }

    @Test
    void aTokenThatIsNotThereIsToldWithItsVariables() throws IOException {
        Map<String, String> environment = webIdentity();
        Files.delete(home.resolve("token"));
        assertThat(WhoAmI.ask(environment, ""))
                .first()
                .isEqualTo(
                        ": AWS_WEB_IDENTITY_TOKEN_FILE is set, and there is no token to be used: it names no file that"
                                + " can be read, or AWS_ROLE_ARN no role.");
    }

    @Test
    void aContainerHasTheCredentialsOfItsTask() throws IOException {
        assertThat(WhoAmI.ask(environment(machine.ofContainer()), ""))
                .containsExactly(": ASIACONTAINER of 123456789012");
        assertThat(machine.requests()).containsExactly("GET /container");
    }

    @Test
    void anInstanceHasTheCredentialsOfItsRole() throws IOException {
        assertThat(WhoAmI.ask(environment(machine.ofInstance()), "")).containsExactly(": ASIAINSTANCE of 123456789012");
        assertThat(machine.requests())
                .startsWith("PUT /latest/api/token")
                .contains("GET /latest/meta-data/iam/security-credentials/builder");
    }
}
