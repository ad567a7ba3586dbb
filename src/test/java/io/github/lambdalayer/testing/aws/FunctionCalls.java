package io.github.lambdalayer.testing.aws;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The calls about functions, carried out in one region. */
final class FunctionCalls {

    private static final String FUNCTION_NAME =
            "(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?";

    private final Account account;
    private final Request request;
    private final Functions functions;
    private final LayerVersions layers;

    FunctionCalls(Account account, Request request) {
        this.account = account;
        this.request = request;
        this.functions = account.functionsOf(request.region());
        this.layers = account.layersOf(request.region());
    }

    String arn(String function) {
        return functions.arn(function);
    }

    Reply get(String name) {
        FakeFunction function = existing(name);
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("Configuration", read(function, request.parameter("Qualifier")));
        reply.put("Code", Map.of("RepositoryType", function.isImage() ? "ECR" : "S3"));
        // Tags have an action of their own, and are left out without it.
        if (!account.allows("lambda:ListTags", function.arn())) {
            reply.put("TagsError", Map.of("ErrorCode", "AccessDeniedException", "Message", "not authorized"));
        } else if (!function.tags().isEmpty()) {
            reply.put("Tags", function.tags());
        }
        return Reply.json(200, reply);
    }

    Reply getConfiguration(String name) {
        return Reply.json(200, read(existing(name), request.parameter("Qualifier")));
    }

    private Map<String, Object> read(FakeFunction function, String qualifier) {
        if (!qualifier.isEmpty() && !qualifier.equals("$LATEST")) {
            return function.configuration(layers, function.versions().resolve(qualifier));
        }
        function.passRead();
        return configuration(function);
    }

    private Map<String, Object> configuration(FakeFunction function) {
        return function.configuration(layers, account.revisionIds);
    }

    Reply list() {
        boolean all = request.parameter("FunctionVersion").equals("ALL");
        List<Map<String, Object>> items = functions.all().stream()
                .flatMap(function -> all ? versions(function) : Stream.of(configuration(function)))
                .map(FunctionCalls::withoutStates)
                .toList();
        return Reply.json(200, Paging.page(request, "Functions", items, account.repeatedMarkers));
    }

    private Stream<Map<String, Object>> versions(FakeFunction function) {
        return Stream.concat(
                Stream.of(configuration(function)),
                function.versions().numbers().stream().map(version -> function.configuration(layers, version)));
    }

    Reply publishVersion(String name) {
        FakeFunction function = existing(name);
        refuseWhileBusy(function);
        checkRevision(function, Json.string(json(), "RevisionId"));
        checkCode(function, Json.string(json(), "CodeSha256"));
        Map<String, Object> reply = function.configuration(layers, function.publishVersion());
        return Reply.json(201, reply);
    }

    private static void checkCode(FakeFunction function, String expected) {
        if (!expected.isEmpty() && !expected.equals(function.codeSha256())) {
            throw Refusal.invalid("CodeSHA256 (" + expected + ") is different from current CodeSHA256 in $LATEST ("
                    + function.codeSha256() + "). Please try again with the CodeSHA256 in $LATEST.");
        }
    }

    private static void checkAlias(String alias) {
        new Constraints()
                .length("name", alias, 1, 128)
                .pattern("name", alias, "(?!^[0-9]+$)([a-zA-Z0-9-_]+)")
                .check();
    }

    Reply getAlias(String name, String alias) {
        checkAlias(alias);
        FakeFunction function = existing(name);
        return Reply.json(200, function.versions().shown(function.arn(), alias));
    }

    Reply updateAlias(String name, String alias) {
        checkAlias(alias);
        FakeFunction function = existing(name);
        String expected = Json.string(json(), "RevisionId");
        if (!expected.isEmpty()
                && !expected.equals(function.versions().find(alias).revision())) {
            throw wrongRevision();
        }
        String version = Json.string(json(), "FunctionVersion");
        function.versions().layersOf(version);
        function.versions().alias(alias, version);
        return Reply.json(200, function.versions().shown(function.arn(), alias));
    }

    Reply invoke(String name) {
        FakeFunction function = existing(name);
        String qualifier = request.parameter("Qualifier");
        if (request.header("x-amz-invocation-type").equals("DryRun")) {
            return Reply.empty(204, Map.of()); // It runs nothing.
        }
        String event = new String(request.body().array(), StandardCharsets.UTF_8);
        try {
            String answer = function.invoke(qualifier.isEmpty() ? "$LATEST" : qualifier, event);
            return new Reply(200, Map.of(), new Bytes(answer.getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalStateException e) {
            return new Reply(
                    200,
                    Map.of("X-Amz-Function-Error", "Unhandled"),
                    new Bytes(Json.bytes(Map.of(
                            "errorType",
                            "Runtime.ImportModuleError",
                            "errorMessage",
                            String.valueOf(e.getMessage())))));
        }
    }

    Reply codeSigningOf(String name) {
        FakeFunction function = existing(name);
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("FunctionName", function.name());
        if (!function.signingPolicy().isEmpty()) {
            reply.put("CodeSigningConfigArn", codeSigningArn(function));
        }
        return Reply.json(200, reply);
    }

    private String codeSigningArn(FakeFunction function) {
        return account.arn("lambda", request.region(), "code-signing-config:csc-" + function.name());
    }

    Reply codeSigning(String arn) {
        FakeFunction function = functions.all().stream()
                .filter(each -> codeSigningArn(each).equals(arn))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("The Lambda function's code signing config was not found."));
        return Reply.json(
                200,
                Map.of(
                        "CodeSigningConfig",
                        Map.of(
                                "CodeSigningConfigArn",
                                arn,
                                "CodeSigningPolicies",
                                Map.of("UntrustedArtifactOnDeployment", function.signingPolicy()))));
    }

    private static Map<String, Object> withoutStates(Map<String, Object> configuration) {
        configuration.keySet().removeIf(member -> member.equals("State") || member.startsWith("LastUpdateStatus"));
        return configuration;
    }

    Reply update(String name) {
        if (request.body().length() > 5120) {
            throw new Refusal(
                    413,
                    "RequestEntityTooLargeException",
                    "Request must be smaller than 5120 bytes for the UpdateFunctionConfiguration operation");
        }
        FakeFunction function = existing(name);
        Map<String, Object> body = json();
        refuseWhileBusy(function);
        checkRevision(function, Json.string(body, "RevisionId"));
        List<String> wanted = Json.strings(body, "Layers");
        new LayerListCheck(account, request.region(), function).check(wanted);
        if (function.signingPolicy().equals("Enforce") && !wanted.isEmpty()) {
            throw new Refusal(
                    400,
                    "CodeVerificationFailedException",
                    "Lambda cannot deploy the function. A layer is not signed.");
        }
        function.accept(body.containsKey("Layers") ? wanted : function.layers());
        return Reply.json(200, configuration(function));
    }

    private static void refuseWhileBusy(FakeFunction function) {
        if (function.isBusy()) {
            throw new Refusal(
                    409,
                    "ResourceConflictException",
                    "The operation cannot be performed at this time. An update is in progress for resource: "
                            + function.arn());
        }
    }

    private static void checkRevision(FakeFunction function, String expected) {
        if (!expected.isEmpty() && !expected.equals(function.revision())) {
            throw wrongRevision();
        }
    }

    private static Refusal wrongRevision() {
        return new Refusal(
                412,
                "PreconditionFailedException",
                "The Revision Id provided does not match the latest Revision Id."
                        + " Call the GetFunction/GetAlias API to retrieve the latest Revision Id");
    }

    private FakeFunction existing(String name) {
        new Constraints()
                .length("functionName", name, 1, 140)
                .pattern("functionName", name, FUNCTION_NAME)
                .check();
        return functions.get(name);
    }

    private Map<String, Object> json() {
        try {
            return Json.object(request.body().array());
        } catch (IOException e) {
            throw new Refusal(400, "SerializationException", "Could not parse request body into json.");
        }
    }

    Reply accountSettings() {
        if (!account.accountSettings) {
            return new Reply(
                    404,
                    Map.of("Content-Type", "text/html"),
                    new Bytes("<title>404 Not Found</title>".getBytes(StandardCharsets.UTF_8)));
        }
        return Reply.json(
                200,
                Map.of(
                        "AccountLimit",
                        Map.of(
                                "TotalCodeSize", account.storageLimit,
                                "CodeSizeUnzipped", 262_144_000,
                                "CodeSizeZipped", 52_428_800,
                                "ConcurrentExecutions", 1000),
                        "AccountUsage",
                        Map.of(
                                "TotalCodeSize",
                                layers.storedBytes(),
                                "FunctionCount",
                                functions.all().size())));
    }
}
