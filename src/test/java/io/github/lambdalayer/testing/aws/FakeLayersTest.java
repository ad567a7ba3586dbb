package io.github.lambdalayer.testing.aws;

import static io.github.lambdalayer.testing.aws.PlainClients.refusal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.testing.ZipBuilder;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionResponse;
import software.amazon.awssdk.services.lambda.model.LayerVersionsListItem;
import software.amazon.awssdk.services.lambda.model.ListLayerVersionsResponse;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionResponse;

class FakeLayersTest {

    private static final byte[] ZIP =
            ZipBuilder.zip().file("python/six.py", "x = 1").bytes();
    private static final String BROKEN = "400 InvalidParameterValueException: Could not unzip uploaded file."
            + " Please check your file, then try to upload again.";
    private static final String GONE = "404 ResourceNotFoundException: The resource you requested does not exist.";

    private final FakeLambda fake;
    private final PlainClients clients;
    private final LambdaClient lambda;

    FakeLayersTest() throws IOException {
        fake = FakeLambda.start();
        clients = new PlainClients(fake);
        lambda = clients.lambda("eu-west-1");
    }

    @AfterEach
    void close() {
        clients.close();
        fake.close();
    }

    private PublishLayerVersionResponse publish(
            String layer, byte[] zip, Consumer<PublishLayerVersionRequest.Builder> more) {
        return lambda.publishLayerVersion(
                b -> more.accept(b.layerName(layer).content(c -> c.zipFile(SdkBytes.fromByteArrayUnsafe(zip)))));
    }

    private PublishLayerVersionResponse publish(byte[] zip) {
        return publish("data", zip, b -> {});
    }

    @Test
    void aPublishedVersionComesBackAsItWasSent() {
        publish(
                "data",
                ZIP,
                b -> b.description("d")
                        .licenseInfo("MIT")
                        .compatibleRuntimesWithStrings("python3.13")
                        .compatibleArchitecturesWithStrings("arm64"));
        GetLayerVersionResponse found =
                lambda.getLayerVersion(b -> b.layerName("data").versionNumber(1L));
        assertThat(found.layerVersionArn()).isEqualTo("arn:aws:lambda:eu-west-1:123456789012:layer:data:1");
        assertThat(found.content().codeSha256()).isEqualTo(Digests.sha256(ZIP));
        assertThat(found.content().codeSize()).isEqualTo(ZIP.length);
        assertThat(found.description()).isEqualTo("d");
        assertThat(found.licenseInfo()).isEqualTo("MIT");
        assertThat(found.compatibleRuntimesAsStrings()).containsExactly("python3.13");
        assertThat(found.compatibleArchitecturesAsStrings()).containsExactly("arm64");
    }

    @Test
    void unsetMembersAreAbsentButTheDescriptionIsEmpty() {
        PublishLayerVersionResponse published = publish(ZIP);
        assertThat(published.description()).isEmpty();
        assertThat(published.licenseInfo()).isNull();
        assertThat(published.hasCompatibleRuntimes()).isFalse();
        assertThat(published.hasCompatibleArchitectures()).isFalse();
    }

    @Test
    void numbersAreNeverUsedAgain() {
        publish(ZIP);
        publish(ZIP);
        delete(1);
        delete(2);
        delete(2);
        assertThat(publish(ZIP).version()).isEqualTo(3);
        assertThat(fake.versions("eu-west-1", "data"))
                .containsExactly("arn:aws:lambda:eu-west-1:123456789012:layer:data:3");
    }

    private void delete(long version) {
        assertThat(lambda.deleteLayerVersion(b -> b.layerName("data").versionNumber(version))
                        .sdkHttpResponse()
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void listsArePagedNewestFirstAndFiltered() {
        IntStream.rangeClosed(1, 60)
                .forEach(i -> publish(
                        "data", ZIP, b -> b.compatibleRuntimesWithStrings(i % 2 == 0 ? "python3.12" : "python3.13")));
        ListLayerVersionsResponse first = lambda.listLayerVersions(b -> b.layerName("data"));
        assertThat(first.layerVersions()).hasSize(50);
        assertThat(first.layerVersions().get(0).version()).isEqualTo(60);
        ListLayerVersionsResponse second =
                lambda.listLayerVersions(b -> b.layerName("data").marker(first.nextMarker()));
        assertThat(second.layerVersions())
                .extracting(LayerVersionsListItem::version)
                .endsWith(2L, 1L);
        assertThat(second.nextMarker()).isNull();
        assertThat(lambda.listLayerVersions(b -> b.layerName("data").compatibleRuntime("python3.12"))
                        .layerVersions())
                .hasSize(30);
        assertThat(lambda.listLayerVersions(b -> b.layerName("none")).layerVersions())
                .isEmpty();
        assertThat(lambda.listLayers(b -> {}).layers())
                .singleElement()
                .satisfies(layer ->
                        assertThat(layer.latestMatchingVersion().version()).isEqualTo(60));
    }

    @Test
    void regionsAreApart() {
        publish(ZIP);
        assertThat(clients.lambda("us-east-1")
                        .listLayerVersions(b -> b.layerName("data"))
                        .layerVersions())
                .isEmpty();
        assertThat(fake.operations()).containsExactly("PublishLayerVersion eu-west-1", "ListLayerVersions us-east-1");
    }

    @Test
    void versionsAreFoundByNumberAndByArn() {
        publish(ZIP);
        assertThat(lambda.getLayerVersionByArn(b -> b.arn("arn:aws:lambda:eu-west-1:123456789012:layer:data:1"))
                        .version())
                .isEqualTo(1);
        assertThat(refusal(() -> lambda.getLayerVersion(b -> b.layerName("data").versionNumber(2L))))
                .isEqualTo(GONE);
        assertThat(refusal(() -> lambda.getLayerVersion(b -> b.layerName("data").versionNumber(0L))))
                .isEqualTo("400 InvalidParameterValueException: Layer Version Cannot be less than 1");
    }

    @Test
    void breachesOfTheModelAreToldTogether() {
        assertThat(refusal(() -> publish("a b", ZIP, b -> b.description("x".repeat(257)))))
                .startsWith("400 ValidationException: 2 validation errors detected: Value 'a b' at 'layerName' failed")
                .endsWith("at 'description' failed to satisfy constraint:"
                        + " Member must have length less than or equal to 256");
        assertThat(refusal(() -> publish("data", ZIP, b -> b.compatibleRuntimesWithStrings("python4"))))
                .startsWith("400 ValidationException: 1 validation error detected: Value '[python4]' at"
                        + " 'compatibleRuntimes' failed to satisfy constraint: Member must satisfy enum value set: [");
        assertThat(refusal(() -> publish(
                        "data", ZIP, b -> b.compatibleRuntimesWithStrings(Collections.nCopies(16, "python3.13")))))
                .contains("less than or equal to 15");
        assertThat(fake.versions("eu-west-1", "data")).isEmpty();
    }

    @Test
    void zipsThatLambdaCannotUseAreRefused() {
        assertThat(refusal(() -> publish("no zip".getBytes(UTF_8)))).isEqualTo(BROKEN);
        assertThat(refusal(() -> publish(ZipBuilder.zip()
                        .file("a", "x", e -> e.both(h -> h.crc ^= 1))
                        .bytes())))
                .isEqualTo(BROKEN);
        assertThat(refusal(() -> publish(ZipBuilder.zip().bytes())))
                .isEqualTo("400 InvalidParameterValueException: Uploaded file must be a non-empty zip");
        assertThat(refusal(() -> publish(
                        ZipBuilder.zip().file("a", "x", e -> e.mode(0100600)).bytes())))
                .isEqualTo("400 InvalidParameterValueException: Layer conversion failed:"
                        + " Some files do not have read permissions;");
    }

    @Test
    void sizesAreLimited() {
        assertThat(publish(manyTimes(9_709_037)).version()).isEqualTo(1);
        byte[] tooBig = manyTimes(9_709_038);
        assertThat(refusal(() -> publish(tooBig)))
                .isEqualTo("400 InvalidParameterValueException: Unzipped size must be smaller than 262144000 bytes");
        assertThat(refusal(() -> publish(new byte[52_428_800])))
                .isEqualTo("413 RequestEntityTooLargeException: Zipped size must be smaller than 52428800 bytes");
        assertThat(refusal(() -> publish(new byte[53_000_000])))
                .isEqualTo("413 RequestEntityTooLargeException: Request must be smaller than 70167211 bytes"
                        + " for the PublishLayerVersion operation");
    }

    /** A zip of 27 files that share their content. */
    private static byte[] manyTimes(int bytes) {
        return ZipBuilder.zip()
                .file("zeros", new byte[bytes], e -> e.centralRecords = 27)
                .bytes();
    }

    @Test
    void storageCountsUnzippedBytes() {
        fake.storageLimit(9);
        publish(ZIP);
        assertThat(refusal(() -> publish(ZIP)))
                .isEqualTo("400 CodeStorageExceededException: Code storage limit exceeded.");
    }

    @Test
    void policiesHaveARevisionOfTheirOwn() {
        publish(ZIP);
        assertThat(refusal(() ->
                        lambda.getLayerVersionPolicy(b -> b.layerName("data").versionNumber(1L))))
                .isEqualTo("404 ResourceNotFoundException: No policy is associated with the given resource.");
        allow("s1");
        assertThat(refusal(() -> allow("s1"))).startsWith("409 ResourceConflictException: The statement id (s1)");
        assertThat(lambda.getLayerVersionPolicy(b -> b.layerName("data").versionNumber(1L))
                        .policy())
                .contains("\"Principal\":{\"AWS\":\"arn:aws:iam::210987654321:root\"}");
        assertThat(refusal(() -> lambda.removeLayerVersionPermission(b ->
                        b.layerName("data").versionNumber(1L).statementId("s1").revisionId("old"))))
                .startsWith("412 PreconditionFailedException: ");
        lambda.removeLayerVersionPermission(
                b -> b.layerName("data").versionNumber(1L).statementId("s1"));
        assertThat(refusal(() -> lambda.removeLayerVersionPermission(
                        b -> b.layerName("data").versionNumber(1L).statementId("s1"))))
                .isEqualTo("404 ResourceNotFoundException: Statement s1 is not found in resource policy.");
    }

    private Object allow(String statement) {
        return lambda.addLayerVersionPermission(b -> b.layerName("data")
                .versionNumber(1L)
                .statementId(statement)
                .action("lambda:GetLayerVersion")
                .principal("210987654321"));
    }

    @Test
    void theLinkOfAVersionIsItsZip() throws IOException {
        String link = publish(ZIP).content().location();
        try (var in = URI.create(link).toURL().openStream()) {
            assertThat(in.readAllBytes()).isEqualTo(ZIP);
        }
        assertThat(List.of(link)).allMatch(l -> l.startsWith(fake.endpoint().toString()));
    }

    @Test
    void aLinkThatHasExpiredIsForbidden() throws IOException {
        URL link = URI.create(publish(ZIP).content().location()).toURL();
        fake.linksAreForbidden();
        assertThat(((HttpURLConnection) link.openConnection()).getResponseCode())
                .isEqualTo(403);
    }

    @Test
    void listsThatAreEmptyComeBackEmpty() {
        PublishLayerVersionResponse published = publish(
                "data",
                ZIP,
                b -> b.compatibleRuntimesWithStrings(List.of()).compatibleArchitecturesWithStrings(List.of()));
        assertThat(published.hasCompatibleRuntimes()).isTrue();
        assertThat(published.compatibleRuntimes()).isEmpty();
        assertThat(published.hasCompatibleArchitectures()).isTrue();
    }

    @Test
    void aFolderThatNobodyMayEnterIsRefused() {
        assertThat(refusal(() -> publish(ZipBuilder.zip()
                        .file("d/", "", e -> e.mode(040644))
                        .file("d/a", "x")
                        .bytes())))
                .isEqualTo("400 InvalidParameterValueException: Layer conversion failed: Some directories do not have"
                        + " execute permissions");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ab      | k | COPY   | content.s3Bucket
            a/b     | k | COPY   | content.s3Bucket
            stage.  | k | COPY   | content.s3Bucket
            stage   | - | COPY   | content.s3Key
            stage   | k | LINK   | content.s3ObjectStorageMode
            """)
    void placesOfContentThatBreachTheModelAreRefused(String bucket, String key, String mode, String field) {
        String longKey = key.equals("-") ? "k".repeat(1025) : key;
        assertThat(refusal(() -> lambda.publishLayerVersion(b -> b.layerName("data")
                        .content(c -> c.s3Bucket(bucket).s3Key(longKey).s3ObjectStorageMode(mode)))))
                .startsWith("400 ValidationException: 1 validation error detected: ")
                .contains(" at '" + field + "' failed to satisfy constraint: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a b | lambda:GetLayerVersion | 210987654321 | statementId
            -   | lambda:GetLayerVersion | 210987654321 | statementId
            s   | lambda:GetFunction     | 210987654321 | action
            s   | lambda:GetLayerVersion | 12345        | principal
            """)
    void statementsThatBreachTheModelAreRefused(String id, String action, String principal, String field) {
        publish(ZIP);
        String longId = id.equals("-") ? "s".repeat(101) : id;
        assertThat(refusal(() -> lambda.addLayerVersionPermission(b -> b.layerName("data")
                        .versionNumber(1L)
                        .statementId(longId)
                        .action(action)
                        .principal(principal))))
                .startsWith("400 ValidationException: 1 validation error detected: ")
                .contains(" at '" + field + "' failed to satisfy constraint: ");
    }

    @Test
    void anOrganizationGoesWithEverybodyOnly() {
        publish(ZIP);
        assertThat(refusal(() -> lambda.addLayerVersionPermission(b -> b.layerName("data")
                        .versionNumber(1L)
                        .statementId("s")
                        .action("lambda:GetLayerVersion")
                        .principal("210987654321")
                        .organizationId("o-a1b2c3d4e5"))))
                .isEqualTo(
                        "400 InvalidParameterValueException: OrganizationId can only be set when Principal is \"*\".");
    }

    @Test
    void aDeniedActionNamesActionAndArn() {
        fake.deny("lambda:PublishLayerVersion");
        assertThat(refusal(() -> publish(ZIP)))
                .isEqualTo("403 AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/ci/build is not"
                        + " authorized to perform: lambda:PublishLayerVersion on resource:"
                        + " arn:aws:lambda:eu-west-1:123456789012:layer:data because no identity-based policy allows"
                        + " the lambda:PublishLayerVersion action");
    }
}
