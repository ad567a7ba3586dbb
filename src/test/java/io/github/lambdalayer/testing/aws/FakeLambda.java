package io.github.lambdalayer.testing.aws;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A strict stand-in for AWS Lambda, S3 and STS on loopback. Regions are told apart by the signature, so one address
 * serves them all.
 *
 * <pre>{@code
 * try (FakeLambda fake = FakeLambda.start()) {
 *     fake.function("eu-west-1", "orders").runtime("python3.12");
 *     fake.on("PublishLayerVersion", Fault.replyLost());
 *     … a client with fake.endpoint() …
 *     assertThat(fake.writes()).containsExactly("PublishLayerVersion eu-west-1");
 * }
 * }</pre>
 *
 * <p>Started as a program it prints its port, takes an optional port as its argument, and is watched and prepared over
 * {@code GET /_calls}, {@code DELETE /_calls}, {@code GET /_state}, {@code GET} and {@code PUT /_functions},
 * {@code PUT /_buckets} and {@code PUT /_faults}, all JSON.
 */
public final class FakeLambda implements AutoCloseable {

    /** The account that all credentials belong to. */
    public static final String ACCOUNT = "123456789012";

    /** The calls that change nothing; whatever is not among them counts as one that does. */
    private static final Set<String> READS = Set.of(
            "GetCallerIdentity",
            "AssumeRole",
            "AssumeRoleWithWebIdentity",
            "GetRoleCredentials",
            "GetAuthorizationToken",
            "GetAccountSettings",
            "ListLayers",
            "ListLayerVersions",
            "GetLayerVersion",
            "GetLayerVersionByArn",
            "GetLayerVersionPolicy",
            "ListFunctions",
            "GetFunction",
            "GetFunctionConfiguration",
            "GetFunctionCodeSigningConfig",
            "GetCodeSigningConfig",
            "GetAlias",
            "HeadBucket",
            "GetBucketVersioning",
            "GetBucketPolicy",
            "HeadObject",
            "GetObject");

    private final Account account = new Account(ACCOUNT);
    private final Door door = new Door(account);
    private final HttpServer server;
    private final ExecutorService threads;

    private FakeLambda(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "fake-lambda");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", door);
        server.start();
    }

    /** Starts on a free port. */
    public static FakeLambda start() throws IOException {
        return new FakeLambda(0);
    }

    /** Starts on the port that is the first argument, or a free one, and prints it alone on a line. */
    public static void main(String[] arguments) throws IOException {
        // Closed with the process.
        @SuppressWarnings("resource")
        FakeLambda fake = new FakeLambda(arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]));
        System.out.println(fake.endpoint().getPort());
        System.out.flush();
    }

    /** For example {@code http://127.0.0.1:41234}; one for all services and regions. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Creates a function, or begins anew with one of that name. */
    public FakeFunction function(String region, String name) {
        synchronized (account) {
            return account.functionsOf(region).create(name);
        }
    }

    /** Puts a layer version of any account into a region, readable by all, with so many unzipped bytes. */
    public void layer(String versionArn, long unzippedBytes) {
        int colon = versionArn.lastIndexOf(':');
        synchronized (account) {
            account.layersOf(versionArn.split(":", -1)[3])
                    .put(new LayerVersion(
                            versionArn.substring(0, colon),
                            Long.parseLong(versionArn.substring(colon + 1)),
                            Map.of(),
                            new byte[0],
                            unzippedBytes));
        }
    }

    /** Creates a bucket of this account. */
    public void bucket(String name, String region) {
        bucket(name, region, ACCOUNT, false);
    }

    public void bucket(String name, String region, String owner, boolean versioned) {
        synchronized (account) {
            account.buckets.create(name, region, owner, versioned);
        }
    }

    /** The policy of a bucket, as JSON. */
    public void bucketPolicy(String bucket, String policy) {
        synchronized (account) {
            account.buckets.setPolicy(bucket, policy);
        }
    }

    /** The bucket's policy lets Lambda itself read objects, as the mode REFERENCE needs. */
    public void letLambdaRead(String bucket) {
        bucketPolicy(bucket, """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                 "Principal": {"Service": "lambda.amazonaws.com"},
                 "Action": ["s3:GetObject", "s3:GetObjectVersion"], "Resource": "arn:aws:s3:::%s/*"}]}
                """.formatted(bucket));
    }

    /** Deletes an object, as someone else or a lifecycle rule would. */
    public void deleteObject(String bucket, String key) {
        synchronized (account) {
            account.buckets.get(bucket).delete(key, "");
        }
    }

    /** As {@link #object}, uploaded in a way that left no SHA-256. */
    public void objectWithoutSha256(String bucket, String key, byte[] content) {
        synchronized (account) {
            object(bucket, key, content);
            account.buckets.forgetSha256(key);
        }
    }

    /** Replaces an object, as someone else would. */
    public void object(String bucket, String key, byte[] content) {
        synchronized (account) {
            account.buckets.get(bucket).put(key, content, "");
        }
    }

    /** The keys of a bucket's objects, sorted. */
    public List<String> objects(String bucket) {
        synchronized (account) {
            Buckets.Bucket found = account.buckets.get(bucket);
            return found.objects().keySet().stream().filter(found::has).toList();
        }
    }

    /** What goes wrong with the next calls of an operation, one fault a call, in any region. */
    public void on(String operation, Fault... faults) {
        onIn("", operation, faults);
    }

    /** As {@link #on}, in one region. */
    public void onIn(String region, String operation, Fault... faults) {
        synchronized (account) {
            door.faults().add(operation, region, Arrays.asList(faults));
        }
    }

    /** Denies an action, for example {@code lambda:PublishLayerVersion} or {@code s3:PutObject}. */
    public void deny(String action) {
        synchronized (account) {
            account.denied.add(action);
        }
    }

    /** From now on only what this policy of IAM allows is allowed. */
    public void callerMayOnly(String json) {
        synchronized (account) {
            account.allowances = new Allowances(json);
        }
    }

    /** Lists versions of layers from the oldest on, as moto does; AWS promises no order. */
    public void listOldestFirst() {
        synchronized (account) {
            account.listsOldestFirst = true;
        }
    }

    /** Says of objects that are missing what S3 says to callers who may not list the bucket: access is denied. */
    public void hideMissingObjects() {
        synchronized (account) {
            account.buckets.hideMissing();
        }
    }

    /** Takes a denial back. */
    public void allow(String action) {
        synchronized (account) {
            account.denied.remove(action);
        }
    }

    /** Denies reading one layer version, as when no policy of its owner allows it. */
    public void denyLayer(String versionArn) {
        deny("lambda:GetLayerVersion on " + versionArn);
    }

    /** From now on every credential has expired. */
    public void expireCredentials() {
        synchronized (account) {
            account.credentialsExpired = true;
        }
    }

    /** The ranges of zips that were read through links. */
    public List<String> ranges() {
        synchronized (account) {
            return List.copyOf(account.ranges);
        }
    }

    /** No link of {@code Location} can be read from now on. */
    public void linksAreForbidden() {
        synchronized (account) {
            account.linksForbidden = true;
        }
    }

    /** GetAccountSettings answers 404 from now on, as services that resemble AWS do. */
    public void withoutAccountSettings() {
        synchronized (account) {
            account.accountSettings = false;
        }
    }

    /** Functions tell no RevisionId from now on. */
    public void withoutRevisionIds() {
        synchronized (account) {
            account.revisionIds = false;
        }
    }

    /** Every second page and those after it give the same marker again. */
    public void repeatMarkers() {
        synchronized (account) {
            account.repeatedMarkers = true;
        }
    }

    /** How many unzipped bytes all layer versions of a region may have together. */
    public void storageLimit(long bytes) {
        synchronized (account) {
            account.storageLimit = bytes;
        }
    }

    /** The policy of a version, as GetLayerVersionPolicy gives it; "" for none. */
    public String policy(String versionArn) {
        synchronized (account) {
            LayerPolicy policy = account.layersOf(versionArn.split(":", -1)[3])
                    .find(versionArn)
                    .orElseThrow()
                    .policy();
            return policy.isEmpty() ? "" : policy.document();
        }
    }

    /** The ARNs of a layer's versions, newest first. */
    public List<String> versions(String region, String layer) {
        synchronized (account) {
            return account.layersOf(region).newestFirst(account.arn("lambda", region, "layer:" + layer)).stream()
                    .map(LayerVersion::arn)
                    .toList();
        }
    }

    /** Looks at everything while nothing changes. */
    void look(Consumer<Account> looker) {
        synchronized (account) {
            looker.accept(account);
        }
    }

    /** Every call so far, in order. */
    public List<Call> calls() {
        synchronized (account) {
            return List.copyOf(door.calls());
        }
    }

    /** Every call so far as {@code PublishLayerVersion eu-west-1}. */
    public List<String> operations() {
        return calls().stream().map(Call::toString).toList();
    }

    /** The calls so far that could change something; empty when all of them only read. */
    public List<String> writes() {
        return calls().stream()
                .filter(call -> !READS.contains(call.operation()))
                .map(Call::toString)
                .toList();
    }

    /** The calls of one operation. */
    public List<Call> calls(String operation) {
        return calls().stream()
                .filter(call -> call.operation().equals(operation))
                .toList();
    }

    /** Forgets the calls so far. */
    public void forgetCalls() {
        synchronized (account) {
            door.calls().clear();
        }
    }

    @Override
    public void close() {
        door.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
