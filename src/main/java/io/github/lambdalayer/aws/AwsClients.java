package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.LambdaClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The clients of the SDK, each made when it is first asked for; all regions share the connections and the credentials.
 *
 * <pre>{@code
 * try (AwsClients clients = AwsClients.open(settings)) {
 *     PublishReport report = new LayerPublisher(clients, events).publish(request);
 * }
 * }</pre>
 */
public final class AwsClients implements AutoCloseable {

    static {
        keepQuiet();
    }

    private static final Duration READ_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration WRITE_TIMEOUT = Duration.ofMinutes(5);

    private final AwsSettings settings;
    private final Duration writeTimeout;
    private final AwsPause pace;
    private final Map<String, SdkAutoCloseable> made = new LinkedHashMap<>();
    private final Map<String, Pace> paces = new LinkedHashMap<>();
    private final Map<String, Object> answers = new ConcurrentHashMap<>();
    private @Nullable CredentialChain credentials;
    private @Nullable List<String> regions;

    /**
     * At debug the SDK logs whole requests, and with them the session's token; so mvn -X must not turn it on. Maven 4
     * has a name of its own for the property, and warns where only that of Maven 3 is set.
     */
    static void keepQuiet() {
        List<String> properties =
                List.of("org.slf4j.simpleLogger.log.software.amazon.awssdk", "maven.logger.log.software.amazon.awssdk");
        if (properties.stream().allMatch(each -> System.getProperty(each) == null)) {
            properties.forEach(each -> System.setProperty(each, "info"));
        }
    }

    private AwsClients(AwsSettings settings, Duration writeTimeout, AwsPause pace) {
        this.settings = settings;
        this.writeTimeout = writeTimeout;
        this.pace = pace;
    }

    /** Asks nothing yet. */
    public static AwsClients open(AwsSettings settings) {
        return new AwsClients(settings, WRITE_TIMEOUT, AwsPause.SLEEPING);
    }

    /** As {@link #open}, for tests: of answers that come too late, and without waiting for the next call's turn. */
    static AwsClients open(AwsSettings settings, Duration writeTimeout, AwsPause pace) {
        return new AwsClients(settings, writeTimeout, pace);
    }

    static AwsClients open(AwsSettings settings, AwsPause pace) {
        return open(settings, WRITE_TIMEOUT, pace);
    }

    AwsSettings settings() {
        return settings;
    }

    /**
     * The regions that are asked, in order: those of the settings, or else the SDK's own default.
     *
     * @throws LayerException {@link AwsProblem#NO_REGION}
     */
    public synchronized List<String> regions() {
        List<String> known = regions;
        if (known == null) {
            known = AwsRegions.of(settings);
            regions = known;
        }
        return known;
    }

    /**
     * Finds credentials, without asking whether AWS accepts them.
     *
     * @throws LayerException {@link AwsProblem#NO_CREDENTIALS} and others
     */
    public void checkCredentials() {
        credentials().check();
    }

    /** The answer to a question that is asked once in a run. */
    @SuppressWarnings("unchecked")
    <T> T once(String question, Supplier<T> asked) {
        return (T) answers.computeIfAbsent(question, key -> asked.get());
    }

    /** Who is calling, for a service that the SDK has no client for here. */
    AwsCredentials identity() {
        return provider().resolveCredentials();
    }

    /** For calls that change nothing: the SDK repeats them. */
    LambdaClient lambda(String region) {
        return client(
                "lambda " + region,
                LambdaClient.class,
                () -> lambdaBuilder(region).build());
    }

    /**
     * For calls that change something: never repeated by the SDK, since it cannot know whether the first one was
     * carried out; and patient, since an upload takes its time.
     */
    LambdaClient lambdaForWrites(String region) {
        return client(
                "lambda writes " + region,
                LambdaClient.class,
                () -> lambdaBuilder(region)
                        .httpClient(patientHttp())
                        .overrideConfiguration(c ->
                                c.retryStrategy(AwsRetryStrategy.doNotRetry()).addExecutionInterceptor(pace(region)))
                        .build());
    }

    private LambdaClientBuilder lambdaBuilder(String region) {
        return in(region, LambdaClient.builder().httpClient(http()))
                .overrideConfiguration(c -> c.addExecutionInterceptor(pace(region)))
                .credentialsProvider(provider());
    }

    private synchronized Pace pace(String region) {
        return paces.computeIfAbsent(region, r -> new Pace(System::nanoTime, pace));
    }

    S3Client s3(String region) {
        return client("s3 " + region, S3Client.class, () -> {
            S3Client client = s3Client(region, false);
            // An address of the settings or of the environment has no host names for buckets.
            return client.serviceClientConfiguration().endpointOverride().isPresent() ? s3Client(region, true) : client;
        });
    }

    private S3Client s3Client(String region, boolean pathStyle) {
        return in(region, S3Client.builder().httpClient(patientHttp()).forcePathStyle(pathStyle))
                .credentialsProvider(provider())
                .build();
    }

    StsClient sts(String region) {
        return client(
                "sts " + region,
                StsClient.class,
                () -> in(region, StsClient.builder().httpClient(http()))
                        .credentialsProvider(provider())
                        .build());
    }

    private AwsCredentialsProvider provider() {
        return credentials().provider();
    }

    private synchronized CredentialChain credentials() {
        CredentialChain known = credentials;
        if (known == null) {
            known = new CredentialChain(
                    settings, () -> in(regions().get(0), StsClient.builder().httpClient(http())));
            credentials = known;
        }
        return known;
    }

    private <B extends AwsClientBuilder<B, C>, C> B in(String region, B builder) {
        builder.region(Region.of(region));
        AwsEndpoint.of(settings); // One that is none is told before the SDK meets it.
        return settings.hasEndpoint() ? builder.endpointOverride(settings.endpoint()) : builder;
    }

    /** The connections of calls that do not take long. */
    SdkHttpClient http() {
        return client("http", SdkHttpClient.class, () -> http(READ_TIMEOUT));
    }

    private SdkHttpClient patientHttp() {
        return client("patient http", SdkHttpClient.class, () -> http(writeTimeout));
    }

    private SdkHttpClient http(Duration socketTimeout) {
        return settings.proxies().isEmpty()
                ? UrlConnectionHttpClient.builder().socketTimeout(socketTimeout).build()
                : UrlConnectionHttpClient.create(new ProxiedConnections(settings.proxies(), socketTimeout));
    }

    private synchronized <T extends SdkAutoCloseable> T client(String key, Class<T> type, Supplier<T> maker) {
        SdkAutoCloseable known = made.get(key);
        if (known == null) {
            known = maker.get();
            made.put(key, known);
        }
        return type.cast(known);
    }

    /** Closes the connections. */
    @Override
    public synchronized void close() {
        made.values().forEach(SdkAutoCloseable::close);
        made.clear();
        if (credentials != null) {
            credentials.close();
        }
    }
}
