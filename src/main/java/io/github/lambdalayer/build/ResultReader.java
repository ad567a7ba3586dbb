package io.github.lambdalayer.build;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.lambdalayer.build.LayerResult.AttachedFunction;
import io.github.lambdalayer.build.LayerResult.PublishedVersion;
import io.github.lambdalayer.build.LayerResult.ToldFinding;
import io.github.lambdalayer.build.LayerResult.ToldPackage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what {@link ResultWriter} wrote; anything else is as if there were no file, so that the layer is made again. */
final class ResultReader {

    /** The deepest nesting is the object, a list, a package, its {@code requiredBy}. */
    private static final int DEEPEST = 4;

    private ResultReader() {}

    static Optional<LayerResult> read(String text) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser parser = factory.createParser(text)) {
            parser.nextToken();
            return Optional.of(result(new Fields(object(parser, 1))));
        } catch (IOException | ClassCastException | NoSuchFieldException e) {
            return Optional.empty();
        }
    }

    private static LayerResult result(Fields f) throws NoSuchFieldException {
        return new LayerResult(
                f.text("layer"),
                f.text("zip"),
                f.text("inputs"),
                f.text("sha256"),
                f.text("codeSha256"),
                f.number("zippedBytes"),
                f.number("unzippedBytes"),
                f.texts("runtimes"),
                f.texts("architectures"),
                objects(f, "packages", ResultReader::told),
                objects(f, "findings", ResultReader::finding),
                objects(f, "published", ResultReader::published),
                objects(f, "attached", ResultReader::attached));
    }

    private static ToldPackage told(Fields f) throws NoSuchFieldException {
        return new ToldPackage(
                f.text("name"),
                f.text("version"),
                f.text("wheel"),
                f.text("sha256"),
                f.number("unzippedBytes"),
                f.texts("requiredBy"));
    }

    private static ToldFinding finding(Fields f) throws NoSuchFieldException {
        return new ToldFinding(f.text("check"), f.text("level"), f.text("message"), f.texts("hints"));
    }

    private static PublishedVersion published(Fields f) throws NoSuchFieldException {
        return new PublishedVersion(f.text("region"), f.text("arn"), f.number("version"), f.flag("created"));
    }

    private static AttachedFunction attached(Fields f) throws NoSuchFieldException {
        return new AttachedFunction(f.text("region"), f.text("function"), f.text("outcome"));
    }

    private static <T> List<T> objects(Fields f, String key, FromFields<T> from) throws NoSuchFieldException {
        List<T> values = new ArrayList<>();
        for (Object each : f.list(key)) {
            values.add(from.read(new Fields(Fields.object(each))));
        }
        return values;
    }

    private static Map<String, Object> object(JsonParser parser, int depth) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            object.put(key, value(parser, depth + 1));
        }
        return object;
    }

    private static Object value(JsonParser parser, int depth) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null || depth > DEEPEST + 1) {
            throw new IOException("not a result");
        }
        return switch (token) {
            case START_OBJECT -> object(parser, depth);
            case START_ARRAY -> list(parser, depth);
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> parser.getText();
        };
    }

    private static List<Object> list(JsonParser parser, int depth) throws IOException {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser, depth + 1));
        }
        return list;
    }

    /** Makes one value of its fields. */
    private interface FromFields<T> {
        T read(Fields fields) throws NoSuchFieldException;
    }

    /** The fields of one object; a wrong type is a {@link ClassCastException}. */
    private record Fields(Map<String, Object> values) {

        String text(String key) throws NoSuchFieldException {
            return (String) get(key);
        }

        long number(String key) throws NoSuchFieldException {
            return (Long) get(key);
        }

        boolean flag(String key) throws NoSuchFieldException {
            return (Boolean) get(key);
        }

        List<String> texts(String key) throws NoSuchFieldException {
            return list(key).stream().map(String.class::cast).toList();
        }

        List<?> list(String key) throws NoSuchFieldException {
            return (List<?>) get(key);
        }

        static Map<String, Object> object(Object value) {
            Map<String, Object> fields = new LinkedHashMap<>();
            ((Map<?, ?>) value).forEach((key, each) -> fields.put((String) key, each));
            return fields;
        }

        private Object get(String key) throws NoSuchFieldException {
            Object value = values.get(key);
            if (value == null) {
                throw new NoSuchFieldException(key);
            }
            return value;
        }
    }
}
