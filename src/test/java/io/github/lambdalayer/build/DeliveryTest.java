package io.github.lambdalayer.build;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.aws.AwsSettings;
import io.github.lambdalayer.aws.FunctionWish;
import io.github.lambdalayer.aws.LayerPermission;
import io.github.lambdalayer.aws.LayerSharing;
import io.github.lambdalayer.aws.Staging;
import io.github.lambdalayer.aws.StorageMode;
import io.github.lambdalayer.build.Contents.Layout;
import io.github.lambdalayer.build.LayerResult.AttachedFunction;
import io.github.lambdalayer.build.LayerResult.PublishedVersion;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.testing.RecordingBuildLog;
import io.github.lambdalayer.testing.ZipBuilder;
import io.github.lambdalayer.testing.aws.FakeFunction;
import io.github.lambdalayer.testing.aws.FakeLambda;
import io.github.lambdalayer.testing.aws.Fault;
import io.github.lambdalayer.testing.aws.Invariants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing and attaching as the whole pipeline does it; what AWS can do wrong is tested in package aws. */
class DeliveryTest {

    private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:layer:data:1";

    @TempDir
    private Path basedir;

    private final RecordingBuildLog log = new RecordingBuildLog();
    private final LayerBuild build = new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, log, "0.1.0"));

    @BeforeAll
    static void credentials() {
        System.setProperty("aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE");
        System.setProperty("aws.secretAccessKey", "secret");
    }

    @AfterAll
    static void noCredentials() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Test
    void publishesAttachesAndThenHasNothingToDo() throws IOException {
        wheel("six", "1.16.0").header("License", "MIT").in(basedir.resolve("wheels"));
        LayerSpec spec = TestSpecs.in(basedir).requiring("six").spec();
        try (FakeLambda aws = FakeLambda.start()) {
            aws.function("eu-west-1", "orders").runtime("python3.13");
            Delivery delivery = delivery(aws, "orders");
            build.publish(spec, delivery);
            LayerResult result = build.attach(spec, delivery);
            assertThat(result.published()).containsExactly(new PublishedVersion("eu-west-1", ARN, 1, true));
            assertThat(result.attached()).containsExactly(new AttachedFunction("eu-west-1", "orders", "attached"));
            assertThat(spec.files().read()).contains(result);
            log.take();
            build.publish(spec, delivery);
            build.attach(spec, delivery);
            assertThat(log.events()).contains("published " + ARN + " false", "attached 1 orders eu-west-1 unchanged");
            assertThat(aws.writes())
                    .containsExactly("PublishLayerVersion eu-west-1", "UpdateFunctionConfiguration eu-west-1");
        }
    }

    @Test
    void aRegionThatIsNotPublishedToAnyMoreIsNotHandedOver() throws IOException {
        wheel("six", "1.16.0").in(basedir.resolve("wheels"));
        LayerSpec spec = TestSpecs.in(basedir).requiring("six").spec();
        try (FakeLambda aws = FakeLambda.start()) {
            build.publish(spec, delivery(aws, List.of("eu-west-1")));
            LayerResult both = build.publish(spec, delivery(aws, List.of("us-east-1", "eu-west-1")));
            assertThat(Handover.gitHubOutputs(both))
                    .containsExactly(
                            "arn-data-us-east-1=" + ARN.replace("eu-west-1", "us-east-1"),
                            "arn-data-eu-west-1=" + ARN,
                            "changed-data=true");
            LayerResult one = build.publish(spec, delivery(aws, List.of("eu-west-1")));
            assertThat(Handover.gitHubOutputs(one)).containsExactly("arn-data-eu-west-1=" + ARN, "changed-data=false");
            assertThat(spec.output().resolve("data.env")).hasContent("""
                    LAMBDA_LAYER_DATA_ARN_EU_WEST_1=%s
                    LAMBDA_LAYER_DATA_VERSION_EU_WEST_1=1
                    """.formatted(ARN));
            assertThat(spec.files().read().orElseThrow().publishedIn("us-east-1"))
                    .isPresent();
            LayerResult again =
                    build.publish(spec, delivery(aws, List.of("eu-west-1")), List.of("us-east-1", "eu-west-1"));
            assertThat(again.published())
                    .extracting(PublishedVersion::region)
                    .containsExactly("us-east-1", "eu-west-1");
        }
    }

    @Test
    void freshCheckoutFindsTheVersionThatIsThere() throws IOException {
        wheel("six", "1.16.0").in(basedir.resolve("wheels"));
        LayerSpec spec = TestSpecs.in(basedir).requiring("six").spec();
        try (FakeLambda aws = FakeLambda.start()) {
            aws.function("eu-west-1", "orders").runtime("python3.13");
            build.publish(spec, delivery(aws));
            Files.delete(spec.files().json());
            build.attach(spec, delivery(aws, "orders"));
            assertThat(log.events()).contains("attached 1 orders eu-west-1 attached");
        }
    }

    @Test
    void whatIsNotPublishedCannotBeAttached() throws IOException {
        wheel("six", "1.16.0").in(basedir.resolve("wheels"));
        LayerSpec spec = TestSpecs.in(basedir).requiring("six").spec();
        try (FakeLambda aws = FakeLambda.start()) {
            assertThatThrownBy(() -> build.attach(spec, delivery(aws, "orders")))
                    .isInstanceOfSatisfying(
                            LayerException.class, e -> assertThat(e.block()).isEqualTo("""
                                    Layer data, as it is now, is not published in eu-west-1.
                                    hint: mvn lambda-layer:publish lambda-layer:attach
                                    see problems.html#not-published"""));
            assertThat(aws.writes()).isEmpty();
        }
    }

    @Test
    void accountsThatWillNotDoAreFoundBeforeAnythingIsBuilt() throws IOException {
        LayerSpec spec = TestSpecs.in(basedir).requiring("six").spec();
        try (FakeLambda aws = FakeLambda.start()) {
            aws.storageLimit(0);
            aws.layer("arn:aws:lambda:eu-west-1:123456789012:layer:other:1", 1);
            assertThatThrownBy(() -> build.publish(spec, delivery(aws)))
                    .hasMessageContaining("the account's storage for code and layers is full");
            Staging missing = new Staging("stage-{region}", "", StorageMode.COPY);
            Delivery delivery = delivery(aws);
            assertThatThrownBy(() -> build.publish(
                            spec,
                            new Delivery(
                                    delivery.aws(), missing, List.of(), LayerSharing.UNDECLARED, Optional.empty(), "")))
                    .hasMessageContaining("eu-west-1: bucket stage-eu-west-1 does not exist.");
            assertThat(log.events()).isEmpty();
        }
    }

    @Test
    void withoutCredentialsNothingIsBuiltToBeAttached() throws IOException {
        Assumptions.assumeTrue(System.getenv("AWS_ACCESS_KEY_ID") == null, "this environment has credentials");
        LayerSpec spec = TestSpecs.in(basedir).requiring("six").spec();
        noCredentials();
        try (FakeLambda aws = FakeLambda.start()) {
            assertThatThrownBy(() -> build.attach(spec, delivery(aws, "orders")))
                    .hasMessageStartingWith("No AWS credentials were found");
            assertThat(log.events()).isEmpty();
            assertThat(aws.operations()).isEmpty();
        } finally {
            credentials();
        }
    }

    @Test
    void aLayerForEverybodyMustNotHoldWhatLooksLikeASecret() throws IOException {
        wheel("six", "1.16.0").file("six/.env", "PASSWORD=x").in(basedir.resolve("wheels"));
        LayerSpec spec = TestSpecs.in(basedir).requiring("six").spec();
        LayerSpec unchecked = TestSpecs.in(basedir)
                .requiring("six")
                .with(new Contents(Layout.AUTO, List.of(), List.of(), List.of(), Map.of("secret", "off"), 1 << 20))
                .spec();
        try (FakeLambda aws = FakeLambda.start()) {
            assertThatThrownBy(() -> build.publish(spec, toEveryone(aws, Optional.empty())))
                    .isInstanceOfSatisfying(
                            LayerException.class, e -> assertThat(e.block()).isEqualTo("""
                                    Layer data is for every AWS account, and python/six/.env of six 1.16.0 has the name of a file with secrets.
                                    hint: leave the file out with <exclusions>, and read secrets at run time
                                    see problems.html#public-secret"""));
            assertThatThrownBy(() -> build.publish(unchecked, toEveryone(aws, Optional.empty())))
                    .hasMessageStartingWith("Layer data is for every AWS account, and python/six/.env");
            Path copy = Files.copy(spec.files().zip(), basedir.resolve("copy.zip"));
            assertThatThrownBy(() -> build.publish(unchecked, toEveryone(aws, Optional.of(copy))))
                    .hasMessageStartingWith("Layer data is for every AWS account, and python/six/.env");
            assertThat(aws.writes()).isEmpty();
        }
    }

    private static Delivery toEveryone(FakeLambda aws, Optional<Path> zip) {
        LayerSharing everyone = LayerSharing.of(List.of(LayerPermission.ofAccount("*")), true);
        return new Delivery(delivery(aws).aws(), Staging.DIRECT, List.of(), everyone, zip, "");
    }

    @Test
    void detachTakesTheFunctionOutOfTheResultToo() throws IOException {
        wheel("six", "1.16.0").in(basedir.resolve("wheels"));
        LayerSpec spec = TestSpecs.in(basedir).requiring("six").spec();
        try (FakeLambda aws = FakeLambda.start()) {
            FakeFunction orders = aws.function("eu-west-1", "orders");
            build.publish(spec, delivery(aws));
            build.attach(spec, delivery(aws, "orders"));
            build.detach(spec, delivery(aws, "orders"), true);
            assertThat(orders.layers()).containsExactly(ARN);
            build.detach(spec, delivery(aws, "orders"), false);
            assertThat(orders.layers()).isEmpty();
            assertThat(spec.files().read().orElseThrow().attached()).isEmpty();
        }
    }

    @Test
    void pruneKeepsWhatWasPublishedFromHere() throws IOException {
        wheel("six", "1.16.0").in(basedir.resolve("wheels"));
        LayerSpec spec = TestSpecs.in(basedir).requiring("six").spec();
        try (FakeLambda aws = FakeLambda.start()) {
            build.publish(spec, delivery(aws));
            aws.layer(ARN.replace("data:1", "data:2"), 1);
            aws.layer(ARN.replace("data:1", "data:3"), 1);
            assertThat(build.prune(spec, delivery(aws), 1, false)).isEqualTo(1);
            assertThat(aws.versions("eu-west-1", "data")).hasSize(3);
            assertThat(build.prune(spec, delivery(aws), 1, true)).isEqualTo(1);
            assertThat(aws.versions("eu-west-1", "data")).containsExactly(ARN.replace("data:1", "data:3"), ARN);
        }
    }

    @Test
    void zipThatIsThereIsPublishedAsItIs() throws IOException {
        wheel("six", "1.16.0").in(basedir.resolve("wheels"));
        LayerSpec spec = TestSpecs.in(basedir).requiring("six").spec();
        LayerResult built = build.assemble(spec);
        Path elsewhere = Files.move(spec.files().zip(), basedir.resolve("promoted.zip"));
        Files.delete(spec.files().json());
        LayerSpec nothing = TestSpecs.in(basedir).spec();
        try (FakeLambda aws = FakeLambda.start()) {
            Delivery delivery = delivery(aws);
            LayerResult result = build.publish(
                    nothing,
                    new Delivery(
                            delivery.aws(),
                            delivery.staging(),
                            List.of(),
                            LayerSharing.UNDECLARED,
                            Optional.of(elsewhere),
                            ""));
            assertThat(result.sha256()).isEqualTo(built.sha256());
            assertThat(result.unzippedBytes()).isEqualTo(built.unzippedBytes());
            assertThat(result.publishedIn("eu-west-1")).isPresent();
            assertThat(nothing.files().propertiesFile())
                    .content()
                    .contains("lambda-layer.data.zip=" + elsewhere.toString().replace('\\', '/') + "\n");
        }
    }

    @Test
    void onlyTheZipThatWasPlannedIsPublished() throws IOException {
        wheel("six", "1.16.0").in(basedir.resolve("wheels"));
        LayerSpec spec = TestSpecs.in(basedir).requiring("six").spec();
        LayerResult built = build.assemble(spec);
        try (FakeLambda aws = FakeLambda.start()) {
            Delivery any = delivery(aws);
            assertThatThrownBy(() -> build.publish(
                            spec,
                            new Delivery(any.aws(), any.staging(), List.of(), any.sharing(), Optional.empty(), "00ff")))
                    .isInstanceOfSatisfying(
                            LayerException.class,
                            e -> assertThat(e.block())
                                    .isEqualTo(String.join(
                                            "\n",
                                            "The zip of layer data has the sha256 " + built.sha256()
                                                    + ", but sha256 asks for 00ff.",
                                            "hint: publish the zip that was planned, with -Dlambda-layer.zip=…, or plan"
                                                    + " anew",
                                            "see problems.html#other-zip")));
            assertThat(aws.writes()).isEmpty();
            build.publish(
                    spec,
                    new Delivery(any.aws(), any.staging(), List.of(), any.sharing(), Optional.empty(), built.sha256()));
            assertThat(aws.writes()).hasSize(1);
        }
    }

    @Test
    void aRegionThatFailsIsNotWrittenDownAndTheNextBuildPublishesItAlone() throws IOException {
        wheel("six", "1.16.0").in(basedir.resolve("wheels"));
        LayerSpec spec = TestSpecs.in(basedir).requiring("six").spec();
        try (FakeLambda aws = FakeLambda.start()) {
            Delivery delivery = toRegions(aws, "eu-west-1", "eu-central-1", "us-east-1");
            aws.onIn("eu-central-1", "PublishLayerVersion", Fault.refused(400, "ServiceException", "no"));
            assertThatThrownBy(() -> build.publish(spec, delivery))
                    .hasMessageStartingWith("Layer data was not published in every region.");
            Invariants.assertHold(aws, spec.output(), "data");
            assertThat(published(spec)).containsExactlyInAnyOrder("eu-west-1", "us-east-1");
            aws.forgetCalls();
            build.publish(spec, delivery);
            assertThat(aws.writes()).containsExactly("PublishLayerVersion eu-central-1");
            assertThat(published(spec)).containsExactlyInAnyOrder("eu-west-1", "eu-central-1", "us-east-1");
        }
    }

    @Test
    void whatCannotBeWrittenDownIsFoundByTheNextBuild() throws IOException {
        wheel("six", "1.16.0").in(basedir.resolve("wheels"));
        LayerSpec spec = TestSpecs.in(basedir).requiring("six").spec();
        Path properties = spec.files().propertiesFile();
        try (FakeLambda aws = FakeLambda.start()) {
            aws.on("PublishLayerVersion", Fault.first(() -> putAFolderInThePlaceOf(properties)));
            assertThatThrownBy(() -> build.publish(spec, delivery(aws)))
                    .hasMessageStartingWith(ARN + " is published, but ")
                    .hasMessageContaining(properties + " cannot be written: ");
            Files.delete(properties.resolve("full"));
            Files.delete(properties);
            build.publish(spec, delivery(aws));
            assertThat(aws.writes()).containsExactly("PublishLayerVersion eu-west-1");
            Invariants.assertHold(aws, spec.output(), "data");
            assertThat(published(spec)).containsExactly("eu-west-1");
        }
    }

    /** No file can take the place of a folder that is not empty. */
    private static void putAFolderInThePlaceOf(Path file) {
        try {
            Files.delete(file);
            Files.createFile(Files.createDirectory(file).resolve("full"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> published(LayerSpec spec) {
        return spec.files().read().orElseThrow().published().stream()
                .map(PublishedVersion::region)
                .toList();
    }

    @Test
    void eachGroupOfRegionsMayHaveARoleOfItsOwn() throws IOException {
        wheel("six", "1.16.0").in(basedir.resolve("wheels"));
        LayerSpec spec = TestSpecs.in(basedir).requiring("six").spec();
        try (FakeLambda aws = FakeLambda.start()) {
            build.publish(spec, as("arn:aws:iam::123456789012:role/europe", aws, "eu-west-1", "eu-central-1"));
            build.publish(spec, as("arn:aws:iam::123456789012:role/america", aws, "us-east-1"));
            assertThat(aws.calls("AssumeRole"))
                    .extracting(call -> call.body().get("RoleArn"))
                    .containsExactly("arn:aws:iam::123456789012:role/europe", "arn:aws:iam::123456789012:role/america");
            assertThat(aws.calls("PublishLayerVersion"))
                    .hasSize(3)
                    .allSatisfy(call -> assertThat(call.accessKey()).isEqualTo("ASIAROLE"));
            assertThat(published(spec)).containsExactlyInAnyOrder("eu-west-1", "eu-central-1", "us-east-1");
            Invariants.assertHold(aws, spec.output(), "data");
        }
    }

    private static Delivery as(String role, FakeLambda aws, String... regions) {
        return new Delivery(
                new AwsSettings(List.of(regions), aws.endpoint().toString(), "", role, ""),
                Staging.DIRECT,
                List.of(),
                LayerSharing.UNDECLARED,
                Optional.empty(),
                "");
    }

    private static Delivery toRegions(FakeLambda aws, String... regions) {
        return new Delivery(
                new AwsSettings(List.of(regions), aws.endpoint().toString(), "", "", ""),
                Staging.DIRECT,
                List.of(),
                LayerSharing.UNDECLARED,
                Optional.empty(),
                "");
    }

    @Test
    void whoeverOpensALayerToEverybodyIsToldSo() throws IOException {
        wheel("six", "1.16.0").in(basedir.resolve("wheels"));
        LayerSpec spec = TestSpecs.in(basedir).requiring("six").spec();
        try (FakeLambda aws = FakeLambda.start()) {
            build.publish(spec, toEveryone(aws, Optional.empty()));
            assertThat(log.events())
                    .contains(
                            "warned Every AWS account may use layer data and read what is in it: allowPublic is true.");
        }
    }

    @Test
    void zipThatIsNotThereIsAFailure() throws IOException {
        Path missing = basedir.resolve("missing.zip");
        try (FakeLambda aws = FakeLambda.start()) {
            Delivery delivery = delivery(aws);
            assertThatThrownBy(() -> build.publish(
                            TestSpecs.in(basedir).spec(),
                            new Delivery(
                                    delivery.aws(),
                                    delivery.staging(),
                                    List.of(),
                                    LayerSharing.UNDECLARED,
                                    Optional.of(missing),
                                    "")))
                    .isInstanceOfSatisfying(
                            LayerException.class,
                            e -> assertThat(e.block())
                                    .isEqualTo("There is no zip " + missing + ".\n"
                                            + "hint: leave out <zip>, so that the layer is built first\n"
                                            + "see problems.html#cannot-read"));
        }
    }

    @Test
    void licencesAreThoseOfThePackages() {
        wheel("one", "1.0").header("License", "MIT").in(basedir.resolve("wheels"));
        wheel("two", "1.0").header("License-Expression", "Apache-2.0").in(basedir.resolve("wheels"));
        wheel("three", "1.0").in(basedir.resolve("wheels"));
        LayerSpec spec = TestSpecs.in(basedir).requiring("one", "two", "three").spec();
        build.assemble(spec);
        assertThat(Licences.of(spec.files().zip())).isEqualTo("Apache-2.0, MIT");
    }

    @Test
    void licencesOfAForeignZipAreThoseThatCanBeReadOfWhatIsInstalled() throws IOException {
        Path zip = ZipBuilder.zip()
                .file(
                        "python/lib/python3.13/site-packages/one-1.0.dist-info/METADATA",
                        "Metadata-Version: 2.1\nName: one\nVersion: 1.0\nLicense: MIT\n")
                .file("python/two-1.0.dist-info/METADATA", "no headers at all")
                .file(
                        "python/one/_vendor/three-1.0.dist-info/METADATA",
                        "Metadata-Version: 2.1\nName: three\nVersion: 1.0\nLicense: GPL\n")
                .in(basedir, "foreign.zip");
        assertThat(Licences.of(zip)).isEqualTo("MIT");
        Path missing = basedir.resolve("missing.zip");
        assertThatThrownBy(() -> Licences.of(missing))
                .hasMessage(missing + " cannot be read: " + missing + " does not exist.");
    }

    static Delivery delivery(FakeLambda aws, String... functions) {
        return delivery(aws, List.of("eu-west-1"), functions);
    }

    private static Delivery delivery(FakeLambda aws, List<String> regions, String... functions) {
        return new Delivery(
                new AwsSettings(regions, aws.endpoint().toString(), "", "", ""),
                Staging.DIRECT,
                Stream.of(functions).map(FunctionWish::of).toList(),
                LayerSharing.UNDECLARED,
                Optional.empty(),
                "");
    }
}
