package io.github.lambdalayer.testing.aws;

import static io.github.lambdalayer.testing.aws.PlainClients.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Versions, aliases, calls, code signing and policies of the stand-in are as strict as AWS. */
class FakeVersionsTest {

    private static final String A = "arn:aws:lambda:eu-west-1:123456789012:layer:a:1";
    private static final String B = "arn:aws:lambda:eu-west-1:123456789012:layer:b:1";

    private final FakeLambda fake;
    private final PlainClients clients;
    private final LambdaClient lambda;
    private final FakeFunction orders;

    FakeVersionsTest() throws IOException {
        fake = FakeLambda.start();
        clients = new PlainClients(fake);
        lambda = clients.lambda("eu-west-1");
        fake.layer(A, 1_000);
        fake.layer(B, 1_000);
        orders = fake.function("eu-west-1", "orders").layers(A).alias("live");
    }

    @AfterEach
    void close() {
        clients.close();
        fake.close();
    }

    private FunctionConfiguration read(String qualifier) {
        return lambda.getFunction(b -> b.functionName("orders").qualifier(qualifier))
                .configuration();
    }

    @Test
    void aVersionNeverChangesAndOneThatIsTheSameIsNotMadeTwice() {
        orders.layers(B);
        assertThat(lambda.publishVersion(b -> b.functionName("orders")).version())
                .isEqualTo("2");
        assertThat(lambda.publishVersion(b -> b.functionName("orders")).version())
                .isEqualTo("2");
        assertThat(read("1").layers()).extracting(l -> l.arn()).containsExactly(A);
        assertThat(read("live").layers()).extracting(l -> l.arn()).containsExactly(A);
        assertThat(read("2").functionArn()).endsWith(":function:orders:2");
    }

    @Test
    void publishingAVersionChangesTheRevisionAndIsGuardedByIt() {
        String before = orders.revision();
        lambda.publishVersion(b -> b.functionName("orders").revisionId(before));
        assertThat(orders.revision()).isNotEqualTo(before);
        assertThat(refusal(() ->
                        lambda.publishVersion(b -> b.functionName("orders").revisionId(before))))
                .startsWith("412 PreconditionFailedException: ");
    }

    @Test
    void aVersionOfAFunctionThatIsBusyIsRefused() {
        orders.updating(3);
        assertThat(refusal(() -> lambda.publishVersion(b -> b.functionName("orders"))))
                .startsWith("409 ResourceConflictException: The operation cannot be performed at this time.");
    }

    @Test
    void aliasesHaveARevisionOfTheirOwn() {
        String before =
                lambda.getAlias(b -> b.functionName("orders").name("live")).revisionId();
        orders.layers(B);
        lambda.publishVersion(b -> b.functionName("orders"));
        lambda.updateAlias(
                b -> b.functionName("orders").name("live").functionVersion("2").revisionId(before));
        assertThat(orders.aliasVersion("live")).isEqualTo("2");
        assertThat(refusal(() -> lambda.updateAlias(b -> b.functionName("orders")
                        .name("live")
                        .functionVersion("1")
                        .revisionId(before))))
                .startsWith("412 PreconditionFailedException: ");
        assertThat(refusal(() -> lambda.updateAlias(
                        b -> b.functionName("orders").name("live").functionVersion("9"))))
                .startsWith("404 ResourceNotFoundException: ");
        assertThat(refusal(() -> lambda.getAlias(b -> b.functionName("orders").name("beta"))))
                .startsWith("404 ResourceNotFoundException: ");
    }

    @Test
    void callsRunTheVersionTheyNameAndTellItsFailure() {
        orders.layers(B).failsWith(B, "No module named x").answers(event -> "\"" + event.length() + "\"");
        InvokeResponse old =
                lambda.invoke(b -> b.functionName("orders").qualifier("live").payload(SdkBytes.fromUtf8String("{}")));
        assertThat(old.functionError()).isNull();
        assertThat(old.payload().asUtf8String()).isEqualTo("\"2\"");
        InvokeResponse now = lambda.invoke(b -> b.functionName("orders").payload(SdkBytes.fromUtf8String("{}")));
        assertThat(now.functionError()).isEqualTo("Unhandled");
        assertThat(now.payload().asUtf8String()).contains("No module named x");
        assertThat(orders.invocations()).containsExactly("1 {}", "$LATEST {}");
    }

    @Test
    void aTrialOfACallRunsNothing() {
        InvokeResponse trial = lambda.invoke(b -> b.functionName("orders").invocationType("DryRun"));
        assertThat(trial.statusCode()).isEqualTo(204);
        assertThat(orders.invocations()).isEmpty();
    }

    @Test
    void aVersionOfOtherCodeIsRefused() {
        String code =
                lambda.getFunctionConfiguration(b -> b.functionName("orders")).codeSha256();
        orders.layers(B);
        assertThat(refusal(() ->
                        lambda.publishVersion(b -> b.functionName("orders").codeSha256("other"))))
                .isEqualTo(
                        "400 InvalidParameterValueException: CodeSHA256 (other) is different from current CodeSHA256 in"
                                + " $LATEST (" + code + "). Please try again with the CodeSHA256 in $LATEST.");
        assertThat(lambda.publishVersion(b -> b.functionName("orders").codeSha256(code))
                        .version())
                .isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "a b"})
    void namesOfAliasesBreachTheModel(String alias) {
        assertThat(refusal(() -> lambda.getAlias(b -> b.functionName("orders").name(alias))))
                .startsWith(
                        "400 ValidationException: 1 validation error detected: Value '" + alias + "' at 'name' failed");
    }

    @Test
    void allVersionsAreListedWhenTheyAreAskedFor() {
        assertThat(lambda.listFunctions(b -> b.functionVersion("ALL")).functions())
                .extracting(FunctionConfiguration::version)
                .containsExactly("$LATEST", "1");
    }

    @Test
    void signedLayersAreDemandedWhereTheConfigurationEnforces() {
        orders.codeSigning("Enforce");
        String arn = lambda.getFunctionCodeSigningConfig(b -> b.functionName("orders"))
                .codeSigningConfigArn();
        assertThat(lambda.getCodeSigningConfig(b -> b.codeSigningConfigArn(arn))
                        .codeSigningConfig()
                        .codeSigningPolicies()
                        .untrustedArtifactOnDeploymentAsString())
                .isEqualTo("Enforce");
        assertThat(refusal(() -> lambda.updateFunctionConfiguration(
                        b -> b.functionName("orders").layers(List.of(B)))))
                .startsWith("400 CodeVerificationFailedException: ");
    }

    @Test
    void aPolicyAllowsActionsOnItsResourcesOnly() {
        fake.callerMayOnly("""
                {"Statement": [{
                  "Action": ["lambda:GetFunction"],
                  "Resource": ["arn:aws:lambda:*:*:function:ord*"],
                  "Condition": {"StringLike": {"aws:ResourceTag/team": "da*"}}
                }]}""");
        fake.function("eu-west-1", "invoices").tag("team", "data");
        assertThat(refusal(() -> read("live"))).startsWith("403 AccessDeniedException: ");
        orders.tag("team", "data");
        assertThat(read("live").functionName()).isEqualTo("orders");
        assertThat(refusal(() -> lambda.getFunction(b -> b.functionName("invoices"))))
                .startsWith("403 AccessDeniedException: ");
        assertThat(refusal(() -> lambda.listFunctions(b -> {}))).startsWith("403 AccessDeniedException: ");
    }

    @Test
    void tagsThatMayNotBeSeenAreLeftOutAndThatIsTold() {
        orders.tag("team", "data");
        fake.deny("lambda:ListTags");
        assertThat(lambda.getFunction(b -> b.functionName("orders")).tagsError().errorCode())
                .isEqualTo("AccessDeniedException");
    }
}
