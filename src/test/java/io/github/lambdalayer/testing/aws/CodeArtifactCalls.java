package io.github.lambdalayer.testing.aws;

import java.util.Map;

/** CodeArtifact: the token for a domain, which is made of all that was asked. */
final class CodeArtifactCalls {

    private final Request request;

    CodeArtifactCalls(Request request) {
        this.request = request;
    }

    Operation find() {
        boolean isToken = request.method().equals("POST")
                && String.join("/", request.path()).equals("v1/authorization-token");
        if (!isToken) {
            throw new Refusal(404, "UnknownOperationException", request.method() + " " + request.path());
        }
        String domain = request.parameter("domain");
        String owner = request.parameter("domain-owner");
        return new Operation(
                "GetAuthorizationToken",
                "codeartifact:GetAuthorizationToken",
                "arn:aws:codeartifact:" + request.region() + ":" + owner + ":domain/" + domain,
                () -> Reply.json(
                        200,
                        Map.of(
                                "authorizationToken",
                                "token-" + domain + "-" + owner + "-" + request.region(),
                                "expiration",
                                1_900_000_000)));
    }
}
