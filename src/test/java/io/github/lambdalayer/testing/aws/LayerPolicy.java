package io.github.lambdalayer.testing.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The policy of one layer version: statements by their id, under one revision. */
final class LayerPolicy {

    private final Map<String, Map<String, Object>> statements = new LinkedHashMap<>();
    private String revision = "";

    /** Adds the statement and returns it as Lambda rewrites it. */
    Map<String, Object> add(Map<String, Object> request, String layerVersionArn) {
        String id = Json.string(request, "StatementId");
        if (statements.containsKey(id)) {
            throw new Refusal(
                    409,
                    "ResourceConflictException",
                    "The statement id (" + id
                            + ") provided already exists. Please provide a new statement id, or remove the existing statement.");
        }
        Map<String, Object> statement = statement(id, request, layerVersionArn);
        statements.put(id, statement);
        revision = UUID.randomUUID().toString();
        return statement;
    }

    private static Map<String, Object> statement(String id, Map<String, Object> request, String layerVersionArn) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Sid", id);
        statement.put("Effect", "Allow");
        statement.put("Principal", principal(Json.string(request, "Principal")));
        statement.put("Action", "lambda:GetLayerVersion");
        statement.put("Resource", layerVersionArn);
        String organization = Json.string(request, "OrganizationId");
        if (!organization.isEmpty()) {
            statement.put("Condition", Map.of("StringEquals", Map.of("aws:PrincipalOrgID", organization)));
        }
        return statement;
    }

    private static Object principal(String written) {
        if (written.equals("*")) {
            return written;
        }
        return Map.of("AWS", written.startsWith("arn:") ? written : "arn:aws:iam::" + written + ":root");
    }

    void remove(String id) {
        if (statements.remove(id) == null) {
            throw Refusal.notFound("Statement " + id + " is not found in resource policy.");
        }
        revision = UUID.randomUUID().toString();
    }

    void checkRevision(String expected) {
        if (!expected.isEmpty() && !expected.equals(revision)) {
            throw new Refusal(
                    412,
                    "PreconditionFailedException",
                    "The Revision Id provided does not match the latest Revision Id."
                            + " Call the GetPolicy API to retrieve the latest Revision Id");
        }
    }

    boolean isEmpty() {
        return statements.isEmpty();
    }

    String revision() {
        return revision;
    }

    /** The document, as GetLayerVersionPolicy gives it: JSON in a text. */
    String document() {
        return Json.text(
                Map.of("Version", "2012-10-17", "Id", "default", "Statement", List.copyOf(statements.values())));
    }
}
