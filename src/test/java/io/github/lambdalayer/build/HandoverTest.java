package io.github.lambdalayer.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.build.LayerResult.PublishedVersion;
import io.github.lambdalayer.testing.BareResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other tools read. */
class HandoverTest {

    private static final String WEST = "arn:aws:lambda:eu-west-1:123456789012:layer:data:7";
    private static final String EAST = "arn:aws:lambda:us-east-1:123456789012:layer:data:3";

    @TempDir
    private Path basedir;

    private String written(String file) throws IOException {
        LayerSpec spec = TestSpecs.in(basedir).spec();
        Handover.write(
                spec,
                BareResult.of(
                        new PublishedVersion("eu-west-1", WEST, 7, true),
                        new PublishedVersion("us-east-1", EAST, 3, false)));
        return Files.readString(spec.output().resolve(file));
    }

    @Test
    void shellsGetVariables() throws IOException {
        assertThat(written("data.env")).isEqualTo("""
                LAMBDA_LAYER_DATA_ARN_EU_WEST_1=%s
                LAMBDA_LAYER_DATA_ARN_US_EAST_1=%s
                LAMBDA_LAYER_DATA_VERSION_EU_WEST_1=7
                LAMBDA_LAYER_DATA_VERSION_US_EAST_1=3
                """.formatted(WEST, EAST));
    }

    @Test
    void cloudFormationGetsATemplate() throws IOException {
        assertThat(written("iac/data.cloudformation.yaml")).isEqualTo("""
                # Written by lambda-layer-maven-plugin. In a function: Layers: [!FindInMap [DataLayer, !Ref "AWS::Region", Arn]]
                AWSTemplateFormatVersion: "2010-09-09"
                Description: The versions of layer data
                Mappings:
                  DataLayer:
                    eu-west-1:
                      Arn: %s
                    us-east-1:
                      Arn: %s
                Resources:
                  DataLayerArn:
                    Type: AWS::SSM::Parameter
                    Properties:
                      Name: /lambda-layer/data
                      Type: String
                      Value: !FindInMap [DataLayer, !Ref "AWS::Region", Arn]
                Outputs:
                  DataLayerArn:
                    Value: !FindInMap [DataLayer, !Ref "AWS::Region", Arn]
                """.formatted(WEST, EAST));
    }

    @Test
    void terraformGetsAMap() throws IOException {
        assertThat(written("iac/data.tf")).isEqualTo("""
                # Written by lambda-layer-maven-plugin. In a function: layers = [local.lambda_layer_data["eu-west-1"]]
                locals {
                  lambda_layer_data = {
                    "eu-west-1" = "%s"
                    "us-east-1" = "%s"
                  }
                }

                output "lambda_layer_data" {
                  value = local.lambda_layer_data
                }
                """.formatted(WEST, EAST));
    }

    @Test
    void theCdkGetsARecord() throws IOException {
        assertThat(written("iac/data.cdk.ts")).isEqualTo("""
                // Written by lambda-layer-maven-plugin. In a stack: lambda.LayerVersion.fromLayerVersionArn(this, 'Data', layerData[this.region])
                export const layerData: Readonly<Record<string, string>> = {
                  'eu-west-1': '%s',
                  'us-east-1': '%s',
                };
                """.formatted(WEST, EAST));
    }

    @Test
    void gitHubActionsGetsOutputs() {
        assertThat(Handover.gitHubOutputs(BareResult.of(new PublishedVersion("eu-west-1", WEST, 7, true))))
                .containsExactly("arn-data-eu-west-1=" + WEST, "changed-data=true");
        assertThat(Handover.gitHubOutputs(BareResult.of(new PublishedVersion("eu-west-1", WEST, 7, false))))
                .contains("changed-data=false");
    }

    @Test
    void withoutAVersionThereIsNothingToRead() {
        LayerSpec spec = TestSpecs.in(basedir).spec();
        Handover.write(spec, BareResult.of());
        assertThat(spec.output()).doesNotExist();
    }
}
