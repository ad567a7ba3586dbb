package io.github.lambdalayer.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.lambdalayer.problem.Printable;
import java.io.IOException;

/** What a function says of its failure: {@code {"errorType": "ImportError", "errorMessage": "No module named x"}}. */
final class CanaryFailure {

    private static final int MOST_CHARACTERS = 300;

    private CanaryFailure() {}

    /** {@code "ImportError: No module named x"}; without such members, the start of the answer. */
    static String of(String payload) {
        String type = "";
        String message = "";
        try (JsonParser parser = new JsonFactory().createParser(payload)) {
            boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
            while (isObject && parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                type = name.equals("errorType") ? parser.getText() : type;
                message = name.equals("errorMessage") ? parser.getText() : message;
                parser.skipChildren();
            }
        } catch (IOException e) {
            message = "";
        }
        String both = type.isEmpty() || message.isEmpty() ? type + message : type + ": " + message;
        String text = both.isEmpty() ? payload : both;
        return Printable.name(text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + "…" : text);
    }
}
