package io.github.lambdalayer.python.index.page;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexProblem;
import io.github.lambdalayer.python.index.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** Reads a page in JSON (PEP 691, 700, 714, 792) as a stream: numpy's has 1.9 MB and 4,400 files. */
final class JsonPage {

    private final JsonText json;
    private final URI page;
    private final PageBuilder files = new PageBuilder();
    private String apiVersion = "1.0";
    private String status = "";
    private String statusReason = "";
    private boolean hasFiles;

    private JsonPage(JsonText json, URI page) {
        this.json = json;
        this.page = page;
    }

    /**
     * Reads a whole page.
     *
     * @throws LayerException with {@link IndexProblem#BAD_PAGE} and the place in the JSON, when it is none
     * @throws IOException when the body itself breaks off
     */
    static RawPage parse(InputStream body, URI page) throws IOException {
        JsonText json = new JsonText(body);
        try {
            return new JsonPage(json, page).page();
        } catch (JsonFault e) {
            throw bad(page, json.path(), e);
        }
    }

    private RawPage page() throws IOException {
        json.object(this::readKey);
        json.end();
        if (!hasFiles) {
            throw new JsonFault("\"files\" is missing");
        }
        return files.page(apiVersion, status, statusReason);
    }

    private void readKey(String key) throws IOException {
        switch (key) {
            case "meta" -> json.object(this::readMeta);
            case "files" -> {
                hasFiles = true;
                new JsonFiles(json, page, files).read();
            }
            case "project-status" -> json.object(this::readStatus);
            default -> json.skip();
        }
    }

    private void readMeta(String key) throws IOException {
        if (key.equals("api-version")) {
            apiVersion = json.text();
            ApiVersion.check(apiVersion, page);
        } else {
            json.skip();
        }
    }

    private void readStatus(String key) throws IOException {
        switch (key) {
            case "status" -> status = json.text();
            case "reason" -> statusReason = json.textOrNull();
            default -> json.skip();
        }
    }

    private static LayerException bad(URI page, String path, JsonFault fault) {
        return new LayerException(
                IndexProblem.BAD_PAGE,
                Shown.url(page) + " is no valid index page: " + (path.isEmpty() ? "" : "at " + path + " ")
                        + fault.what() + ".",
                "run again; if it repeats, tell those who run the index");
    }
}
