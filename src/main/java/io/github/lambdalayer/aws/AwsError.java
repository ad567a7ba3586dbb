package io.github.lambdalayer.aws;

import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * An exception of the SDK, as what it says. Many errors arrive that the SDK has no class for, so only status and code
 * count.
 */
record AwsError(SdkException exception) {

    /** The status of HTTP; 0 when there was no answer. */
    int status() {
        return exception instanceof AwsServiceException e ? e.statusCode() : 0;
    }

    /** For example {@code TooManyRequestsException}; empty when there was no answer, or one without a body. */
    String code() {
        return details().map(AwsErrorDetails::errorCode).orElse("");
    }

    /** AWS's own sentence, in one line; empty when there is none. */
    String message() {
        String message = details().map(AwsErrorDetails::errorMessage).orElse("");
        return message.length() > 1_000 ? message.substring(0, 1_000) + "…" : message;
    }

    /** A header of the answer. */
    Optional<String> header(String name) {
        return details().map(AwsErrorDetails::sdkHttpResponse).flatMap(response -> response.firstMatchingHeader(name));
    }

    private Optional<AwsErrorDetails> details() {
        return exception instanceof AwsServiceException e ? Optional.ofNullable(e.awsErrorDetails()) : Optional.empty();
    }

    boolean isThrottled() {
        return status() == 429 || code().startsWith("Throttl") || code().equals("TooManyRequestsException");
    }

    /** Whether the call may have been carried out all the same: no answer, half an answer, or an error of AWS's own. */
    boolean isAmbiguous() {
        return status() >= 500 || brokenConnection().isPresent();
    }

    /** Whether there was no whole answer at all. */
    boolean hasNoAnswer() {
        return status() == 0;
    }

    /** What happened to the connection, when that is what happened. */
    Optional<IOException> brokenConnection() {
        Throwable cause = exception instanceof AwsServiceException ? null : exception;
        for (int depth = 0; cause != null && depth < 10; depth++, cause = cause.getCause()) {
            if (cause instanceof IOException e) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }
}
