package io.github.lambdalayer.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A statement of a policy in JSON, each member as the texts that are anywhere in it: {@code "x"}, {@code ["x"]} and
 * {@code {"Service": ["x"]}} all give {@code x}.
 */
record PolicyStatement(Map<String, List<String>> members) {

    PolicyStatement {
        members = Map.copyOf(members);
    }

    /** All statements of a document; they are an array, or one alone. */
    static List<PolicyStatement> of(String document) throws IOException {
        List<PolicyStatement> statements = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(document)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = json.currentName().equals("Statement");
                json.nextToken();
                if (wanted) {
                    read(json, statements);
                } else {
                    json.skipChildren();
                }
            }
        }
        return statements;
    }

    List<String> texts(String member) {
        return members.getOrDefault(member, List.of());
    }

    /** The last of them, or "" where there is none. */
    String text(String member) {
        List<String> texts = texts(member);
        return texts.isEmpty() ? "" : texts.get(texts.size() - 1);
    }

    private static void read(JsonParser json, List<PolicyStatement> statements) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            statements.add(statement(json));
            return;
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            statements.add(statement(json));
        }
    }

    private static PolicyStatement statement(JsonParser json) throws IOException {
        Map<String, List<String>> members = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            members.put(name, allTexts(json));
        }
        return new PolicyStatement(members);
    }

    private static List<String> allTexts(JsonParser json) throws IOException {
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
