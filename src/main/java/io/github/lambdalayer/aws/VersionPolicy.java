package io.github.lambdalayer.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The policy of a layer's version, as far as it is ours: statement by statement, who it lets in. Lambda gives it as JSON
 * in a text and rewrites what it was given: {@code 123456789012} comes back as {@code {"AWS":
 * "arn:aws:iam::123456789012:root"}}.
 */
record VersionPolicy(Map<String, VersionPolicy.Grant> grants, String revision) {

    /** Who a statement lets in. */
    record Grant(String principal, String organization) {

        static Grant of(LayerPermission permission) {
            return new Grant(permission.principal(), permission.organization());
        }
    }

    /** No policy at all. */
    static final VersionPolicy NONE = new VersionPolicy(Map.of(), "");

    VersionPolicy {
        grants = Map.copyOf(grants);
    }

    static VersionPolicy parse(String document, String revision) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(document)) {
            Map<String, Grant> grants = new LinkedHashMap<>();
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean statements = parser.currentName().equals("Statement");
                parser.nextToken();
                if (statements) {
                    statements(parser, grants);
                } else {
                    parser.skipChildren();
                }
            }
            return new VersionPolicy(grants, revision);
        }
    }

    /** An array of statements, or one alone. */
    private static void statements(JsonParser parser, Map<String, Grant> grants) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            statement(parser, grants);
            return;
        }
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            statement(parser, grants);
        }
    }

    private static void statement(JsonParser parser, Map<String, Grant> grants) throws IOException {
        String id = "";
        String principal = "";
        String organization = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "Sid" -> id = parser.getText();
                case "Principal" -> principal = account(deepest(parser));
                case "Condition" -> organization = deepest(parser);
                default -> parser.skipChildren();
            }
        }
        if (id.startsWith(LayerPermission.PREFIX)) {
            grants.put(id, new Grant(principal, organization));
        }
    }

    /** The last text in a value: {@code {"AWS": "x"}} and {@code "x"} both give {@code x}. */
    private static String deepest(JsonParser parser) throws IOException {
        String text = "";
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            text = token == JsonToken.VALUE_STRING ? parser.getText() : text;
        } while (depth > 0 && parser.nextToken() != null);
        return text;
    }

    /** {@code arn:aws:iam::123456789012:root} → {@code 123456789012}. */
    private static String account(String principal) {
        String[] parts = principal.split(":", -1);
        return parts.length == 6 && parts[2].equals("iam") && parts[5].equals("root") ? parts[4] : principal;
    }
}
