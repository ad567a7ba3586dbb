package io.github.lambdalayer.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A package index on loopback that speaks JSON and HTML, with everything an index may do or fail to do.
 *
 * <pre>{@code
 * try (FakeIndex index = FakeIndex.start()) {
 *     index.with(WheelBuilder.wheel("demo", "1.0").requires("six"), WheelBuilder.wheel("six", "1.16.0"));
 *     index.answers("/simple/demo/", Reply.status(503), Reply.status(503)); // then as usual
 *     … index.url() …                                                      // http://127.0.0.1:43211/simple/
 *     assertThat(index.requests("/simple/demo/")).hasSize(3);
 * }
 * }</pre>
 *
 * <p>Files are at {@code /files/<name>}, their metadata at {@code /files/<name>.metadata} when it is announced.
 */
public final class FakeIndex implements AutoCloseable {

    /** One request, with header names in lower case. */
    public record Request(String method, String path, Map<String, String> headers) {

        /** The value of a header, or "". */
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    static {
        // Without it each answer on a kept connection waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Map<String, FakePage> pages = new ConcurrentHashMap<>();
    private final Map<String, FakeFile> files = new ConcurrentHashMap<>();
    private final Map<String, Deque<Reply>> scripts = new ConcurrentHashMap<>();
    private final Map<String, Reply> constants = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile boolean speaksJson = true;
    private volatile boolean hasRanges = true;
    private volatile boolean hasEtags;
    private volatile String cacheControl = "";
    private volatile String wantedAuthorization = "";

    private FakeIndex(HttpServer server) {
        this.server = server;
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "fake-index");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** An index without projects, on a free port. */
    public static FakeIndex start() {
        try {
            return new FakeIndex(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the index: {@code http://127.0.0.1:43211/simple/}. */
    public URI url() {
        return url("/simple/");
    }

    /** Any address on this server. */
    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Offers wheels, each in the project of its name. */
    public FakeIndex with(WheelBuilder... wheels) {
        for (WheelBuilder wheel : wheels) {
            with(FakeFile.of(wheel));
        }
        return this;
    }

    /** Offers a file in the project that its name begins with. */
    public FakeIndex with(FakeFile file) {
        return with(file.filename.substring(0, file.filename.indexOf('-')), file);
    }

    /** Offers a file in any project. */
    public FakeIndex with(String project, FakeFile file) {
        page(project).files.add(file);
        files.put(file.filename, file);
        return this;
    }

    /** Makes the project known, with whatever files it has. */
    public FakeIndex withProject(String project) {
        page(project);
        return this;
    }

    /** The index's word on a project: {@code quarantined}. */
    public FakeIndex status(String project, String status, String reason) {
        page(project).status = status;
        page(project).reason = reason;
        return this;
    }

    public FakeIndex apiVersion(String project, String version) {
        page(project).apiVersion = version;
        return this;
    }

    /** Serves HTML whatever is asked for. */
    public FakeIndex onlyHtml() {
        speaksJson = false;
        return this;
    }

    /** Answers a request for a part with the whole. */
    public FakeIndex withoutRanges() {
        hasRanges = false;
        return this;
    }

    /** Sends an ETag with everything, and 304 to those who have it. */
    public FakeIndex withEtags() {
        hasEtags = true;
        return this;
    }

    /** Sends this with every page: {@code max-age=600}. */
    public FakeIndex cacheControl(String value) {
        cacheControl = value;
        return this;
    }

    /** Answers 401 to everyone else. */
    public FakeIndex onlyFor(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(UTF_8);
        wantedAuthorization = "Basic " + Base64.getEncoder().encodeToString(pair);
        return this;
    }

    /** Answers the next requests for a path with these, one each, and after them as usual. */
    public FakeIndex answers(String path, Reply... replies) {
        scripts.computeIfAbsent(path, p -> new ArrayDeque<>()).addAll(List.of(replies));
        return this;
    }

    /** Answers every request for a path with this from now on. */
    public FakeIndex alwaysAnswers(String path, Reply reply) {
        constants.put(path, reply);
        return this;
    }

    /** All requests so far, in the order in which they came. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** The requests for one path so far. */
    public List<Request> requests(String path) {
        return requests.stream().filter(r -> r.path().equals(path)).toList();
    }

    private FakePage page(String project) {
        String name = project.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
        return pages.computeIfAbsent(name, FakePage::new);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = request(exchange);
            requests.add(request);
            send(exchange, request, reply(request));
        }
    }

    private static Request request(HttpExchange exchange) {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return new Request(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), Map.copyOf(headers));
    }

    private Reply reply(Request request) {
        Deque<Reply> script = scripts.getOrDefault(request.path(), new ArrayDeque<>());
        synchronized (script) {
            if (!script.isEmpty()) {
                return script.remove();
            }
        }
        Reply constant = constants.get(request.path());
        if (constant != null) {
            return constant;
        }
        if (!wantedAuthorization.isEmpty() && !request.header("Authorization").equals(wantedAuthorization)) {
            return Reply.status(401).header("WWW-Authenticate", "Basic realm=\"index\"");
        }
        if (request.path().startsWith("/simple/")) {
            return pageReply(request);
        }
        return request.path().startsWith("/files/") ? fileReply(request) : Reply.status(404);
    }

    private Reply pageReply(Request request) {
        FakePage page = pages.get(request.path().substring("/simple/".length()).replaceFirst("/$", ""));
        if (page == null) {
            return Reply.status(404);
        }
        if (!request.path().endsWith("/")) {
            return Reply.redirect(301, request.path() + "/");
        }
        boolean json = speaksJson && request.header("Accept").contains("application/vnd.pypi.simple.v1+json");
        Reply reply = json ? Reply.json(page.json()) : Reply.html(page.html());
        Reply fresh = cacheControl.isEmpty() ? reply : reply.header("Cache-Control", cacheControl);
        return conditional(request, fresh);
    }

    private Reply fileReply(Request request) {
        String name = URLDecoder.decode(request.path().substring("/files/".length()), UTF_8);
        FakeFile file = files.get(name);
        if (file != null) {
            return part(request, conditional(request, bytes(file.content)));
        }
        FakeFile beside = name.endsWith(".metadata") ? files.get(name.replaceFirst("\\.metadata$", "")) : null;
        byte[] metadata = beside == null ? null : beside.metadata;
        return metadata == null ? Reply.status(404) : bytes(metadata);
    }

    private static Reply bytes(byte[] content) {
        return Reply.of(200, "application/octet-stream", content);
    }

    private Reply conditional(Request request, Reply reply) {
        if (!hasEtags) {
            return reply;
        }
        String etag = '"' + FakeFile.sha256(reply.body()).substring(0, 16) + '"';
        Reply marked = request.header("If-None-Match").equals(etag) ? reply.with(304, new byte[0]) : reply;
        return marked.header("ETag", etag);
    }

    private Reply part(Request request, Reply whole) {
        String range = request.header("Range");
        String condition = request.header("If-Range");
        boolean isSame = condition.isEmpty() || condition.equals(whole.headers().get("ETag"));
        if (!hasRanges || !range.startsWith("bytes=") || !isSame || whole.status() != 200) {
            return whole;
        }
        String[] ends = range.substring("bytes=".length()).split("-", 2);
        int length = whole.body().length;
        int first = Integer.parseInt(ends[0]);
        int last = ends[1].isEmpty() ? length - 1 : Math.min(length - 1, Integer.parseInt(ends[1]));
        if (first > last) {
            return Reply.status(416).header("Content-Range", "bytes */" + length);
        }
        byte[] part = Arrays.copyOfRange(whole.body(), first, last + 1);
        return whole.with(206, part).header("Content-Range", "bytes " + first + "-" + last + "/" + length);
    }

    private static void send(HttpExchange exchange, Request request, Reply reply) throws IOException {
        await(reply);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        boolean hasBody = reply.status() != 304 && !request.method().equals("HEAD");
        long length = !hasBody ? -1 : reply.length() < 0 ? 0 : reply.length() == 0 ? -1 : reply.length();
        exchange.sendResponseHeaders(reply.status(), length);
        if (hasBody && reply.body().length > 0) {
            OutputStream out = exchange.getResponseBody();
            out.write(reply.body());
            out.flush(); // What is cut off afterwards must have left before; newer JDKs keep it back.
        }
    }

    private static void await(Reply reply) throws IOException {
        try {
            reply.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        FetchThreads.awaitIdle();
        server.stop(0);
        threads.shutdownNow();
    }
}
