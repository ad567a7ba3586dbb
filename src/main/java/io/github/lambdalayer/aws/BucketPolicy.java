package io.github.lambdalayer.aws;

import io.github.lambdalayer.aws.FunctionChoice.Matching;
import java.io.IOException;
import java.util.List;

/**
 * What a bucket's policy allows to AWS Lambda itself, which reads zips in {@link StorageMode#REFERENCE}: "Self-managed S3
 * code storage" in Lambda's guide. Conditions are not weighed, and denials neither: AWS has the last word.
 */
record BucketPolicy(List<PolicyStatement> statements) {

    private static final String LAMBDA = "lambda.amazonaws.com";

    /** No policy at all. */
    static final BucketPolicy NONE = new BucketPolicy(List.of());

    BucketPolicy {
        statements = List.copyOf(statements);
    }

    static BucketPolicy parse(String document) throws IOException {
        return new BucketPolicy(PolicyStatement.of(document));
    }

    /** Whether Lambda may do that with the object; {@code resource} is its ARN. */
    boolean letsLambda(String action, String resource) {
        return statements.stream().anyMatch(statement -> lets(statement, action, resource));
    }

    private static boolean lets(PolicyStatement statement, String action, String resource) {
        return statement.texts("Effect").contains("Allow")
                && statement.texts("Principal").stream().anyMatch(who -> who.equals("*") || who.startsWith(LAMBDA))
                && statement.texts("Action").stream().anyMatch(each -> new Matching(each).matches(action))
                && statement.texts("Resource").stream().anyMatch(each -> new Matching(each).matches(resource));
    }
}
