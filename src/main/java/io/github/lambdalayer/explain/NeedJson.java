package io.github.lambdalayer.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Writes needs as JSON: {@code {"by": "pandas 2.2.3", "requirement": "numpy>=1.26.0"}}. */
final class NeedJson {

    private NeedJson() {}

    static void write(JsonGenerator json, String field, List<Need> needs) throws IOException {
        json.writeArrayFieldStart(field);
        for (Need need : needs) {
            json.writeStartObject();
            json.writeStringField("by", need.by());
            json.writeStringField("requirement", need.requirement().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void texts(JsonGenerator json, String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
