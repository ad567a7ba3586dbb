package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The token that a build server gives, for example GitHub Actions, and that AWS exchanges for a role. When AWS refuses it the
 * SDK looks elsewhere, and in the end only says that it found nothing.
 */
final class WebIdentity {

    private static final String TOKEN_FILE = "AWS_WEB_IDENTITY_TOKEN_FILE";

    private WebIdentity() {}

    /** Why the token that the environment names is of no use; empty where it names none. */
    static Optional<LayerException> refusal() {
        if (SdkSystemSetting.AWS_WEB_IDENTITY_TOKEN_FILE.getStringValue().isEmpty()) {
            return Optional.empty();
        }
        try (WebIdentityTokenFileCredentialsProvider provider = WebIdentityTokenFileCredentialsProvider.create()) {
            provider.resolveCredentials();
            return Optional.empty();
        } catch (AwsServiceException e) {
            return Optional.of(refused(new AwsError(e)));
        } catch (SdkClientException e) {
            return Optional.of(new AwsFailures("", "sts:AssumeRoleWithWebIdentity", role()).of(e));
        } catch (RuntimeException e) {
            return Optional.of(unusable(e));
        }
    }

    private static LayerException refused(AwsError error) {
        return new LayerException(
                AwsProblem.CREDENTIALS_REFUSED,
                "AWS gives no credentials of " + role() + " for the token in " + TOKEN_FILE + AwsFailures.detail(error),
                List.of(
                        "let the role's trust policy name the token's issuer, audience and subject; that of GitHub Actions"
                                + " has the subject repo:acme/orders:…"),
                error.exception());
    }

    private static LayerException unusable(RuntimeException e) {
        return new LayerException(
                AwsProblem.NO_CREDENTIALS,
                TOKEN_FILE
                        + " is set, and there is no token to be used: it names no file that can be read, or AWS_ROLE_ARN"
                        + " no role.",
                List.of("set both, or neither"),
                e);
    }

    private static String role() {
        return Printable.name(
                SdkSystemSetting.AWS_ROLE_ARN.getStringValue().orElse("the role of AWS_ROLE_ARN, which is not set"));
    }
}
