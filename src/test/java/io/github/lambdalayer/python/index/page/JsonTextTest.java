package io.github.lambdalayer.python.index.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what Jackson reads, and refuses what it refuses. */
class JsonTextTest {

    private static final JsonFactory JACKSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String ALL_KINDS = """
            {"a": [1, -2.5e+3, 0, true, false, null, "", "plain"], "b": {"c": {}, "d": []},
             "esc\\u0061ped": "q\\" s\\\\ \\/ \\b\\f\\n\\r\\t \\u00e9 \\ud83d\\ude00", "ü": "é€😀"}""";

    private static String read(InputStream in) throws IOException {
        JsonText json = new JsonText(in);
        StringBuilder out = new StringBuilder();
        copy(json, out);
        json.end();
        return out.toString();
    }

    private static String read(String text) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static void copy(JsonText json, StringBuilder out) throws IOException {
        switch (json.kind()) {
            case '{' -> {
                out.append("{ ");
                json.object(key -> {
                    out.append(key).append(": ");
                    copy(json, out);
                });
                out.append("} ");
            }
            case '[' -> {
                out.append("[ ");
                json.array(() -> copy(json, out));
                out.append("] ");
            }
            case '"' -> out.append('"').append(json.text()).append("\" ");
            case 't', 'f' -> out.append(json.flag()).append(' ');
            case 'n' -> out.append(json.isNull() ? "null " : "");
            default -> out.append(json.number()).append(' ');
        }
    }

    private static String readByJackson(String text) throws IOException {
        StringBuilder out = new StringBuilder();
        try (JsonParser json = JACKSON.createParser(text.getBytes(UTF_8))) {
            int depth = 0;
            do {
                JsonToken token = json.nextToken();
                if (token == null) {
                    throw new IOException("it ends");
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                switch (token) {
                    case FIELD_NAME -> out.append(json.currentName()).append(": ");
                    case VALUE_STRING -> out.append('"').append(json.getText()).append("\" ");
                    default -> out.append(json.getText()).append(' ');
                }
            } while (depth > 0);
            if (json.nextToken() != null) {
                throw new IOException("something follows");
            }
        }
        return out.toString();
    }

    @Test
    void everyKindOfValueIsRead() throws IOException {
        assertThat(read(ALL_KINDS)).isEqualTo(readByJackson(ALL_KINDS)).contains("é 😀\" ü: \"é€😀\"");
    }

    @Test
    void bytesThatComeOneByOneAreReadAlike() throws IOException {
        byte[] bytes = ALL_KINDS.getBytes(UTF_8);
        InputStream slow = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(1, length));
            }
        };
        assertThat(read(slow)).isEqualTo(read(ALL_KINDS));
    }

    @Test
    void textsMayBeLongerThanWhatIsReadAtOnce() throws IOException {
        for (int length : new int[] {16_381, 16_382, 16_383, 16_384, 40_000, 500_000}) {
            String text = "x".repeat(length) + "é\\n";
            assertThat(read("[\"" + text + "\", \"next\"]"))
                    .isEqualTo("[ \"" + "x".repeat(length) + "é\n\" \"next\" ] ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "[1,]",
                "[,1]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{\"a\":1 \"b\":2}",
                "[1 2]",
                "[01]",
                "[-]",
                "[1.]",
                "[.5]",
                "[+1]",
                "[1e]",
                "[1e+]",
                "[--1]",
                "[1.2.3]",
                "[tru]",
                "[nulL]",
                "[True]",
                "[NaN]",
                "['a']",
                "[\"a]",
                "[\"\\x\"]",
                "[\"\\u12\"]",
                "[\"\\u12g4\"]",
                "[\"\t\"]",
                "[\"\n\"]",
                "[1]]",
                "[1] 2",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "// comment\n[1]",
                "[1] x"
            })
    void whatIsNoJsonIsRefused(String text) {
        assertThatThrownBy(() -> readByJackson(text)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(text)).isInstanceOf(JsonFault.class);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        for (int[] bytes : new int[][] {{0xFF}, {0xC3}, {0xC0, 0x80}, {0xED, 0xA0, 0x80}, {0xF5, 0x80, 0x80, 0x80}}) {
            byte[] text = "[\"....\"]".getBytes(UTF_8);
            for (int i = 0; i < bytes.length; i++) {
                text[2 + i] = (byte) bytes[i];
            }
            assertThatThrownBy(() -> read(new ByteArrayInputStream(text)))
                    .isInstanceOf(JsonFault.class)
                    .hasMessage("it is not JSON");
        }
    }

    @Test
    void changedTextsAreReadAsJacksonReadsThem() {
        Random random = new Random(11);
        String signs = "{}[]:,\"\\0123456789eE+-. tfnu\n\u0001";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder changed = new StringBuilder(ALL_KINDS);
            for (int change = 0; change <= random.nextInt(3); change++) {
                int at = random.nextInt(changed.length());
                if (changed.charAt(at) < 0x80) {
                    changed.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
                }
            }
            String text = changed.toString();
            assertThat(outcome(() -> read(text))).as(text).isEqualTo(outcome(() -> readByJackson(text)));
        }
    }

    @FunctionalInterface
    private interface Reading {
        String read() throws IOException;
    }

    private static String outcome(Reading reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            return "refused";
        }
    }
}
