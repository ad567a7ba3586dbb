package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClientBuilder;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The credentials of a run: the SDK's chain, a profile that is named, and a role on top when one is. */
final class Credentials implements AutoCloseable {

    private static final String SESSION = "lambda-layer-maven-plugin";

    private final AwsSettings settings;
    private final Supplier<StsClientBuilder> sts;
    private @Nullable AwsCredentialsProvider provider;

    Credentials(AwsSettings settings, Supplier<StsClientBuilder> sts) {
        this.settings = settings;
        this.sts = sts;
    }

    synchronized AwsCredentialsProvider provider() {
        AwsCredentialsProvider known = provider;
        if (known == null) {
            known = settings.roleArn().isEmpty() ? found() : assumed(found());
            provider = known;
        }
        return known;
    }

    private AwsCredentialsProvider found() {
        return settings.profile().isEmpty()
                ? DefaultCredentialsProvider.builder().build()
                : ProfileCredentialsProvider.create(settings.profile());
    }

    private AwsCredentialsProvider assumed(AwsCredentialsProvider base) {
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts.get().credentialsProvider(base).build())
                .refreshRequest(r -> r.roleArn(settings.roleArn()).roleSessionName(SESSION))
                .build();
    }

    /** Finds them, without asking whether AWS accepts them. */
    void check() {
        try {
            provider().resolveCredentials();
        } catch (AwsServiceException e) {
            throw new AwsFailures("", "sts:AssumeRole", Printable.name(settings.roleArn())).of(e);
        } catch (SdkClientException e) {
            // The SDK's sentence is long and can repeat parts of the profile, so it is kept for the debug log.
            throw isSignedOut(e) ? signedOut(e) : new LayerException(AwsProblem.NO_CREDENTIALS, missing(), hints(), e);
        }
    }

    /** Whether a session of IAM Identity Center is over; the SDK says so in words alone. */
    static boolean isSignedOut(SdkException e) {
        return String.valueOf(e.getMessage()).contains("aws sso login");
    }

    static LayerException signedOut(SdkException e) {
        return new LayerException(
                AwsProblem.CREDENTIALS_EXPIRED,
                "The session of AWS IAM Identity Center is over.",
                List.of("run aws sso login, and the goal again: what was done is not done twice"),
                e);
    }

    private String missing() {
        return settings.profile().isEmpty()
                ? "No AWS credentials were found: not in the environment, not in a profile, and this machine has no role."
                : "No AWS credentials were found in the profile \"" + Printable.name(settings.profile()) + "\".";
    }

    private static List<String> hints() {
        return List.of("run aws configure or aws sso login, and set AWS_PROFILE or <profile>");
    }

    @Override
    public void close() {
        if (provider instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
    }
}
