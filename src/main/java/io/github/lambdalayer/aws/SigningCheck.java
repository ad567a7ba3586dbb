package io.github.lambdalayer.aws;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CodeSigningConfig;

/**
 * Whether a function takes only layers that are signed: "Using code signing to verify code integrity" in Lambda's
 * guide. Only functions whose code is signed are asked, since a configuration that enforces allows no others.
 */
final class SigningCheck {

    private final AwsClients clients;

    SigningCheck(AwsClients clients) {
        this.clients = clients;
    }

    /** Throws when the layer would be refused; says nothing when the caller may not look, since AWS will tell. */
    void check(Attachment attachment, FunctionView view) {
        if (view.isSigned() && policy(attachment).equals("Enforce")) {
            throw attachment.problem(
                    AwsProblem.SIGNATURE_NEEDED,
                    "takes signed layers only, and layer " + attachment.layerText() + " is not signed.",
                    "sign it with AWS Signer, or let the function's code signing configuration warn");
        }
    }

    private String policy(Attachment attachment) {
        try {
            LambdaClient lambda = clients.lambda(attachment.region());
            String arn = lambda.getFunctionCodeSigningConfig(
                            b -> b.functionName(attachment.function().value()))
                    .codeSigningConfigArn();
            if (arn == null || arn.isEmpty()) {
                return "";
            }
            CodeSigningConfig config = lambda.getCodeSigningConfig(b -> b.codeSigningConfigArn(arn))
                    .codeSigningConfig();
            return config.codeSigningPolicies() == null
                    ? ""
                    : String.valueOf(config.codeSigningPolicies().untrustedArtifactOnDeploymentAsString());
        } catch (SdkException e) {
            return "";
        }
    }
}
