package io.github.lambdalayer.python.index;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Reads the array {@code files} of a page in JSON. */
final class JsonFiles {

    private final JsonParser json;
    private final URI page;
    private final List<RawFile> wheels = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    JsonFiles(JsonParser json, URI page) {
        this.json = json;
        this.page = page;
    }

    List<RawFile> wheels() {
        return wheels;
    }

    List<String> others() {
        return others;
    }

    void read() throws IOException {
        JsonPage.require(json, page, JsonToken.START_ARRAY, "an array");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            JsonPage.require(json, page, JsonToken.START_OBJECT, "an object");
            add(file());
        }
    }

    private void add(FileFields file) {
        if (file.filename.isEmpty() || file.url.isEmpty()) {
            throw JsonPage.bad(page, json, "\"filename\" or \"url\" is missing");
        }
        if (!Link.isWheel(file.filename)) {
            others.add(file.filename);
            return;
        }
        Link link = Link.ofWheel(page, file.url);
        link.checkIsNamed(file.filename, page);
        wheels.add(file.at(link));
    }

    private FileFields file() throws IOException {
        FileFields file = new FileFields();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            readKey(file, key);
        }
        return file;
    }

    private void readKey(FileFields file, String key) throws IOException {
        switch (key) {
            case "filename" -> file.filename = JsonPage.text(json, page);
            case "url" -> file.url = JsonPage.text(json, page);
            case "hashes" -> readHashes(file, false);
            case "requires-python" -> file.requiresPython = JsonPage.textOrNull(json, page);
            case "size" -> file.bytes = size();
            case "upload-time" -> file.uploadTime = JsonPage.textOrNull(json, page);
            case "yanked" -> readYanked(file);
            case "core-metadata" -> readMetadata(file, true);
            case "dist-info-metadata", "data-dist-info-metadata" -> readMetadata(file, false);
            default -> json.skipChildren();
        }
    }

    private long size() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return -1;
        }
        JsonPage.require(json, page, JsonToken.VALUE_NUMBER_INT, "a number");
        long size = Answer.number(json.getText());
        if (size < 0) {
            throw JsonPage.bad(page, json, "a number of bytes was expected");
        }
        return size;
    }

    /** PEP 691: a bool, or the reason as text that is not empty. */
    private void readYanked(FileFields file) throws IOException {
        switch (json.currentToken()) {
            case VALUE_TRUE -> file.yanked = true;
            case VALUE_FALSE, VALUE_NULL -> file.yanked = false;
            case VALUE_STRING -> {
                file.yankedReason = json.getText();
                file.yanked = !file.yankedReason.isEmpty();
            }
            default -> throw JsonPage.bad(page, json, "true, false or a reason was expected");
        }
    }

    /** PEP 714: the key of PEP 658 counts where the new one is absent; PyPI sends a misspelt one as well. */
    private void readMetadata(FileFields file, boolean isNewKey) throws IOException {
        if (file.hasNewMetadataKey && !isNewKey) {
            json.skipChildren();
            return;
        }
        file.hasNewMetadataKey = isNewKey;
        file.metadataSha256 = "";
        switch (json.currentToken()) {
            case VALUE_TRUE -> file.hasMetadataFile = true;
            case VALUE_FALSE, VALUE_NULL -> file.hasMetadataFile = false;
            case START_OBJECT -> readHashes(file, true);
            default -> throw JsonPage.bad(page, json, "true, false or hashes were expected");
        }
    }

    private void readHashes(FileFields file, boolean ofMetadata) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        JsonPage.require(json, page, JsonToken.START_OBJECT, "an object");
        file.hasMetadataFile |= ofMetadata;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String algorithm = json.currentName();
            json.nextToken();
            String value = JsonPage.textOrNull(json, page);
            boolean fits = ofMetadata ? file.takeMetadataHash(algorithm, value) : file.takeHash(algorithm, value);
            if (!fits) {
                throw JsonPage.bad(page, json, "64 hexadecimal digits were expected");
            }
        }
    }
}
