package io.github.lambdalayer.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.lambdalayer.aws.FunctionChoice.Matching;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a bucket's policy allows to AWS Lambda itself, which reads zips in {@link StorageMode#REFERENCE}: "Self-managed S3
 * code storage" in Lambda's guide. Conditions are not weighed, and denials neither: AWS has the last word.
 */
record BucketPolicy(List<BucketPolicy.Statement> statements) {

    private static final String LAMBDA = "lambda.amazonaws.com";

    /** What one statement says, each member as the texts that are anywhere in it. */
    record Statement(Map<String, List<String>> members) {

        private List<String> texts(String member) {
            return members.getOrDefault(member, List.of());
        }

        private boolean lets(String action, String resource) {
            return texts("Effect").contains("Allow")
                    && texts("Principal").stream().anyMatch(who -> who.equals("*") || who.startsWith(LAMBDA))
                    && texts("Action").stream().anyMatch(each -> new Matching(each).matches(action))
                    && texts("Resource").stream().anyMatch(each -> new Matching(each).matches(resource));
        }
    }

    BucketPolicy {
        statements = List.copyOf(statements);
    }

    /** Whether Lambda may do that with the object; {@code resource} is its ARN. */
    boolean letsLambda(String action, String resource) {
        return statements.stream().anyMatch(statement -> statement.lets(action, resource));
    }

    static BucketPolicy parse(String document) throws IOException {
        List<Statement> statements = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(document)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = json.currentName().equals("Statement");
                json.nextToken();
                if (wanted) {
                    addStatements(json, statements);
                } else {
                    json.skipChildren();
                }
            }
        }
        return new BucketPolicy(statements);
    }

    /** An array of statements, or one alone. */
    private static void addStatements(JsonParser json, List<Statement> statements) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            statements.add(statement(json));
            return;
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            statements.add(statement(json));
        }
    }

    private static Statement statement(JsonParser json) throws IOException {
        Map<String, List<String>> members = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            members.put(name, texts(json));
        }
        return new Statement(members);
    }

    /** {@code "x"}, {@code ["x"]} and {@code {"Service": ["x"]}} all give {@code x}. */
    private static List<String> texts(JsonParser json) throws IOException {
        List<String> texts = new ArrayList<>();
        int depth = 0;
        do {
            JsonToken token = json.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_STRING) {
                texts.add(json.getText());
            }
        } while (depth > 0 && json.nextToken() != null);
        return texts;
    }
}
