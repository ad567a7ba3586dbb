package io.github.lambdalayer.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One project of a {@link FakeIndex}, as its page in JSON or HTML. */
final class FakePage {

    final String name;
    final List<FakeFile> files = new ArrayList<>();
    String status = "";
    String reason = "";
    String apiVersion = "1.4";

    FakePage(String name) {
        this.name = name;
    }

    String json() {
        String list = files.stream().map(FakePage::json).collect(Collectors.joining(",\n  "));
        String statusText = status.isEmpty()
                ? ""
                : "\"project-status\": {\"status\": " + quoted(status) + ", \"reason\": " + quoted(reason) + "},\n ";
        return "{\"meta\": {\"api-version\": " + quoted(apiVersion) + ", \"_last-serial\": 1},\n \"name\": "
                + quoted(name) + ",\n " + statusText + "\"files\": [\n  " + list + "]}\n";
    }

    private static String json(FakeFile file) {
        List<String> fields = new ArrayList<>();
        fields.add("\"filename\": " + quoted(file.filename));
        fields.add("\"url\": " + quoted(file.url));
        fields.add("\"hashes\": " + json(file.hashes));
        fields.add("\"requires-python\": " + (file.requiresPython == null ? "null" : quoted(file.requiresPython)));
        if (file.size >= 0) {
            fields.add("\"size\": " + file.size);
        }
        if (file.uploadTime != null) {
            fields.add("\"upload-time\": " + quoted(file.uploadTime));
        }
        String yanked = file.yanked;
        fields.add("\"yanked\": " + (yanked == null ? "false" : yanked.isEmpty() ? "true" : quoted(yanked)));
        fields.add("\"core-metadata\": " + coreMetadata(file));
        return "{" + String.join(", ", fields) + "}";
    }

    private static String coreMetadata(FakeFile file) {
        if (file.metadata == null) {
            return "false";
        }
        return file.metadataSha256.isEmpty() ? "true" : json(Map.of("sha256", file.metadataSha256));
    }

    private static String json(Map<String, String> hashes) {
        return hashes.entrySet().stream()
                .map(e -> quoted(e.getKey()) + ": " + quoted(e.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    String html() {
        StringBuilder out = new StringBuilder("<!DOCTYPE html>\n<html><head>\n");
        meta(out, "pypi:repository-version", apiVersion);
        if (!status.isEmpty()) {
            meta(out, "pypi:project-status", status);
            meta(out, "pypi:project-status-reason", reason);
        }
        out.append("<title>Links for ").append(escaped(name)).append("</title></head><body>\n");
        files.forEach(file -> anchor(out, file));
        return out.append("</body></html>\n").toString();
    }

    private static void meta(StringBuilder out, String name, String content) {
        attribute(out.append("<meta name=\"").append(name).append('"'), "content", content);
        out.append(">\n");
    }

    private static void anchor(StringBuilder out, FakeFile file) {
        String hash = file.hashes.entrySet().stream()
                .map(e -> "#" + e.getKey() + "=" + e.getValue())
                .findFirst()
                .orElse("");
        attribute(out.append("<a"), "href", file.url + hash);
        if (file.requiresPython != null) {
            attribute(out, "data-requires-python", file.requiresPython);
        }
        if (file.yanked != null) {
            attribute(out, "data-yanked", file.yanked);
        }
        if (file.metadata != null) {
            String value = file.metadataSha256.isEmpty() ? "true" : "sha256=" + file.metadataSha256;
            attribute(out, "data-core-metadata", value);
        }
        out.append('>').append(escaped(file.filename)).append("</a><br>\n");
    }

    private static void attribute(StringBuilder out, String name, String value) {
        out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
