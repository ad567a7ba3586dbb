package io.github.lambdalayer.testing.aws;

/** Whether the caller may make a call at all: credentials that have not expired, and no action that is denied. */
final class Gate {

    private final Account account;
    private final Request request;

    Gate(Account account, Request request) {
        this.account = account;
        this.request = request;
    }

    void check(Operation operation) {
        if (account.credentialsExpired) {
            throw expired();
        }
        if (!account.allows(operation.action(), operation.resource())) {
            throw denied(operation);
        }
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
