package io.github.lambdalayer.aws;

import static io.github.lambdalayer.aws.PolicyNeeds.Goal.ATTACH;
import static io.github.lambdalayer.aws.PolicyNeeds.Goal.DETACH;
import static io.github.lambdalayer.aws.PolicyNeeds.Goal.PLAN;
import static io.github.lambdalayer.aws.PolicyNeeds.Goal.PRUNE;
import static io.github.lambdalayer.aws.PolicyNeeds.Goal.PUBLISH;

import io.github.lambdalayer.aws.FunctionChoice.Matching;
import io.github.lambdalayer.aws.FunctionChoice.Named;
import io.github.lambdalayer.aws.FunctionChoice.Tagged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The statements of a policy; those that allow the same on other resources are one. */
final class IamStatements {

    /** A statement; {@code tagKey} is empty where any tags will do. */
    record Statement(String sid, Set<String> actions, Set<String> resources, String tagKey, String tagValue) {}

    private final Map<String, Statement> statements = new LinkedHashMap<>();

    Collection<Statement> all() {
        return statements.values();
    }

    void add(PolicyNeeds needs) {
        Arns arns = new Arns(needs);
        if (!needs.settings().roleArn().isEmpty()) {
            allow("AssumeRole", List.of(needs.settings().roleArn()), "sts:AssumeRole");
        }
        for (CodeArtifactToken index : needs.indexes()) {
            allow("ReadIndexes", List.of(index.domainArn()), "codeartifact:GetAuthorizationToken");
            allow("BearTokens", List.of("*"), "sts:GetServiceBearerToken");
        }
        layer(needs, arns);
        bucket(needs, arns);
        if (needs.any(ATTACH, PLAN, DETACH)) {
            needs.functions().forEach(wish -> functions(needs, arns, wish));
        }
        if (needs.any(ATTACH, DETACH) && !needs.functions().isEmpty()) {
            // Whoever writes a function's list has to be allowed to read every layer in it.
            allow("ReadLayersOfFunctions", List.of(arns.anyLayer()), "lambda:GetLayerVersion");
        }
        if (needs.any(PRUNE)) {
            allow("ListFunctions", List.of("*"), "lambda:ListFunctions");
            allow("DeleteOldVersions", arns.versions(), "lambda:DeleteLayerVersion");
        }
    }

    private void bucket(PolicyNeeds needs, Arns arns) {
        if (needs.any(PUBLISH) && !needs.staging().bucket().isEmpty()) {
            allow("StageZip", List.of(arns.objects()), "s3:PutObject", "s3:GetObject", "s3:GetObjectVersion");
            if (needs.staging().deletes()) {
                allow("DeleteZip", List.of(arns.objects()), "s3:DeleteObject", "s3:DeleteObjectVersion");
            }
            if (!needs.staging().kmsKey().isEmpty()) {
                allow("EncryptZip", arns.keys(), "kms:GenerateDataKey", "kms:Decrypt");
            }
        }
        if (needs.any(PUBLISH, PLAN) && needs.staging().isReference()) {
            allow("CheckBucket", List.of(arns.bucket()), "s3:GetBucketVersioning", "s3:GetBucketPolicy");
        }
    }

    private void layer(PolicyNeeds needs, Arns arns) {
        if (needs.any(PUBLISH, ATTACH, PLAN, PRUNE)) {
            allow("ListVersions", List.of("*"), "lambda:ListLayerVersions");
        }
        if (needs.any(PUBLISH, ATTACH, PLAN)) {
            allow("ReadVersions", arns.versions(), "lambda:GetLayerVersion");
        }
        if (needs.any(PUBLISH)) {
            allow("PublishLayer", arns.layers(), "lambda:PublishLayerVersion");
        }
        if (needs.sharing().isDeclared() && needs.any(PUBLISH, PLAN)) {
            allow("ReadSharing", arns.versions(), "lambda:GetLayerVersionPolicy");
        }
        if (needs.sharing().isDeclared() && needs.any(PUBLISH)) {
            allow(
                    "ShareLayer",
                    arns.versions(),
                    "lambda:AddLayerVersionPermission",
                    "lambda:RemoveLayerVersionPermission");
        }
    }

    private void functions(PolicyNeeds needs, Arns arns, FunctionWish wish) {
        FunctionChoice choice = wish.choice();
        List<String> functions = arns.functions(choice, "");
        List<String> versions = arns.functions(choice, ":*");
        Tagged tag = choice instanceof Tagged tagged ? tagged : new Tagged("", "");
        if (!(choice instanceof Named)) {
            allow("ListFunctions", List.of("*"), "lambda:ListFunctions");
        }
        allow("ReadFunctions", functions, "lambda:GetFunction");
        if (choice instanceof Tagged) {
            allow("ReadTags", functions, "lambda:ListTags");
        }
        if (needs.any(ATTACH, DETACH)) {
            allow("UpdateFunctions", tag, functions, "lambda:UpdateFunctionConfiguration");
        }
        if (!wish.alias().isEmpty() && needs.any(ATTACH, PLAN)) {
            allow("ReadAliases", tag, functions, "lambda:GetAlias");
            allow("ReadVersionsOfFunctions", tag, versions, "lambda:GetFunction");
        }
        if (needs.any(ATTACH)) {
            attached(wish, tag, functions, versions);
        }
    }

    private void attached(FunctionWish wish, Tagged tag, List<String> functions, List<String> versions) {
        if (!wish.alias().isEmpty()) {
            allow("MoveAliases", tag, functions, "lambda:PublishVersion", "lambda:UpdateAlias");
        }
        if (!wish.canary().isEmpty()) {
            // Which of the two AWS checks depends on how the function is called.
            allow("CallFunctions", tag, functions, "lambda:InvokeFunction");
            allow("CallFunctions", tag, versions, "lambda:InvokeFunction");
        }
    }

    private void allow(String sid, List<String> resources, String... actions) {
        allow(sid, new Tagged("", ""), resources, actions);
    }

    private void allow(String sid, Tagged tag, List<String> resources, String... actions) {
        String value = tag.value().isEmpty() ? "*" : tag.value();
        String key = sid + " " + tag;
        Statement statement = statements.computeIfAbsent(
                key, k -> new Statement(numbered(sid), new TreeSet<>(), new TreeSet<>(), tag.key(), value));
        statement.actions().addAll(List.of(actions));
        statement.resources().addAll(resources);
    }

    /** Sids are unique, and hold letters and digits only. */
    private String numbered(String sid) {
        long same = statements.values().stream()
                .filter(each -> each.sid().startsWith(sid))
                .count();
        return same == 0 ? sid : sid + (same + 1);
    }

    /** ARNs with {@code *} for what is not said. */
    private static final class Arns {

        private final PolicyNeeds needs;
        private final String account;
        private final List<String> regions;

        Arns(PolicyNeeds needs) {
            this.needs = needs;
            AwsSettings settings = needs.settings();
            this.account = settings.expectedAccount().isEmpty() ? "*" : settings.expectedAccount();
            this.regions = settings.regions().isEmpty() ? List.of("*") : settings.regions();
        }

        private List<String> inEachRegion(String resource) {
            List<String> arns = new ArrayList<>();
            regions.forEach(region ->
                    arns.add("arn:" + Partition.of(region) + ":lambda:" + region + ":" + account + ":" + resource));
            return arns;
        }

        List<String> layers() {
            return inEachRegion("layer:" + needs.layer());
        }

        List<String> versions() {
            return inEachRegion("layer:" + needs.layer() + ":*");
        }

        String anyLayer() {
            return "arn:" + Partition.of(regions.get(0)) + ":lambda:*:*:layer:*:*";
        }

        String bucket() {
            return "arn:" + Partition.of(regions.get(0)) + ":s3:::"
                    + needs.staging().bucketIn(anyRegion(), account);
        }

        String objects() {
            return bucket() + "/" + needs.staging().folderIn(anyRegion(), account, needs.layer()) + "*";
        }

        private String anyRegion() {
            return regions.size() == 1 ? regions.get(0) : "*";
        }

        /** A key that is named by an alias is any key: policies of IAM know keys by their ids only. */
        List<String> keys() {
            List<String> arns = new ArrayList<>();
            for (String region : regions) {
                String key = needs.staging().kmsKeyIn(region, account);
                String id = key.contains("alias/") ? "*" : key.substring(key.lastIndexOf('/') + 1);
                String[] parts = key.split(":", -1);
                String home = key.startsWith("arn:") ? parts[3] + ":" + parts[4] : region + ":" + account;
                arns.add("arn:" + Partition.of(region) + ":kms:" + home + ":key/" + id);
            }
            return arns.stream().distinct().toList();
        }

        List<String> functions(FunctionChoice choice, String end) {
            if (choice instanceof Named named && named.name().isArn()) {
                return List.of(named.name().value() + end);
            }
            String name = choice instanceof Named named
                    ? named.name().name()
                    : choice instanceof Matching matching ? matching.pattern() : "*";
            return inEachRegion("function:" + name + end);
        }
    }
}
