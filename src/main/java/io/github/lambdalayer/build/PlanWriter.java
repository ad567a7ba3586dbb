package io.github.lambdalayer.build;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.lambdalayer.aws.AttachPlan;
import io.github.lambdalayer.aws.PublishPlan;
import io.github.lambdalayer.build.DeliveryPlan.RegionPlan;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes plans as JSON, for scripts: an array with an object for each layer. */
public final class PlanWriter {

    private final JsonGenerator json;

    private PlanWriter(JsonGenerator json) {
        this.json = json;
    }

    /** The JSON, with a line break at its end. */
    public static String write(List<DeliveryPlan> plans) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            json.writeStartArray();
            for (DeliveryPlan plan : plans) {
                new PlanWriter(json).plan(plan);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("JSON into memory", e);
        }
        return text.append('\n').toString();
    }

    private void plan(DeliveryPlan plan) throws IOException {
        json.writeStartObject();
        json.writeStringField("layer", plan.layer());
        json.writeBooleanField("changes", plan.changes());
        json.writeStringField("zip", plan.zip());
        json.writeStringField("sha256", plan.sha256());
        json.writeNumberField("zippedBytes", plan.zippedBytes());
        json.writeNumberField("unzippedBytes", plan.unzippedBytes());
        json.writeArrayFieldStart("regions");
        for (RegionPlan region : plan.regions()) {
            region(region);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("functions");
        for (AttachPlan function : plan.functions()) {
            function(function);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void region(RegionPlan region) throws IOException {
        json.writeStartObject();
        json.writeStringField("region", region.plan().region());
        if (region.plan() instanceof PublishPlan.Publish publish) {
            json.writeStringField("action", "publish");
            json.writeStringField("because", publish.because());
            json.writeStringField("newest", publish.newest());
            json.writeNumberField("newestZippedBytes", region.publishedBytes());
            json.writeStringField("bucket", publish.bucket());
            packages(region.packages());
        } else if (region.plan() instanceof PublishPlan.Keep keep) {
            json.writeStringField("action", "keep");
            json.writeStringField("arn", keep.arn().value());
        }
        texts("sharing", region.sharing());
        json.writeEndObject();
    }

    private void packages(PackageChanges changes) throws IOException {
        if (!changes.isKnown()) {
            return;
        }
        json.writeObjectFieldStart("packages");
        packages("added", changes.added());
        packages("removed", changes.removed());
        json.writeArrayFieldStart("changed");
        for (PackageChanges.Change change : changes.changed()) {
            json.writeStartObject();
            json.writeStringField("name", change.name());
            json.writeStringField("from", change.from());
            json.writeStringField("to", change.to());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void packages(String key, List<PackageChanges.Packaged> packages) throws IOException {
        json.writeArrayFieldStart(key);
        for (PackageChanges.Packaged each : packages) {
            json.writeStartObject();
            json.writeStringField("name", each.name());
            json.writeStringField("version", each.version());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void function(AttachPlan function) throws IOException {
        json.writeStartObject();
        json.writeStringField("region", function.region());
        json.writeStringField("function", function.function().name());
        json.writeStringField("action", function.changes() ? "attach" : "keep");
        json.writeStringField("replaces", function.replaces());
        json.writeStringField("alias", function.alias());
        json.writeNumberField("headroomBytes", function.headroom());
        json.writeEndObject();
    }

    private void texts(String key, List<String> texts) throws IOException {
        json.writeArrayFieldStart(key);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
