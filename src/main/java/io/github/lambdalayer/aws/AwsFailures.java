package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Words what AWS refused: {@code eu-west-1: lambda:PublishLayerVersion on arn:…:layer:data is denied.}
 *
 * @param region for example {@code eu-west-1}; empty for what belongs to no region
 * @param action the action as a policy names it, for example {@code lambda:PublishLayerVersion}
 * @param resource what it was about, for example {@code layer data}
 */
record AwsFailures(String region, String action, String resource) {

    private static final Set<String> EXPIRED =
            Set.of("ExpiredTokenException", "ExpiredToken", "RequestExpired", "TokenRefreshRequired");
    private static final Set<String> REFUSED = Set.of(
            "UnrecognizedClientException",
            "InvalidClientTokenId",
            "InvalidAccessKeyId",
            "InvalidSignatureException",
            "SignatureDoesNotMatch",
            "IncompleteSignatureException",
            "MissingAuthenticationTokenException",
            "RequestTimeTooSkewed");
    private static final Set<String> DENIED =
            Set.of("AccessDeniedException", "AccessDenied", "UnauthorizedOperation", "Forbidden");

    /** What ends the work of a thread that is interrupted, which stays marked as such. */
    static LayerException interrupted() {
        Thread.currentThread().interrupt();
        return new LayerException(AwsProblem.INTERRUPTED, "The build was interrupted while it waited for AWS.");
    }

    /** The failure that the user is told. */
    LayerException of(SdkException exception) {
        AwsError error = new AwsError(exception);
        if (exception instanceof AbortedException) {
            return interrupted();
        }
        if (error.hasNoAnswer()) {
            return CredentialChain.signedOut(exception).orElseGet(() -> unreachable(error));
        }
        if (EXPIRED.contains(error.code())) {
            return problem(
                    AwsProblem.CREDENTIALS_EXPIRED,
                    "the AWS credentials have expired (" + action + ").",
                    exception,
                    "renew them, for example with aws sso login, and run the goal again: what was done is not done twice");
        }
        if (REFUSED.contains(error.code())) {
            return refusedCredentials(error);
        }
        return answered(error);
    }

    private LayerException answered(AwsError error) {
        if (error.isThrottled()) {
            return problem(
                    AwsProblem.THROTTLED,
                    "AWS is still throttling " + action + ".",
                    error.exception(),
                    "run the goal again later: all callers of the account share 15 calls a second in a region");
        }
        if (error.code().equals("CodeStorageExceededException")) {
            return storageFull(error.exception());
        }
        if (error.status() == 403 || DENIED.contains(error.code())) {
            return denied(error);
        }
        if (error.status() >= 500) {
            return problem(
                    AwsProblem.AWS_FAILED,
                    "AWS failed at " + action + " on " + resource + detail(error),
                    error.exception(),
                    "run the goal again: what was done is not done twice");
        }
        return problem(
                AwsProblem.AWS_REFUSED, "AWS refused " + action + " on " + resource + detail(error), error.exception());
    }

    /** {@code  (403, AccessDenied): …}, as the end of a sentence. */
    static String detail(AwsError error) {
        String code = error.code().isEmpty() ? "" : ", " + Printable.name(error.code());
        String message = error.message().isEmpty() ? "." : ": " + Printable.name(error.message());
        return " (" + error.status() + code + ")" + message;
    }

    private LayerException unreachable(AwsError error) {
        return problem(
                AwsProblem.AWS_UNREACHABLE,
                "no answer from AWS to " + action + ": " + because(error) + ".",
                error.exception(),
                "check the region's name, <endpointUrl> where it is set, the network and the proxies of settings.xml");
    }

    private static String because(AwsError error) {
        IOException broken = error.brokenConnection().orElse(null);
        if (broken instanceof UnknownHostException) {
            return "unknown host " + Printable.name(String.valueOf(broken.getMessage()));
        }
        // The SDK's own sentences can repeat a request, so only the network's are told.
        return broken == null || broken.getMessage() == null
                ? "the request could not be made"
                : Printable.name(broken.getMessage());
    }

    private LayerException refusedCredentials(AwsError error) {
        boolean tooSlow = error.message().startsWith("Signature expired");
        String hint = tooSlow
                ? "check this machine's clock; a slow upload has to end within five minutes, unless it goes through a <bucket>"
                : "check the access key, the session token and this machine's clock";
        // Without its cause: AWS repeats the signed request, and with it the session's token.
        return problem(
                AwsProblem.CREDENTIALS_REFUSED,
                "AWS does not accept the credentials for " + action + " (" + error.code() + ").",
                null,
                hint);
    }

    LayerException storageFull(@Nullable Throwable cause) {
        return problem(
                AwsProblem.STORAGE_FULL,
                "the account's storage for code and layers is full: 300 GB in a region, counted unzipped.",
                cause,
                "mvn lambda-layer:prune deletes old versions that no function uses");
    }

    private LayerException denied(AwsError error) {
        String deniedAction = between(error.message(), "not authorized to perform: ", action);
        String deniedResource = between(error.message(), " on resource: ", resource);
        String said = error.message().isEmpty() ? "" : " AWS says: " + Printable.name(error.message());
        return problem(
                AwsProblem.ACCESS_DENIED,
                deniedAction + " on " + deniedResource + " is denied." + said,
                error.exception(),
                "allow it to the caller: mvn lambda-layer:policy prints what this pom needs");
    }

    /** The word behind {@code mark}, without quotes; or {@code otherwise}. */
    private static String between(String text, String mark, String otherwise) {
        int start = text.indexOf(mark);
        if (start < 0) {
            return otherwise;
        }
        String rest = text.substring(start + mark.length());
        int end = rest.indexOf(' ');
        return Printable.name((end < 0 ? rest : rest.substring(0, end)).replace("\"", ""));
    }

    /** A failure in this region. */
    LayerException problem(AwsProblem code, String sentence, @Nullable Throwable cause, String... hints) {
        return new LayerException(code, region.isEmpty() ? sentence : region + ": " + sentence, List.of(hints), cause);
    }
}
