package io.github.lambdalayer.testing.aws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stand-in's own paths, for builds that run it as a program: what was called, what is there, and what shall be. */
final class ControlCalls {

    private final Account account;
    private final Door door;
    private final Request request;

    ControlCalls(Account account, Door door, Request request) {
        this.account = account;
        this.door = door;
        this.request = request;
    }

    Reply run() throws IOException {
        String path = request.path().get(0);
        return switch (request.method() + " " + path) {
            case "GET _download" -> download();
            case "GET _calls" -> Reply.json(200, calls());
            case "DELETE _calls" -> forgetCalls();
            case "GET _functions" -> Reply.json(200, functions());
            case "PUT _functions" -> putFunction(Json.object(request.body().array()));
            case "PUT _buckets" -> putBucket(Json.object(request.body().array()));
            case "PUT _faults" -> putFaults(Json.object(request.body().array()));
            case "GET _state" -> Reply.json(200, state());
            default -> throw Refusal.notFound(request.method() + " /" + path);
        };
    }

    private Reply download() {
        LayerVersion version = account.links.get(request.path().get(1));
        if (version == null || account.linksForbidden) {
            throw new Refusal(403, "AccessDenied", "Request has expired");
        }
        String range = request.header("range");
        if (range.isEmpty()) {
            return new Reply(200, Map.of("Content-Type", "application/zip"), new Bytes(version.zip()));
        }
        account.ranges.add(range);
        String[] ends = range.substring("bytes=".length()).split("-", 2);
        byte[] part = Arrays.copyOfRange(version.zip(), Integer.parseInt(ends[0]), Integer.parseInt(ends[1]) + 1);
        return new Reply(206, Map.of("Content-Type", "application/zip"), new Bytes(part));
    }

    private List<Map<String, Object>> calls() {
        return door.calls().stream()
                .map(call -> Map.of(
                        "operation",
                        call.operation(),
                        "region",
                        call.region(),
                        "resource",
                        call.resource(),
                        "body",
                        (Object) call.body()))
                .toList();
    }

    private Reply forgetCalls() {
        door.calls().clear();
        return Reply.empty(204, Map.of());
    }

    private List<Map<String, Object>> functions() {
        return account.functions.values().stream()
                .flatMap(region -> region.all().stream())
                .map(FakeFunction::shown)
                .toList();
    }

    private Reply putFunction(Map<String, Object> wanted) {
        FakeFunction function =
                account.functionsOf(Json.string(wanted, "region")).create(Json.string(wanted, "name"));
        function.runtime(String.valueOf(wanted.getOrDefault("runtime", "python3.13")))
                .architecture(String.valueOf(wanted.getOrDefault("architecture", "x86_64")))
                .codeBytes(Json.number(wanted, "codeBytes", 1_000))
                .layers(Json.strings(wanted, "layers").toArray(String[]::new));
        Json.object(wanted, "tags").forEach((key, value) -> function.tag(key, String.valueOf(value)));
        function.updatesTake((int) Json.number(wanted, "updatesTake", 0));
        String failure = Json.string(wanted, "nextUpdateFails");
        return Reply.json(201, (failure.isEmpty() ? function : function.nextUpdateFails(failure)).shown());
    }

    private Reply putBucket(Map<String, Object> wanted) {
        account.buckets.create(
                Json.string(wanted, "name"),
                Json.string(wanted, "region"),
                String.valueOf(wanted.getOrDefault("owner", account.id)),
                wanted.get("versioned") == Boolean.TRUE);
        return Reply.empty(201, Map.of());
    }

    private Reply putFaults(Map<String, Object> wanted) {
        List<Fault> faults =
                Json.strings(wanted, "faults").stream().map(ControlCalls::fault).toList();
        door.faults().add(Json.string(wanted, "operation"), Json.string(wanted, "region"), faults);
        return Reply.empty(204, Map.of());
    }

    private static Fault fault(String name) {
        return switch (name) {
            case "none" -> Fault.none();
            case "replyLost" -> Fault.replyLost();
            case "replyCut" -> Fault.replyCut();
            case "throttled" -> Fault.throttled("1");
            case "serverError" -> Fault.serverError(503);
            case "serverErrorAfterwards" -> Fault.serverErrorAfterwards(500);
            default -> throw Refusal.notFound("no fault is named " + name);
        };
    }

    private Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("account", account.id);
        state.put("layers", layerVersions());
        state.put("functions", functions());
        state.put("objects", objects());
        return state;
    }

    private List<Map<String, Object>> layerVersions() {
        return account.layers.values().stream()
                .flatMap(region -> region.layerArns().stream().flatMap(arn -> region.newestFirst(arn).stream()))
                .map(version -> {
                    Map<String, Object> shown = version.listItem();
                    shown.put("CodeSha256", version.codeSha256());
                    shown.put("CodeSize", version.zip().length);
                    return shown;
                })
                .toList();
    }

    private List<String> objects() {
        List<String> objects = new ArrayList<>();
        account.buckets
                .all()
                .forEach(bucket -> bucket.objects().keySet().forEach(key -> objects.add(bucket.name() + "/" + key)));
        return objects;
    }
}
