package io.github.lambdalayer.testing.aws;

import static io.github.lambdalayer.testing.aws.PlainClients.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.Layer;

class FakeFunctionsTest {

    private static final String LAYERS = "arn:aws:lambda:eu-west-1:123456789012:layer:";
    private static final String INVALID = "400 InvalidParameterValueException: ";

    private final FakeLambda fake;
    private final PlainClients clients;
    private final LambdaClient lambda;
    private final FakeFunction orders;

    FakeFunctionsTest() throws IOException {
        fake = FakeLambda.start();
        clients = new PlainClients(fake);
        lambda = clients.lambda("eu-west-1");
        orders = fake.function("eu-west-1", "orders");
    }

    @BeforeEach
    void layers() {
        for (String layer : List.of("a:1", "a:2", "b:1", "c:1", "d:1", "e:1", "f:1")) {
            fake.layer(LAYERS + layer, 1_000);
        }
    }

    @AfterEach
    void close() {
        clients.close();
        fake.close();
    }

    private FunctionConfiguration read() {
        return lambda.getFunction(b -> b.functionName("orders")).configuration();
    }

    private Object update(@Nullable String revision, String... layers) {
        return lambda.updateFunctionConfiguration(
                b -> b.functionName("orders").revisionId(revision).layers(layers));
    }

    @Test
    void theRevisionChangesWhenAnUpdateIsAcceptedAndWhenItEnds() {
        orders.updatesTake(1);
        String before = read().revisionId();
        update(before, LAYERS + "a:1");
        FunctionConfiguration during = read();
        assertThat(during.lastUpdateStatusAsString()).isEqualTo("InProgress");
        assertThat(during.lastUpdateStatusReasonCodeAsString()).isEqualTo("Creating");
        FunctionConfiguration after = read();
        assertThat(after.lastUpdateStatusAsString()).isEqualTo("Successful");
        assertThat(List.of(before, during.revisionId(), after.revisionId())).doesNotHaveDuplicates();
        assertThat(after.layers()).extracting(Layer::arn).containsExactly(LAYERS + "a:1");
        assertThat(refusal(() -> update(before, LAYERS + "b:1")))
                .isEqualTo(
                        "412 PreconditionFailedException: The Revision Id provided does not match the latest Revision"
                                + " Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id");
    }

    @Test
    void nothingChangesWhileAnUpdateIsUnderWay() {
        orders.updating(1);
        assertThat(refusal(() -> update(null, LAYERS + "a:1")))
                .isEqualTo(
                        "409 ResourceConflictException: The operation cannot be performed at this time. An update is in"
                                + " progress for resource: arn:aws:lambda:eu-west-1:123456789012:function:orders");
    }

    @Test
    void aFailedUpdateKeepsTheFunctionActive() {
        orders.nextUpdateFails("no luck");
        update(null, LAYERS + "a:1");
        FunctionConfiguration after = read();
        assertThat(after.stateAsString()).isEqualTo("Active");
        assertThat(after.lastUpdateStatusAsString()).isEqualTo("Failed");
        assertThat(after.lastUpdateStatusReason()).isEqualTo("no luck");
        assertThat(after.layers()).hasSize(1);
        update(after.revisionId());
        assertThat(read().lastUpdateStatusAsString()).isEqualTo("Successful");
        assertThat(read().layers()).isEmpty();
    }

    @Test
    void listsThatAFunctionCannotHaveAreRefused() {
        assertThat(refusal(() -> update(
                        null,
                        LAYERS + "a:1",
                        LAYERS + "b:1",
                        LAYERS + "c:1",
                        LAYERS + "d:1",
                        LAYERS + "e:1",
                        LAYERS + "f:1")))
                .isEqualTo(INVALID + "Cannot reference more than 5 layers.");
        assertThat(refusal(() -> update(null, LAYERS + "a:1", LAYERS + "a:2")))
                .isEqualTo(INVALID
                        + "Two different versions of the same layer are not allowed to be referenced in the same"
                        + " function. " + LAYERS + "a:1 and " + LAYERS + "a:2 are versions of the same layer.");
        assertThat(refusal(() -> update(null, LAYERS + "a:9")))
                .isEqualTo(INVALID + "Layer version " + LAYERS + "a:9 does not exist.");
        assertThat(refusal(() -> update(null, LAYERS + "a"))).startsWith("400 ValidationException: ");
        assertThat(refusal(() -> update(null, "arn:aws:lambda:us-east-1:123456789012:layer:a:1")))
                .isEqualTo(INVALID + "Layers are not in the same region as the function. Layers are expected to be in"
                        + " region eu-west-1.");
        fake.layer(LAYERS + "big:1", 262_144_000);
        assertThat(refusal(() -> update(null, LAYERS + "big:1")))
                .isEqualTo(INVALID + "Function code combined with layers exceeds the maximum allowed size of 262144000"
                        + " bytes. The actual size is 262145000 bytes.");
        fake.denyLayer(LAYERS + "b:1");
        assertThat(refusal(() -> update(null, LAYERS + "b:1")))
                .startsWith("403 AccessDeniedException: ")
                .endsWith("no resource-based policy allows the lambda:GetLayerVersion action");
        assertThat(read().layers()).isEmpty();
    }

    @Test
    void functionsAreFoundByNameAndArnAndListed() {
        orders.tag("aws:cloudformation:stack-name", "shop");
        assertThat(lambda.getFunction(b -> b.functionName("arn:aws:lambda:eu-west-1:123456789012:function:orders"))
                        .tags())
                .containsEntry("aws:cloudformation:stack-name", "shop");
        assertThat(refusal(() -> lambda.getFunctionConfiguration(b -> b.functionName("nope"))))
                .isEqualTo("404 ResourceNotFoundException: Function not found:"
                        + " arn:aws:lambda:eu-west-1:123456789012:function:nope");
        assertThat(lambda.listFunctions(b -> {}).functions()).singleElement().satisfies(f -> {
            assertThat(f.functionName()).isEqualTo("orders");
            assertThat(f.stateAsString()).isNull();
        });
    }

    @Test
    void aRequestThatIsTooLongIsRefused() {
        assertThat(refusal(() -> lambda.updateFunctionConfiguration(
                        b -> b.functionName("orders").description("x".repeat(5_120)))))
                .isEqualTo("413 RequestEntityTooLargeException: Request must be smaller than 5120 bytes for the"
                        + " UpdateFunctionConfiguration operation");
    }

    @Test
    void anImageHasNoLayers() {
        orders.image();
        assertThat(refusal(() -> update(null, LAYERS + "a:1"))).startsWith(INVALID + "Please don't provide layers");
    }

    @Test
    void revisionsCanBeLeftOut() {
        fake.withoutRevisionIds();
        assertThat(read().revisionId()).isNull();
    }

    @Test
    void accountSettingsTellLimitsAndUsage() {
        assertThat(lambda.getAccountSettings(b -> {}).accountUsage().totalCodeSize())
                .isEqualTo(7_000);
        fake.withoutAccountSettings();
        assertThat(refusal(() -> lambda.getAccountSettings(b -> {}))).startsWith("404 ");
    }
}
