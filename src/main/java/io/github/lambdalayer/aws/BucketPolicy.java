package io.github.lambdalayer.aws;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a bucket's policy allows to AWS Lambda itself, which reads zips in {@link StorageMode#REFERENCE}: "Self-managed S3
 * code storage" in Lambda's guide. Conditions are not weighed, denials neither, and what is said by exclusion ({@code
 * NotAction}) or with variables counts as allowed: AWS has the last word.
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
        if (!statement.texts("Effect").contains("Allow")) {
            return false;
        }
        return isUnclear(statement)
                || (statement.texts("Principal").stream().anyMatch(who -> who.equals("*") || who.startsWith(LAMBDA))
                        && matchesAny(lower(statement.texts("Action")), action.toLowerCase(Locale.ROOT))
                        && matchesAny(statement.texts("Resource"), resource));
    }

    private static boolean isUnclear(PolicyStatement statement) {
        return Stream.of("NotPrincipal", "NotAction", "NotResource")
                        .anyMatch(member -> !statement.texts(member).isEmpty())
                || statement.texts("Resource").stream().anyMatch(resource -> resource.contains("${"));
    }

    /** IAM knows no case in the names of actions. */
    private static List<String> lower(List<String> actions) {
        return actions.stream().map(action -> action.toLowerCase(Locale.ROOT)).toList();
    }

    private static boolean matchesAny(List<String> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> new Wildcard(pattern).matches(text));
    }
}
