package io.github.lambdalayer.testing.aws;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the API's model demands of the calls about layers. */
final class LayerModel {

    private static final String LAYER_NAME =
            "(arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+";
    private static final String PRINCIPAL = "\\d{12}|\\*|arn:(aws[a-zA-Z-]*):iam::\\d{12}:root";
    private static final Set<String> ARCHITECTURES = new LinkedHashSet<>(List.of("x86_64", "arm64"));
    private static final Set<String> RUNTIMES = new LinkedHashSet<>(Arrays.asList(
            ("python2.7 python3.6 python3.7 python3.8 python3.9 python3.10 python3.11 python3.12 python3.13 python3.14"
                            + " python3.15 java8 java8.al2 java8.al2023 java11 java11.al2023 java17 java17.al2023 java21"
                            + " java25 nodejs nodejs4.3 nodejs4.3-edge nodejs6.10 nodejs8.10 nodejs10.x nodejs12.x"
                            + " nodejs14.x nodejs16.x nodejs18.x nodejs20.x nodejs22.x nodejs24.x nodejs26.x ruby2.5"
                            + " ruby2.7 ruby3.2 ruby3.3 ruby3.4 ruby4.0 dotnetcore1.0 dotnetcore2.0 dotnetcore2.1"
                            + " dotnetcore3.1 dotnet6 dotnet8 dotnet10 go1.x provided provided.al2 provided.al2023")
                    .split(" ", -1)));

    private LayerModel() {}

    static void checkName(String layerName) {
        name(layerName).check();
    }

    private static Constraints name(String layerName) {
        return new Constraints().length("layerName", layerName, 1, 140).pattern("layerName", layerName, LAYER_NAME);
    }

    static void checkPublish(String layerName, Map<String, Object> request) {
        List<String> runtimes = Json.strings(request, "CompatibleRuntimes");
        List<String> architectures = Json.strings(request, "CompatibleArchitectures");
        name(layerName)
                .length("description", Json.string(request, "Description"), 0, 256)
                .length("licenseInfo", Json.string(request, "LicenseInfo"), 0, 512)
                .count("compatibleRuntimes", runtimes, 15)
                .members("compatibleRuntimes", runtimes, RUNTIMES)
                .count("compatibleArchitectures", architectures, 2)
                .members("compatibleArchitectures", architectures, ARCHITECTURES)
                .check();
        checkContent(Json.object(request, "Content"));
    }

    private static void checkContent(Map<String, Object> content) {
        String bucket = Json.string(content, "S3Bucket");
        if (bucket.isEmpty()) {
            return;
        }
        new Constraints()
                .length("content.s3Bucket", bucket, 3, 63)
                .pattern("content.s3Bucket", bucket, "[0-9A-Za-z\\.\\-_]*(?<!\\.)")
                .length("content.s3Key", Json.string(content, "S3Key"), 1, 1024)
                .length("content.s3ObjectVersion", Json.string(content, "S3ObjectVersion"), 0, 1024)
                .members(
                        "content.s3ObjectStorageMode",
                        List.of(String.valueOf(content.getOrDefault("S3ObjectStorageMode", "COPY"))),
                        new LinkedHashSet<>(List.of("COPY", "REFERENCE")))
                .check();
    }

    static void checkList(String layerName, Request request) {
        checkName(layerName);
        checkPage(request);
    }

    static void checkPage(Request request) {
        String runtime = request.parameter("CompatibleRuntime");
        String architecture = request.parameter("CompatibleArchitecture");
        String maxItems = request.parameter("MaxItems");
        new Constraints()
                .members("compatibleRuntime", runtime.isEmpty() ? List.of() : List.of(runtime), RUNTIMES)
                .members(
                        "compatibleArchitecture",
                        architecture.isEmpty() ? List.of() : List.of(architecture),
                        ARCHITECTURES)
                .range("maxItems", maxItems.isEmpty() ? 50 : Long.parseLong(maxItems), 1, 50)
                .check();
    }

    static void checkStatement(Map<String, Object> request) {
        String id = Json.string(request, "StatementId");
        String organization = Json.string(request, "OrganizationId");
        Constraints constraints = new Constraints()
                .length("statementId", id, 1, 100)
                .pattern("statementId", id, "[a-zA-Z0-9-_]+")
                .pattern("action", Json.string(request, "Action"), "lambda:GetLayerVersion")
                .pattern("principal", Json.string(request, "Principal"), PRINCIPAL);
        if (!organization.isEmpty()) {
            constraints.pattern("organizationId", organization, "o-[a-z0-9]{10,32}");
        }
        constraints.check();
        if (!organization.isEmpty() && !Json.string(request, "Principal").equals("*")) {
            throw Refusal.invalid("OrganizationId can only be set when Principal is \"*\".");
        }
    }
}
