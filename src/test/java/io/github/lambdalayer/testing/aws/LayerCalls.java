package io.github.lambdalayer.testing.aws;

import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The calls about layers, carried out in one region. */
final class LayerCalls {

    private static final int BODY_BYTES = 70_167_211;
    private static final int DIRECT_BYTES = 52_428_800;
    private static final String GONE = "The resource you requested does not exist.";

    private final Account account;
    private final Request request;
    private final LayerVersions layers;

    LayerCalls(Account account, Request request) {
        this.account = account;
        this.request = request;
        this.layers = account.layersOf(request.region());
    }

    /** The ARN of a layer that is named by its name or its ARN. */
    String layerArn(String name) {
        return name.startsWith("arn:") ? name : account.arn("lambda", request.region(), "layer:" + name);
    }

    Reply publish(String layer) {
        if (request.body().length() > BODY_BYTES) {
            throw tooLarge("Request must be smaller than 70167211 bytes for the PublishLayerVersion operation");
        }
        Map<String, Object> body = json();
        LayerModel.checkPublish(layer, body);
        Map<String, Object> content = Json.object(body, "Content");
        byte[] zip = content(content);
        long unzippedBytes = UploadedZip.unzippedBytes(zip);
        if (layers.storedBytes() + unzippedBytes > account.storageLimit) {
            throw new Refusal(400, "CodeStorageExceededException", "Code storage limit exceeded.");
        }
        Map<String, Object> metadata = new LinkedHashMap<>(body);
        metadata.remove("Content");
        LayerVersion version = layers.add(layerArn(layer), metadata, zip, unzippedBytes);
        if ("REFERENCE".equals(content.remove("S3ObjectStorageMode"))) {
            version.readFrom(content);
        }
        return reply(201, version);
    }

    private byte[] content(Map<String, Object> content) {
        boolean direct = content.containsKey("ZipFile");
        if (direct == content.containsKey("S3Bucket")) {
            throw Refusal.invalid("Please provide either a zip file or an S3 bucket and key.");
        }
        if (!direct) {
            checkObjectAction(content);
            Buckets.Stored stored = account.buckets.read(request.region(), content);
            checkKey(stored.kmsKey(), content);
            return stored.content().array();
        }
        byte[] zip = Base64.getDecoder().decode(Json.string(content, "ZipFile"));
        if (zip.length >= DIRECT_BYTES) {
            throw tooLarge("Zipped size must be smaller than 52428800 bytes");
        }
        return zip;
    }

    /** Lambda reads the object as the caller. */
    private void checkObjectAction(Map<String, Object> content) {
        String action = content.containsKey("S3ObjectVersion") ? "s3:GetObjectVersion" : "s3:GetObject";
        String object = "arn:aws:s3:::" + Json.string(content, "S3Bucket") + "/" + Json.string(content, "S3Key");
        if (!account.allows(action, object)) {
            throw Refusal.denied(account.user(), action, object, "no identity-based policy allows the action");
        }
    }

    /** In the mode REFERENCE Lambda decrypts as itself, which the key's own policy allows. */
    private void checkKey(String kmsKey, Map<String, Object> content) {
        boolean asTheCaller = !Json.string(content, "S3ObjectStorageMode").equals("REFERENCE");
        if (asTheCaller && !kmsKey.isEmpty() && !account.allows("kms:Decrypt", kmsKey)) {
            throw Refusal.denied(account.user(), "kms:Decrypt", kmsKey, "no identity-based policy allows the action");
        }
    }

    private static Refusal tooLarge(String message) {
        return new Refusal(413, "RequestEntityTooLargeException", message);
    }

    Reply get(String layer, String number) {
        LayerModel.checkName(layer);
        long version = Long.parseLong(number);
        if (version < 1) {
            throw Refusal.invalid("Layer Version Cannot be less than 1");
        }
        return reply(200, layers.find(layerArn(layer), version).orElseThrow(() -> Refusal.notFound(GONE)));
    }

    Reply getByArn() {
        String arn = request.parameter("Arn");
        new Constraints()
                .length("arn", arn, 1, 2048)
                .pattern("arn", arn, "arn:[a-zA-Z0-9-]+:lambda:[a-z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+")
                .check();
        return reply(200, layers.find(arn).orElseThrow(() -> Refusal.notFound(GONE)));
    }

    Reply listVersions(String layer) {
        LayerModel.checkList(layer, request);
        List<Map<String, Object>> items = layers.listed(layerArn(layer), account.listsOldestFirst).stream()
                .filter(this::matchesFilters)
                .map(LayerVersion::listItem)
                .toList();
        return Reply.json(200, Paging.page(request, "LayerVersions", items, account.repeatedMarkers));
    }

    Reply listLayers() {
        LayerModel.checkPage(request);
        List<Map<String, Object>> items = layers.layerArns().stream()
                .flatMap(arn -> layers.newestFirst(arn).stream()
                        .filter(this::matchesFilters)
                        .limit(1))
                .map(version -> Map.of(
                        "LayerName", version.name(),
                        "LayerArn", version.layerArn(),
                        "LatestMatchingVersion", version.listItem()))
                .toList();
        return Reply.json(200, Paging.page(request, "Layers", items, account.repeatedMarkers));
    }

    private boolean matchesFilters(LayerVersion version) {
        return version.names("CompatibleRuntimes", request.parameter("CompatibleRuntime"))
                && version.names("CompatibleArchitectures", request.parameter("CompatibleArchitecture"));
    }

    Reply delete(String layer, String number) {
        LayerModel.checkName(layer);
        if (Long.parseLong(number) < 1) {
            throw Refusal.invalid("Layer Version Cannot be less than 1");
        }
        layers.remove(layerArn(layer), Long.parseLong(number));
        return Reply.empty(204, Map.of());
    }

    Reply addPermission(String layer, String number) {
        LayerModel.checkStatement(json());
        LayerVersion version = existing(layer, number);
        version.policy().checkRevision(request.parameter("RevisionId"));
        Map<String, Object> statement = version.policy().add(json(), version.arn());
        return Reply.json(
                201,
                Map.of(
                        "Statement",
                        Json.text(statement),
                        "RevisionId",
                        version.policy().revision()));
    }

    Reply removePermission(String layer, String number, String statementId) {
        LayerPolicy policy = existing(layer, number).policy();
        policy.checkRevision(request.parameter("RevisionId"));
        policy.remove(statementId);
        return Reply.empty(204, Map.of());
    }

    Reply getPolicy(String layer, String number) {
        LayerPolicy policy = existing(layer, number).policy();
        if (policy.isEmpty()) {
            throw Refusal.notFound("No policy is associated with the given resource.");
        }
        return Reply.json(200, Map.of("Policy", policy.document(), "RevisionId", policy.revision()));
    }

    private LayerVersion existing(String layer, String number) {
        LayerModel.checkName(layer);
        return layers.find(layerArn(layer), Long.parseLong(number))
                .orElseThrow(
                        () -> Refusal.notFound("Layer version " + layerArn(layer) + ":" + number + " does not exist."));
    }

    private Reply reply(int status, LayerVersion version) {
        String token = UUID.randomUUID().toString();
        account.links.put(token, version);
        return Reply.json(status, version.reply("http://" + request.header("host") + "/_download/" + token));
    }

    private Map<String, Object> json() {
        try {
            return Json.object(request.body().array());
        } catch (IOException e) {
            throw new Refusal(400, "SerializationException", "Could not parse request body into json.");
        }
    }
}
