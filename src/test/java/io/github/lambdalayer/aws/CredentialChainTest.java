package io.github.lambdalayer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class CredentialChainTest {

    @Test
    void aSessionThatIsOverIsNamedAsSuch() {
        SdkClientException over = SdkClientException.create("The SSO session associated with this profile has expired."
                + " To refresh this SSO session run aws sso login with the corresponding profile.");
        assertThat(new AwsFailures("eu-west-1", "lambda:GetFunction", "function orders")
                        .of(over)
                        .block())
                .isEqualTo(World.lines(
                        "The session of AWS IAM Identity Center is over, or there is none yet.",
                        "hint: run aws sso login, and the goal again: what was done is not done twice",
                        "see problems.html#credentials-expired"));
    }
}
