package io.github.lambdalayer.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.lambdalayer.aws.IamStatements.Statement;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;

/**
 * The least that the caller has to be allowed, as a policy of IAM. What goals can do without is not in it: looking at the
 * account's storage, at the bucket, at code signing, and deleting a version that was spoilt on its way. One exception:
 * whether a bucket will do for {@link StorageMode#REFERENCE} shows too late when it is not looked at.
 *
 * <pre>{@code
 * String json = IamPolicy.json(List.of(new PolicyNeeds(layer, settings, staging, functions, sharing, goals)));
 * }</pre>
 */
public final class IamPolicy {

    private IamPolicy() {}

    /** The policy for all these needs together, in a fixed order, with a line break at its end. */
    public static String json(List<PolicyNeeds> needs) {
        IamStatements statements = new IamStatements();
        needs.forEach(statements::add);
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeStringField("Version", "2012-10-17");
            json.writeArrayFieldStart("Statement");
            for (Statement statement : statements.all()) {
                write(json, statement);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("JSON into memory", e);
        }
        return text.append('\n').toString().replace("\r\n", "\n");
    }

    private static void write(JsonGenerator json, Statement statement) throws IOException {
        json.writeStartObject();
        json.writeStringField("Sid", statement.sid());
        json.writeStringField("Effect", "Allow");
        texts(json, "Action", statement.actions());
        texts(json, "Resource", statement.resources());
        if (!statement.tagKey().isEmpty()) {
            json.writeObjectFieldStart("Condition");
            json.writeObjectFieldStart("StringLike");
            json.writeStringField("aws:ResourceTag/" + statement.tagKey(), statement.tagValue());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String key, Collection<String> texts) throws IOException {
        json.writeArrayFieldStart(key);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
