package io.github.lambdalayer.testing.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Whether the caller may make a call at all: signed just now, with credentials that have not expired, and not denied. */
final class Gate {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final Duration MOST_AGE = Duration.ofMinutes(5);

    private final Account account;
    private final Request request;

    Gate(Account account, Request request) {
        this.account = account;
        this.request = request;
    }

    void check(Operation operation) {
        checkAge();
        if (account.credentialsExpired) {
            throw expired();
        }
        if (!account.allows(operation.action(), operation.resource())) {
            throw denied(operation);
        }
    }

    /** A signature is good for five minutes; the clocks need not agree to the second. */
    private void checkAge() {
        String signed = request.header("x-amz-date");
        if (!signed.isEmpty()) {
            Instant then = LocalDateTime.parse(signed, DATE).toInstant(ZoneOffset.UTC);
            Instant now = Instant.now();
            if (Duration.between(then, now).abs().compareTo(MOST_AGE) > 0) {
                throw new Refusal(
                        403,
                        "InvalidSignatureException",
                        "Signature expired: " + signed + " is now earlier than " + shown(now.minus(MOST_AGE)) + " ("
                                + shown(now) + " - 5 min.)");
            }
        }
    }

    private static String shown(Instant time) {
        return DATE.format(time.atOffset(ZoneOffset.UTC));
    }

    private Refusal expired() {
        return switch (request.service()) {
            case "s3" -> new Refusal(400, "ExpiredToken", "The provided token has expired.");
            case "sts" -> new Refusal(403, "ExpiredToken", "The security token included in the request is expired");
            default ->
                new Refusal(403, "ExpiredTokenException", "The security token included in the request is expired");
        };
    }

    private Refusal denied(Operation operation) {
        Refusal denied = Refusal.denied(
                account.user(),
                operation.action(),
                operation.resource(),
                "no identity-based policy allows the " + operation.action() + " action");
        return request.service().equals("lambda") ? denied : new Refusal(403, "AccessDenied", denied.sentence());
    }
}
