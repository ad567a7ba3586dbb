package io.github.lambdalayer.python.index;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The only class that talks to a socket; loaded when the first address is asked for, since OkHttp is slow to start. */
final class OkHttpWire implements Wire {

    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final OkHttpClient client;
    private final Map<Origin, FirstContact> hosts = new ConcurrentHashMap<>();

    OkHttpWire(List<ProxySettings> proxies) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(true)
                .connectTimeout(CONNECT)
                .readTimeout(SILENCE);
        if (!proxies.isEmpty()) {
            ProxyChoice choice = new ProxyChoice(proxies);
            builder.proxySelector(choice).proxyAuthenticator(choice);
        }
        client = builder.build();
    }

    @Override
    public Answer send(Ask ask) throws IOException {
        return hosts.computeIfAbsent(Origin.of(ask.url()), origin -> new FirstContact())
                .send(() -> exchange(ask));
    }

    private Answer exchange(Ask ask) throws IOException {
        Request.Builder request = new Request.Builder().url(url(ask));
        request.header("User-Agent", "lambda-layer-maven-plugin");
        ask.allHeaders().forEach(request::header);
        Call call = client.newCall(request.build());
        call.timeout().timeout(ask.limit().toMillis(), TimeUnit.MILLISECONDS);
        Response response = call.execute();
        return new Answer(
                ask.url(),
                response.code(),
                headers(response.headers()),
                response.body().byteStream());
    }

    private static String url(Ask ask) {
        String url = ask.url().toString();
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
    }

    private static Map<String, String> headers(Headers headers) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            all.putIfAbsent(headers.name(i).toLowerCase(Locale.ROOT), headers.value(i));
        }
        return all;
    }
}
