package io.github.lambdalayer.testing.aws;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which call of Lambda a request is, by method and path. */
final class LambdaRoutes {

    private static final String LAYERS = "2018-10-31/layers";
    private static final String FUNCTIONS = "2015-03-31/functions";

    private final Account account;
    private final Request request;
    private final List<String> path;

    LambdaRoutes(Account account, Request request) {
        this.account = account;
        this.request = request;
        List<String> all = request.path();
        this.path = !all.isEmpty() && all.get(all.size() - 1).isEmpty() ? all.subList(0, all.size() - 1) : all;
    }

    Operation find() {
        return layerVersion()
                .or(this::policy)
                .or(this::layers)
                .or(this::function)
                .or(this::functionVersion)
                .or(this::codeSigning)
                .or(this::accountSettings)
                .orElseThrow(() -> new Refusal(
                        404, "UnknownOperationException", request.method() + " /" + String.join("/", request.path())));
    }

    private Optional<Operation> layerVersion() {
        LayerCalls calls = new LayerCalls(account, request);
        if (is("POST", LAYERS + "/*/versions")) {
            return layer("PublishLayerVersion", () -> calls.publish(path.get(2)));
        }
        if (is("GET", LAYERS + "/*/versions")) {
            return layer("ListLayerVersions", () -> calls.listVersions(path.get(2)));
        }
        if (is("GET", LAYERS + "/*/versions/*")) {
            return layer("GetLayerVersion", () -> calls.get(path.get(2), path.get(4)));
        }
        if (is("DELETE", LAYERS + "/*/versions/*")) {
            return layer("DeleteLayerVersion", () -> calls.delete(path.get(2), path.get(4)));
        }
        return Optional.empty();
    }

    private Optional<Operation> policy() {
        LayerCalls calls = new LayerCalls(account, request);
        if (is("POST", LAYERS + "/*/versions/*/policy")) {
            return layer("AddLayerVersionPermission", () -> calls.addPermission(path.get(2), path.get(4)));
        }
        if (is("GET", LAYERS + "/*/versions/*/policy")) {
            return layer("GetLayerVersionPolicy", () -> calls.getPolicy(path.get(2), path.get(4)));
        }
        if (is("DELETE", LAYERS + "/*/versions/*/policy/*")) {
            return layer(
                    "RemoveLayerVersionPermission",
                    () -> calls.removePermission(path.get(2), path.get(4), path.get(6)));
        }
        return Optional.empty();
    }

    private Optional<Operation> layers() {
        if (!is("GET", LAYERS)) {
            return Optional.empty();
        }
        LayerCalls calls = new LayerCalls(account, request);
        if (request.parameter("find").equals("LayerVersion")) {
            String arn = request.parameter("Arn");
            return Optional.of(new Operation("GetLayerVersionByArn", "lambda:GetLayerVersion", arn, calls::getByArn));
        }
        return Optional.of(new Operation("ListLayers", "lambda:ListLayers", "*", calls::listLayers));
    }

    private Optional<Operation> function() {
        FunctionCalls calls = new FunctionCalls(account, request);
        if (is("GET", FUNCTIONS)) {
            return Optional.of(new Operation("ListFunctions", "lambda:ListFunctions", "*", calls::list));
        }
        if (is("GET", FUNCTIONS + "/*")) {
            return Optional.of(
                    new Operation("GetFunction", "lambda:GetFunction", qualified(calls), () -> calls.get(path.get(2))));
        }
        if (is("GET", FUNCTIONS + "/*/configuration")) {
            return function("GetFunctionConfiguration", calls, () -> calls.getConfiguration(path.get(2)));
        }
        if (is("PUT", FUNCTIONS + "/*/configuration")) {
            return function("UpdateFunctionConfiguration", calls, () -> calls.update(path.get(2)));
        }
        return Optional.empty();
    }

    private Optional<Operation> functionVersion() {
        FunctionCalls calls = new FunctionCalls(account, request);
        if (is("POST", FUNCTIONS + "/*/versions")) {
            return function("PublishVersion", calls, () -> calls.publishVersion(path.get(2)));
        }
        if (is("GET", FUNCTIONS + "/*/aliases/*")) {
            return function("GetAlias", calls, () -> calls.getAlias(path.get(2), path.get(4)));
        }
        if (is("PUT", FUNCTIONS + "/*/aliases/*")) {
            return function("UpdateAlias", calls, () -> calls.updateAlias(path.get(2), path.get(4)));
        }
        if (is("POST", FUNCTIONS + "/*/invocations")) {
            return Optional.of(new Operation(
                    "Invoke", "lambda:InvokeFunction", qualified(calls), () -> calls.invoke(path.get(2))));
        }
        return Optional.empty();
    }

    /** A version of a function is a resource of its own. */
    private String qualified(FunctionCalls calls) {
        String qualifier = request.parameter("Qualifier");
        return calls.arn(path.get(2)) + (qualifier.isEmpty() ? "" : ":" + qualifier);
    }

    private Optional<Operation> codeSigning() {
        FunctionCalls calls = new FunctionCalls(account, request);
        if (is("GET", "2020-06-30/functions/*/code-signing-config")) {
            return function("GetFunctionCodeSigningConfig", calls, () -> calls.codeSigningOf(path.get(2)));
        }
        if (is("GET", "2020-04-22/code-signing-configs/*")) {
            return Optional.of(new Operation(
                    "GetCodeSigningConfig",
                    "lambda:GetCodeSigningConfig",
                    path.get(2),
                    () -> calls.codeSigning(path.get(2))));
        }
        return Optional.empty();
    }

    private Optional<Operation> accountSettings() {
        return is("GET", "2016-08-19/account-settings")
                ? Optional.of(new Operation(
                        "GetAccountSettings",
                        "lambda:GetAccountSettings",
                        "*",
                        new FunctionCalls(account, request)::accountSettings))
                : Optional.empty();
    }

    private Optional<Operation> layer(String name, Operation.Work work) {
        String version = path.size() > 4 ? ":" + path.get(4) : "";
        String resource = new LayerCalls(account, request).layerArn(path.get(2)) + version;
        return Optional.of(new Operation(name, "lambda:" + name, resource, work));
    }

    private Optional<Operation> function(String name, FunctionCalls calls, Operation.Work work) {
        return Optional.of(new Operation(name, "lambda:" + name, calls.arn(path.get(2)), work));
    }

    /** Whether the request has this method and path, where {@code *} is any segment. */
    private boolean is(String method, String template) {
        List<String> wanted = List.of(template.split("/", -1));
        return request.method().equals(method)
                && wanted.size() == path.size()
                && IntStream.range(0, wanted.size())
                        .allMatch(
                                i -> wanted.get(i).equals("*") || wanted.get(i).equals(path.get(i)));
    }
}
