package io.github.lambdalayer.testing.aws;

/** STS, in the query protocol: who is calling, and roles to assume, also with the token of another identity. */
final class StsCalls {

    private static final String NAMESPACE = " xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"";

    private final Account account;
    private final Request request;

    StsCalls(Account account, Request request) {
        this.account = account;
        this.request = request;
    }

    Operation find() {
        String action = request.form().getOrDefault("Action", "");
        return switch (action) {
            case "GetCallerIdentity" -> new Operation(action, "sts:" + action, "*", this::getCallerIdentity);
            case "AssumeRole" ->
                new Operation(action, "sts:" + action, request.form().getOrDefault("RoleArn", ""), this::assumeRole);
            case "AssumeRoleWithWebIdentity" ->
                new Operation(action, "sts:" + action, request.form().getOrDefault("RoleArn", ""), this::withToken);
            default ->
                throw new Refusal(
                        400, "InvalidAction", "Could not find operation " + action + " for version 2011-06-15");
        };
    }

    private Reply getCallerIdentity() {
        return reply(
                "GetCallerIdentity",
                Xml.element("Arn", account.user())
                        + Xml.element("UserId", "AROAEXAMPLE:build")
                        + Xml.element("Account", account.id));
    }

    private Reply assumeRole() {
        return assumed("AssumeRole", "ASIAROLE");
    }

    private Reply withToken() {
        return assumed("AssumeRoleWithWebIdentity", "ASIAWEB");
    }

    private Reply assumed(String action, String accessKey) {
        String credentials = Xml.element("AccessKeyId", accessKey)
                + Xml.element("SecretAccessKey", "role-secret")
                + Xml.element("SessionToken", "role-token")
                + Xml.element("Expiration", "2099-01-01T00:00:00Z");
        return reply(
                action,
                "<Credentials>" + credentials + "</Credentials><AssumedRoleUser>"
                        + Xml.element("AssumedRoleId", "AROAROLE:session")
                        + Xml.element("Arn", account.user())
                        + "</AssumedRoleUser>");
    }

    private static Reply reply(String operation, String result) {
        return Reply.xml(
                200,
                "<" + operation + "Response" + NAMESPACE + "><" + operation + "Result>" + result + "</" + operation
                        + "Result><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></" + operation
                        + "Response>");
    }
}
