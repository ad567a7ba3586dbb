package io.github.lambdalayer.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** What a function is called with: one value of JSON (Lambda API, "Invoke"). */
public final class JsonEvent {

    private JsonEvent() {}

    /** Whether a text is one, such as {@code {"ping": true}} or {@code 5}. */
    public static boolean is(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            boolean hasValue = parser.nextToken() != null;
            parser.skipChildren();
            return hasValue && parser.nextToken() == null;
        } catch (IOException e) {
            return false; // The parser's own sentence names places that a pom does not have.
        }
    }
}
