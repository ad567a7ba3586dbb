package io.github.lambdalayer.build;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** Writes a {@link LayerResult} as JSON, with its keys in the record's order and without any time. */
final class ResultWriter {

    private final JsonGenerator json;

    private ResultWriter(JsonGenerator json) {
        this.json = json;
    }

    static String write(LayerResult result) throws IOException {
        StringWriter text = new StringWriter();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(printer);
            new ResultWriter(json).result(result);
        }
        return text.append('\n').toString();
    }

    private void result(LayerResult r) throws IOException {
        json.writeStartObject();
        json.writeStringField("layer", r.layer());
        json.writeStringField("zip", r.zip());
        json.writeStringField("inputs", r.inputs());
        json.writeStringField("sha256", r.sha256());
        json.writeStringField("codeSha256", r.codeSha256());
        json.writeNumberField("zippedBytes", r.zippedBytes());
        json.writeNumberField("unzippedBytes", r.unzippedBytes());
        texts("runtimes", r.runtimes());
        texts("architectures", r.architectures());
        objects("packages", r.packages(), this::told);
        objects("findings", r.findings(), this::finding);
        objects("published", r.published(), this::published);
        objects("attached", r.attached(), this::attached);
        json.writeEndObject();
    }

    private void told(LayerResult.ToldPackage p) throws IOException {
        json.writeStringField("name", p.name());
        json.writeStringField("version", p.version());
        json.writeStringField("wheel", p.wheel());
        json.writeStringField("sha256", p.sha256());
        json.writeNumberField("unzippedBytes", p.unzippedBytes());
        texts("requiredBy", p.requiredBy());
    }

    private void finding(LayerResult.ToldFinding f) throws IOException {
        json.writeStringField("check", f.check());
        json.writeStringField("level", f.level());
        json.writeStringField("message", f.message());
        texts("hints", f.hints());
    }

    private void published(LayerResult.PublishedVersion p) throws IOException {
        json.writeStringField("region", p.region());
        json.writeStringField("arn", p.arn());
        json.writeNumberField("version", p.version());
        json.writeBooleanField("created", p.created());
    }

    private void attached(LayerResult.AttachedFunction a) throws IOException {
        json.writeStringField("region", a.region());
        json.writeStringField("function", a.function());
        json.writeStringField("outcome", a.outcome());
    }

    private void texts(String key, List<String> texts) throws IOException {
        json.writeArrayFieldStart(key);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private <T> void objects(String key, List<T> values, Fields<T> fields) throws IOException {
        json.writeArrayFieldStart(key);
        for (T value : values) {
            json.writeStartObject();
            fields.write(value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes the fields of one object. */
    private interface Fields<T> {
        void write(T value) throws IOException;
    }
}
