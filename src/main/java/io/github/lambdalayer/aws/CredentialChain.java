package io.github.lambdalayer.aws;

import io.github.lambdalayer.files.IoReason;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.services.sts.StsClientBuilder;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The credentials of a run: the SDK's chain, a profile that is named, and a role on top when one is. */
final class CredentialChain implements AutoCloseable {

    private static final String SESSION = "lambda-layer-maven-plugin";

    private final AwsSettings settings;
    private final Supplier<StsClientBuilder> sts;
    private @Nullable AwsCredentialsProvider provider;

    CredentialChain(AwsSettings settings, Supplier<StsClientBuilder> sts) {
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
            throw refused(e);
        } catch (SdkClientException e) {
            // The SDK's sentence is long and can repeat parts of the profile, so it is kept for the debug log.
            throw signedOut(e)
                    .or(this::refusedToken)
                    .orElseGet(() -> new LayerException(AwsProblem.NO_CREDENTIALS, missing(), hints(), e));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        } catch (UncheckedIOException e) {
            throw unusable(IoReason.of(Objects.requireNonNull(e.getCause())), e);
        }
    }

    /** Where a profile is named, it is what the user wants credentials of, though the SDK tries the token first. */
    private Optional<LayerException> refusedToken() {
        return profileName().isEmpty() ? WebIdentity.refusal() : Optional.empty();
    }

    /** Of the parameter, or of {@code AWS_PROFILE}; else "". */
    private String profileName() {
        return settings.profile().isEmpty()
                ? ProfileFileSystemSetting.AWS_PROFILE
                        .getNonDefaultStringValue()
                        .orElse("")
                : settings.profile();
    }

    private LayerException refused(AwsServiceException e) {
        if (e.statusCode() == 401) { // Nobody but the portal of IAM Identity Center says that.
            return signedOut("AWS IAM Identity Center", "aws sso login", e);
        }
        String role = settings.roleArn().isEmpty() ? "the role of the profile" + profile() : settings.roleArn();
        return new AwsFailures("", "sts:AssumeRole", Printable.name(role)).of(e);
    }

    /** What the user is told when a session is over, or never was; the SDK says so in words alone. */
    static Optional<LayerException> signedOut(SdkException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("aws sso login")) {
            return Optional.of(signedOut("AWS IAM Identity Center", "aws sso login", e));
        }
        return message.contains("re-authenticate")
                ? Optional.of(signedOut("aws login", "aws login", e))
                : Optional.empty();
    }

    private static LayerException signedOut(String whose, String command, SdkException e) {
        return new LayerException(
                AwsProblem.CREDENTIALS_EXPIRED,
                "The session of " + whose + " is over, or there is none yet.",
                List.of("run " + command + ", and the goal again: what was done is not done twice"),
                e);
    }

    /** The SDK's sentence names properties and profiles, and no values. */
    private LayerException unusable(String said, RuntimeException e) {
        String because = said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
        return new LayerException(
                AwsProblem.PROFILE_UNUSABLE,
                "The AWS profile" + profile() + " cannot be used: " + Printable.name(because) + ".",
                List.of("correct it in ~/.aws/config or ~/.aws/credentials, or choose another with <profile>"),
                e);
    }

    private String profile() {
        return profileName().isEmpty() ? "" : " \"" + Printable.name(profileName()) + "\"";
    }

    private String missing() {
        return profileName().isEmpty()
                ? "No AWS credentials were found: not in the environment, not in a profile, and this machine has no role."
                : "No AWS credentials were found in the profile" + profile() + ".";
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
