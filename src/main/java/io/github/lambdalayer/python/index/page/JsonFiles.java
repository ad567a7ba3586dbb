package io.github.lambdalayer.python.index.page;

import io.github.lambdalayer.python.index.http.HttpAnswer;
import java.io.IOException;
import java.net.URI;

/** Reads the array {@code files} of a page in JSON. */
final class JsonFiles {

    private final JsonText json;
    private final URI page;
    private final PageBuilder files;
    private FileFields file = new FileFields();

    JsonFiles(JsonText json, URI page, PageBuilder files) {
        this.json = json;
        this.page = page;
        this.files = files;
    }

    void read() throws IOException {
        JsonText.Member readKey = this::readKey;
        json.array(() -> {
            file = new FileFields();
            json.object(readKey);
            add();
        });
    }

    private void add() throws IOException {
        if (file.filename.isEmpty() || file.url.isEmpty()) {
            throw new JsonFault("\"filename\" or \"url\" is missing");
        }
        if (!Link.isWheel(file.filename)) {
            files.other(file.filename);
            return;
        }
        Link link = Link.ofWheel(page, file.url);
        link.checkIsNamed(file.filename, page);
        files.wheel(file.at(link));
    }

    private void readKey(String key) throws IOException {
        switch (key) {
            case "filename" -> file.filename = json.text();
            case "url" -> file.url = json.text();
            case "hashes" -> readHashes(false);
            case "requires-python" -> file.requiresPython = json.textOrNull();
            case "size" -> file.bytes = size();
            case "upload-time" -> file.uploadTime = json.textOrNull();
            case "yanked" -> readYanked();
            case "core-metadata" -> readMetadata(true);
            case "dist-info-metadata", "data-dist-info-metadata" -> readMetadata(false);
            default -> json.skip();
        }
    }

    private long size() throws IOException {
        if (json.isNull()) {
            return -1;
        }
        long size = HttpAnswer.number(json.number());
        if (size < 0) {
            throw new JsonFault("a number of bytes was expected");
        }
        return size;
    }

    /** PEP 691: a bool, or the reason as text that is not empty. */
    private void readYanked() throws IOException {
        switch (json.kind()) {
            case 't', 'f' -> file.yanked = json.flag();
            case 'n' -> file.yanked = !json.isNull();
            case '"' -> {
                file.yankedReason = json.text();
                file.yanked = !file.yankedReason.isEmpty();
            }
            default -> throw new JsonFault("true, false or a reason was expected");
        }
    }

    /** PEP 714: the key of PEP 658 counts where the new one is absent; PyPI sends a misspelt one as well. */
    private void readMetadata(boolean isNewKey) throws IOException {
        if (file.hasNewMetadataKey && !isNewKey) {
            json.skip();
            return;
        }
        file.hasNewMetadataKey = isNewKey;
        file.metadataSha256 = "";
        switch (json.kind()) {
            case 't', 'f' -> file.hasMetadataFile = json.flag();
            case 'n' -> file.hasMetadataFile = !json.isNull();
            case '{' -> readHashes(true);
            default -> throw new JsonFault("true, false or hashes were expected");
        }
    }

    private void readHashes(boolean ofMetadata) throws IOException {
        if (json.isNull()) {
            return;
        }
        file.hasMetadataFile |= ofMetadata;
        json.object(algorithm -> {
            String value = json.textOrNull();
            boolean fits = ofMetadata ? file.takeMetadataHash(algorithm, value) : file.takeHash(algorithm, value);
            if (!fits) {
                throw new JsonFault("64 hexadecimal digits were expected");
            }
        });
    }
}
