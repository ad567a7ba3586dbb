package io.github.lambdalayer.aws;

import static io.github.lambdalayer.aws.World.REGION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.aws.PolicyNeeds.Goal;
import io.github.lambdalayer.lambda.LayerName;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.testing.aws.FakeFunction;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The printed policy is enough for all goals, and each action in it is needed. */
class IamPolicyTest {

    private static final LayerName DATA = LayerName.of("data");
    private static final String LAYERS = "arn:aws:lambda:eu-west-1:123456789012:layer:";
    private static final Staging STAGE =
            new Staging("stage-{account}-{region}", "lambda-layers/", StorageMode.REFERENCE);
    private static final List<FunctionWish> FUNCTIONS = List.of(
            FunctionWish.of("orders", "live", "{}"),
            FunctionWish.of("import-*"),
            new FunctionWish(FunctionChoice.tagged("team=data"), "", ""));
    private static final Set<String> CHECKS = Set.of("s3:GetBucketVersioning", "s3:GetBucketPolicy");
    private static final LayerSharing SHARING =
            LayerSharing.of(List.of(LayerPermission.ofAccount("210987654321")), false);

    @TempDir
    Path folder;

    private static PolicyNeeds needs(Set<Goal> goals) {
        return new PolicyNeeds(
                DATA,
                new AwsSettings(List.of(REGION), "", "", "", "123456789012"),
                STAGE,
                FUNCTIONS,
                SHARING,
                goals,
                List.of());
    }

    private static String policy() {
        return IamPolicy.json(List.of(needs(EnumSet.allOf(Goal.class))));
    }

    /** All that goals do, so that every action is used: also what only a second run or an older state needs. */
    private void work(String policy) {
        try (World world = new World()) {
            world.fake.bucket("stage-123456789012-eu-west-1", REGION, "123456789012", true);
            world.fake.letLambdaRead("stage-123456789012-eu-west-1");
            world.fake.layer(LAYERS + "other:1", 10);
            FakeFunction orders = world.fake
                    .function(REGION, "orders")
                    .layers(LAYERS + "other:1")
                    .alias("live");
            world.fake.function(REGION, "import-a").layers(LAYERS + "other:1");
            world.fake.function(REGION, "tagged").tag("team", "data");
            world.fake.function(REGION, "stranger");
            world.fake.callerMayOnly(policy);
            PublishRequest request = LayerFixture.in(folder, "x = 1")
                    .staging(STAGE)
                    .sharedWith(LayerPermission.ofAccount("210987654321"), LayerPermission.ofAccount("111111111111"))
                    .request();
            world.publish(request);
            // The same zip under other words is in the bucket already; one account less is shared with.
            PublishRequest again = LayerFixture.in(folder, "x = 1")
                    .description("Other words")
                    .staging(STAGE)
                    .sharedWith(LayerPermission.ofAccount("210987654321"))
                    .request();
            world.publish(again);
            PublishRequest less = LayerFixture.in(folder, "x = 1")
                    .description("Other words")
                    .staging(STAGE)
                    .sharedWith()
                    .request();
            PublishOutcome published = world.publish(less);
            AttachRequest attach = new AttachRequest(
                    List.of(LayerVersionArn.parse(published.arn().value())),
                    FUNCTIONS,
                    List.of("python3.13"),
                    List.of("x86_64"),
                    10);
            world.attacher().plan(attach);
            world.attacher().attach(attach).orThrow();
            assertThat(orders.aliasVersion("live")).isEqualTo("2");
            world.detacher(REGION).detach(DATA, FUNCTIONS);
            LayerPruner pruner = new LayerPruner(world.clients(REGION), world, world.waits::add);
            pruner.delete(pruner.plan(DATA, 1, Set.of()));
            assertThat(world.fake.versions(REGION, "data")).hasSize(1);
        }
    }

    @Test
    void thePolicyIsEnough() {
        work(policy());
    }

    static Stream<String> actions() {
        Set<String> actions = new TreeSet<>();
        for (String word : policy().split("\"", -1)) {
            if (word.startsWith("lambda:") || word.startsWith("s3:")) {
                actions.add(word);
            }
        }
        actions.removeAll(CHECKS);
        return actions.stream();
    }

    /** The checks of a bucket are not made where they are denied. */
    @ParameterizedTest
    @ValueSource(strings = {"s3:GetBucketVersioning", "s3:GetBucketPolicy"})
    void theCheckOfABucketForReferenceIsAllowedThoughItIsNotNeeded(String check) {
        assertThat(policy()).contains("\"" + check + "\"");
        work(policy().replace("\"" + check + "\"", "\"none:None\""));
    }

    @Test
    void aBucketThatWillNotDoForReferenceIsToldBeforeAnythingIsWritten() {
        try (World world = new World()) {
            world.fake.bucket("stage-123456789012-eu-west-1", REGION, "123456789012", false);
            world.fake.callerMayOnly(IamPolicy.json(List.of(needs(Set.of(Goal.PUBLISH)))));
            PublishRequest request =
                    LayerFixture.in(folder, "x = 1").staging(STAGE).request();
            assertThatThrownBy(() -> world.publish(request)).hasMessageContaining("keeps no versions of its objects");
            assertThat(world.fake.writes()).isEmpty();
        }
    }

    @Test
    void onlyReferenceNeedsThePolicyOfTheBucket() {
        PolicyNeeds needs = needs(EnumSet.allOf(Goal.class));
        PolicyNeeds copying = new PolicyNeeds(
                needs.layer(),
                needs.settings(),
                new Staging("stage", "", StorageMode.COPY),
                needs.functions(),
                needs.sharing(),
                needs.goals(),
                List.of());
        assertThat(IamPolicy.json(List.of(copying))).contains("s3:PutObject").doesNotContain("s3:GetBucket");
    }

    @Test
    void anIndexOnCodeArtifactNeedsTheTokenOfItsDomain() {
        PolicyNeeds needs = needs(Set.of(Goal.PUBLISH));
        String host = "acme-210987654321.d.codeartifact.eu-west-1.amazonaws.com";
        PolicyNeeds withIndex = new PolicyNeeds(
                needs.layer(),
                needs.settings(),
                needs.staging(),
                needs.functions(),
                needs.sharing(),
                needs.goals(),
                List.of(CodeArtifactToken.of(host).orElseThrow()));
        assertThat(IamPolicy.json(List.of(withIndex))).startsWith("""
                        {
                          "Version" : "2012-10-17",
                          "Statement" : [ {
                            "Sid" : "ReadIndexes",
                            "Effect" : "Allow",
                            "Action" : [ "codeartifact:GetAuthorizationToken" ],
                            "Resource" : [ "arn:aws:codeartifact:eu-west-1:210987654321:domain/acme" ]
                          }, {
                            "Sid" : "BearTokens",
                            "Effect" : "Allow",
                            "Action" : [ "sts:GetServiceBearerToken" ],
                            "Resource" : [ "*" ]
                          }""");
    }

    @ParameterizedTest
    @MethodSource("actions")
    void eachActionIsNeeded(String action) {
        String without = policy().replace("\"" + action + "\"", "\"none:None\"");
        assertThatThrownBy(() -> work(without))
                .isInstanceOf(LayerException.class)
                .hasMessageContaining(action)
                .message()
                .containsPattern(
                        "arn:aws:[a-z0-9]+:|bucket stage-123456789012-eu-west-1|s3://stage-123456789012-eu-west-1|function [a-z-]+");
    }

    @Test
    void publishingAloneNeedsLittle() {
        PolicyNeeds least = new PolicyNeeds(
                DATA,
                new AwsSettings(List.of(), "", "", "", ""),
                Staging.DIRECT,
                List.of(),
                LayerSharing.UNDECLARED,
                Set.of(Goal.PUBLISH),
                List.of());
        assertThat(IamPolicy.json(List.of(least))).isEqualTo("""
                {
                  "Version" : "2012-10-17",
                  "Statement" : [ {
                    "Sid" : "ListVersions",
                    "Effect" : "Allow",
                    "Action" : [ "lambda:ListLayerVersions" ],
                    "Resource" : [ "*" ]
                  }, {
                    "Sid" : "ReadVersions",
                    "Effect" : "Allow",
                    "Action" : [ "lambda:GetLayerVersion" ],
                    "Resource" : [ "arn:*:lambda:*:*:layer:data:*" ]
                  }, {
                    "Sid" : "PublishLayer",
                    "Effect" : "Allow",
                    "Action" : [ "lambda:PublishLayerVersion" ],
                    "Resource" : [ "arn:*:lambda:*:*:layer:data" ]
                  } ]
                }
                """);
    }

    @Test
    void onlyFunctionsWithTheTagMayBeChanged() {
        assertThat(policy())
                .contains("\"aws:ResourceTag/team\" : \"data\"")
                .contains("arn:aws:lambda:eu-west-1:123456789012:function:import-*")
                .contains("arn:aws:s3:::stage-123456789012-eu-west-1/lambda-layers/data/*")
                .contains("[ \"arn:aws:s3:::stage-123456789012-eu-west-1\" ]");
    }
}
