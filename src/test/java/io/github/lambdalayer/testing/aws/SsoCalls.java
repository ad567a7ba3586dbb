package io.github.lambdalayer.testing.aws;

import java.util.Map;

/** The portal of IAM Identity Center: credentials of a role for whoever has signed in with the token of the test. */
final class SsoCalls {

    /** What {@code aws sso login} would have left. */
    static final String TOKEN = "signed-in";

    private final Request request;

    SsoCalls(Request request) {
        this.request = request;
    }

    /** Whether a call is for the portal: its calls are not signed. */
    static boolean isFor(Request request) {
        return !request.header("x-amz-sso_bearer_token").isEmpty();
    }

    Operation find() {
        String role = request.parameter("role_name") + " of " + request.parameter("account_id");
        return new Operation("GetRoleCredentials", "sso:GetRoleCredentials", role, this::credentials);
    }

    private Reply credentials() {
        if (!request.header("x-amz-sso_bearer_token").equals(TOKEN)) {
            throw new Refusal(401, "UnauthorizedException", "Session token not found or invalid");
        }
        return Reply.json(
                200,
                Map.of(
                        "roleCredentials",
                        Map.of(
                                "accessKeyId",
                                "ASIASSO",
                                "secretAccessKey",
                                "sso-secret",
                                "sessionToken",
                                "sso-session",
                                "expiration",
                                4_000_000_000_000L)));
    }
}
