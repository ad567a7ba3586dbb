package io.github.lambdalayer.python.index.http;

import io.github.lambdalayer.proxy.ProxySettings;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.CipherSuite;
import okhttp3.ConnectionSpec;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.internal.concurrent.TaskQueue;
import okhttp3.internal.concurrent.TaskRunner;

/** The only class that talks to a socket; loaded when the first address is asked for, since OkHttp is slow to start. */
final class OkHttpWire implements Wire, AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    /**
     * As OkHttp's modern TLS, with ChaCha20 first where it is offered: the JDK's AES-GCM is slow until its callers were
     * compiled, which takes some 80 MB, and pages and metadata are less than that.
     */
    private static final ConnectionSpec TLS = new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
            .cipherSuites(chaChaFirst())
            .build();

    /** For the last steps of threads whose connections were ended, which take them microseconds. */
    private static final Duration FAREWELL = Duration.ofMillis(200);

    private final TaskRunner runner = new TaskRunner(
            new TaskRunner.RealBackend(OkHttpWire::thread), Logger.getLogger(TaskRunner.class.getName()));

    private final OkHttpClient client;
    private final Map<Origin, FirstContact> hosts = new ConcurrentHashMap<>();

    OkHttpWire(List<ProxySettings> proxies) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .connectionSpecs(List.of(TLS, ConnectionSpec.CLEARTEXT))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(true)
                .connectTimeout(CONNECT)
                .readTimeout(SILENCE)
                .taskRunner$okhttp(runner);
        if (!proxies.isEmpty()) {
            ProxyChoice choice = new ProxyChoice(proxies);
            builder.proxySelector(choice).proxyAuthenticator(choice);
        }
        client = builder.build();
    }

    private static CipherSuite[] chaChaFirst() {
        List<CipherSuite> all = Objects.requireNonNull(ConnectionSpec.MODERN_TLS.cipherSuites());
        return Stream.concat(Stream.of(CipherSuite.TLS_CHACHA20_POLY1305_SHA256), all.stream())
                .distinct()
                .toArray(CipherSuite[]::new);
    }

    @Override
    public HttpAnswer send(Ask ask) throws IOException {
        return hosts.computeIfAbsent(Origin.of(ask.url()), origin -> new FirstContact())
                .send(() -> exchange(ask));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "lambda-layer-http");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Ends the connections that are idle, and waits for the threads that read them: Maven takes a plugin's classes away as
     * soon as it has ended, and a thread that needs one more of them would print a stack trace.
     */
    @Override
    public void close() {
        client.connectionPool().evictAll();
        long end = System.nanoTime() + FAREWELL.toNanos();
        try {
            for (TaskQueue queue : runner.activeQueues()) {
                queue.idleLatch().await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpAnswer exchange(Ask ask) throws IOException {
        Request.Builder request = new Request.Builder().url(url(ask));
        request.header("User-Agent", "lambda-layer-maven-plugin");
        ask.allHeaders().forEach(request::header);
        Call call = client.newCall(request.build());
        call.timeout().timeout(ask.limit().toMillis(), TimeUnit.MILLISECONDS);
        Response response = call.execute();
        requireOneLength(response);
        return new HttpAnswer(
                ask.url(),
                response.code(),
                headers(response.headers()),
                response.body().byteStream());
    }

    /** RFC 9112, 6.3: of two lengths each proxy on the way may believe another one. */
    private static void requireOneLength(Response response) throws ProtocolException {
        if (response.headers("Content-Length").stream().distinct().count() > 1) {
            response.close();
            throw new ProtocolException("two lengths");
        }
    }

    /** OkHttp refuses hosts that {@link java.net.URI} takes, {@code [fe80::1%eth0]} among them. */
    private static HttpUrl url(Ask ask) throws MalformedURLException {
        String url = ask.url().toString();
        int fragment = url.indexOf('#');
        HttpUrl parsed = HttpUrl.parse(fragment < 0 ? url : url.substring(0, fragment));
        if (parsed == null) {
            throw new MalformedURLException();
        }
        return parsed;
    }

    private static Map<String, String> headers(Headers headers) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            all.putIfAbsent(headers.name(i).toLowerCase(Locale.ROOT), headers.value(i));
        }
        return all;
    }
}
