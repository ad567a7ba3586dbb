package io.github.lambdalayer.build;

import io.github.lambdalayer.build.LayerResult.PublishedVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What other tools read of a published layer: {@code data.env} for shells, and in {@code iac} pieces for CloudFormation
 * and SAM, Terraform, and the CDK, with the ARNs of all regions that this build has published to in them.
 */
public final class Handover {

    private static final String BY = "Written by lambda-layer-maven-plugin. ";

    private final Path folder;
    private final String layer;
    private final List<PublishedVersion> versions;

    private Handover(LayerSpec spec, LayerResult result) {
        this.folder = spec.output();
        this.layer = spec.name().value();
        this.versions = result.published();
    }

    /** Writes the files; without a published version there are none. */
    static void write(LayerSpec spec, LayerResult result) {
        if (!result.published().isEmpty()) {
            new Handover(spec, result).write();
        }
    }

    private void write() {
        Path iac = folder.resolve("iac");
        StringBuilder env = new StringBuilder();
        variables().forEach((name, value) -> env.append(name + "=" + value + "\n"));
        ResultFiles.write(folder.resolve(layer + ".env"), env.toString());
        ResultFiles.write(iac.resolve(layer + ".cloudformation.yaml"), cloudFormation());
        ResultFiles.write(iac.resolve(layer + ".tf"), terraform());
        ResultFiles.write(iac.resolve(layer + ".cdk.ts"), cdk());
    }

    /** {@code LAMBDA_LAYER_DATA_ARN_EU_WEST_1} and so on. */
    private Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        String prefix = "LAMBDA_LAYER_" + upper(layer);
        for (PublishedVersion version : versions) {
            variables.put(prefix + "_ARN_" + upper(version.region()), version.arn());
            variables.put(prefix + "_VERSION_" + upper(version.region()), Long.toString(version.version()));
        }
        return variables;
    }

    /**
     * The lines that GitHub Actions takes as outputs of a step: {@code arn-data-eu-west-1=arn:…}, and {@code
     * changed-data=true} where a version was made.
     */
    public static List<String> gitHubOutputs(LayerResult result) {
        List<String> lines = result.published().stream()
                .map(v -> "arn-" + result.layer() + "-" + v.region() + "=" + v.arn())
                .collect(Collectors.toList());
        boolean changed = result.published().stream().anyMatch(PublishedVersion::created);
        lines.add("changed-" + result.layer() + "=" + changed);
        return List.copyOf(lines);
    }

    private String cloudFormation() {
        String name = capitals(layer) + "Layer";
        String find = "!FindInMap [" + name + ", !Ref \"AWS::Region\", Arn]";
        return """
                # %1$sIn a function: Layers: [%4$s]
                AWSTemplateFormatVersion: "2010-09-09"
                Description: The versions of layer %2$s
                Mappings:
                  %3$s:
                %5$sResources:
                  %3$sArn:
                    Type: AWS::SSM::Parameter
                    Properties:
                      Name: /lambda-layer/%2$s
                      Type: String
                      Value: %4$s
                Outputs:
                  %3$sArn:
                    Value: %4$s
                """.formatted(BY, layer, name, find, ofEach("    %s:\n      Arn: %s\n"));
    }

    private String terraform() {
        String name = "lambda_layer_" + layer.replace('-', '_');
        return """
                # %1$sIn a function: layers = [local.%2$s["%3$s"]]
                locals {
                  %2$s = {
                %4$s  }
                }

                output "%2$s" {
                  value = local.%2$s
                }
                """.formatted(BY, name, versions.get(0).region(), ofEach("    \"%s\" = \"%s\"\n"));
    }

    private String cdk() {
        return """
                // %1$sIn a stack: lambda.LayerVersion.fromLayerVersionArn(this, '%2$s', layer%2$s[this.region])
                export const layer%2$s: Readonly<Record<string, string>> = {
                %3$s};
                """.formatted(BY, capitals(layer), ofEach("  '%s': '%s',\n"));
    }

    /** The line of each version: its region, then its ARN. */
    private String ofEach(String line) {
        return versions.stream()
                .map(version -> line.formatted(version.region(), version.arn()))
                .collect(Collectors.joining());
    }

    /** {@code data-tools} → {@code DATA_TOOLS}. */
    private static String upper(String text) {
        return text.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** {@code data-tools} → {@code DataTools}: names of CloudFormation have letters and digits only. */
    private static String capitals(String text) {
        StringBuilder name = new StringBuilder();
        boolean next = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '-' || c == '_') {
                next = true;
            } else {
                name.append(next ? Character.toUpperCase(c) : c);
                next = false;
            }
        }
        return name.toString();
    }
}
