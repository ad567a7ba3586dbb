package io.github.lambdalayer.explain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What is answered about one layer, target by target.
 *
 * @param layer for example {@code data}
 */
public record LayerAnswers(String layer, List<Answer> targets) {

    /** Keeps a copy of the list. */
    public LayerAnswers {
        targets = List.copyOf(targets);
    }

    /** All lines. */
    public List<String> lines() {
        return targets.stream().flatMap(answer -> answer.lines().stream()).toList();
    }

    /** The answers about several layers as JSON: {@code {"layers": [{"layer": "data", "targets": [{…}]}]}}. */
    public static String json(List<LayerAnswers> layers) {
        StringWriter text = new StringWriter();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(printer);
            json.writeStartObject();
            json.writeArrayFieldStart("layers");
            for (LayerAnswers each : layers) {
                each.write(json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("layer", layer);
        json.writeArrayFieldStart("targets");
        for (Answer answer : targets) {
            json.writeStartObject();
            answer.write(json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
