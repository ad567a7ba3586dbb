package io.github.lambdalayer.testing.aws;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        reply.put("Configuration", read(function));
        reply.put("Code", Map.of("RepositoryType", function.isImage() ? "ECR" : "S3"));
        if (!function.tags().isEmpty()) {
            reply.put("Tags", function.tags());
        }
        return Reply.json(200, reply);
    }

    Reply getConfiguration(String name) {
        return Reply.json(200, read(existing(name)));
    }

    private Map<String, Object> read(FakeFunction function) {
        function.passRead();
        return configuration(function);
    }

    private Map<String, Object> configuration(FakeFunction function) {
        return function.configuration(layers, account.revisionIds);
    }

    Reply list() {
        List<Map<String, Object>> items = functions.all().stream()
                .map(this::configuration)
                .map(FunctionCalls::withoutStates)
                .toList();
        return Reply.json(200, Paging.page(request, "Functions", items, account.repeatedMarkers));
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
        if (function.isBusy()) {
            throw new Refusal(
                    409,
                    "ResourceConflictException",
                    "The operation cannot be performed at this time. An update is in progress for resource: "
                            + function.arn());
        }
        checkRevision(function, Json.string(body, "RevisionId"));
        List<String> wanted = Json.strings(body, "Layers");
        new LayerListCheck(account, request.region(), function).check(wanted);
        function.accept(body.containsKey("Layers") ? wanted : function.layers());
        return Reply.json(200, configuration(function));
    }

    private static void checkRevision(FakeFunction function, String expected) {
        if (!expected.isEmpty() && !expected.equals(function.revision())) {
            throw new Refusal(
                    412,
                    "PreconditionFailedException",
                    "The Revision Id provided does not match the latest Revision Id."
                            + " Call the GetFunction/GetAlias API to retrieve the latest Revision Id");
        }
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
