package io.github.lambdalayer.testing.aws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A function of the stand-in, with what a test may set: {@code fake.function("eu-west-1", "orders").runtime("python3.12")}.
 * It starts as {@code python3.13} on {@code x86_64}, active, without layers.
 */
public final class FakeFunction {

    private final String arn;
    private final Map<String, String> tags = new LinkedHashMap<>();
    private String runtime = "python3.13";
    private String architecture = "x86_64";
    private String packageType = "Zip";
    private long codeBytes = 1_000;
    private boolean onCapacityProvider;
    private List<String> layers = List.of();
    private List<String> put = List.of();
    private String state = "Active";
    private String status = "Successful";
    private String reason = "";
    private String nextFailure = "";
    private String revision = UUID.randomUUID().toString();
    private String signingPolicy = "";
    private UnaryOperator<String> answers = event -> "{}";
    private int polls;
    private int pollsLeft;
    private final FakeVersions versions = new FakeVersions();

    FakeFunction(String arn) {
        this.arn = arn;
    }

    public FakeFunction runtime(String newRuntime) {
        this.runtime = newRuntime;
        return this;
    }

    public FakeFunction architecture(String newArchitecture) {
        this.architecture = newArchitecture;
        return this;
    }

    /** The function's own code in bytes; zipped and unzipped are not told apart. */
    public FakeFunction codeBytes(long bytes) {
        this.codeBytes = bytes;
        return this;
    }

    public FakeFunction tag(String key, String value) {
        tags.put(key, value);
        return this;
    }

    /** Makes it a function of a container image. */
    public FakeFunction image() {
        this.packageType = "Image";
        return this;
    }

    /** Makes it a function on managed instances. */
    public FakeFunction onCapacityProvider() {
        this.onCapacityProvider = true;
        return this;
    }

    /** Gives it signed code and a code signing configuration: {@code Enforce} or {@code Warn}. */
    public FakeFunction codeSigning(String policy) {
        this.signingPolicy = policy;
        return this;
    }

    /** What it answers to an event; an exception's message is told as its error. */
    public FakeFunction answers(UnaryOperator<String> newAnswers) {
        this.answers = newAnswers;
        return this;
    }

    /** Every call fails with that message, once this layer version is on what is called. */
    public FakeFunction failsWith(String layerArn, String message) {
        this.versions.failing(layerArn, message);
        return this;
    }

    /** Makes a version of it as it is, and an alias that leads there. */
    public FakeFunction alias(String name) {
        versions.publish(layers, true);
        versions.alias(name, versions.latest());
        return this;
    }

    /** Moves an alias as another writer would. */
    public FakeFunction moveAlias(String name, String version) {
        versions.alias(name, version);
        return this;
    }

    /** Divides the calls of an alias between its version and this one. */
    public FakeFunction divideAlias(String name, String version) {
        versions.divide(name, version);
        return this;
    }

    /** The version that an alias leads to. */
    public String aliasVersion(String name) {
        return versions.find(name).version();
    }

    /** The layers of a version that was published. */
    public List<String> versionLayers(String version) {
        return versions.layersOf(version);
    }

    /** How many versions were published. */
    public int versionCount() {
        return versions.count();
    }

    /** The events that it was called with, each with the version that was called: {@code 2 {"ping":1}}. */
    public List<String> invocations() {
        return versions.invocations();
    }

    FakeVersions versions() {
        return versions;
    }

    String signingPolicy() {
        return signingPolicy;
    }

    /** PublishVersion: what is as the last version was is that version; else the revision changes. */
    String publishVersion() {
        String version = versions.publish(layers, false);
        this.revision = UUID.randomUUID().toString();
        return version;
    }

    /** The answer to an event, or a refusal that {@link FakeVersions} tells as the function's error. */
    String invoke(String qualifier, String event) {
        List<String> own = qualifier.equals("$LATEST") ? layers : versions.layersOf(versions.resolve(qualifier));
        return versions.invoke(
                qualifier.equals("$LATEST") ? qualifier : versions.resolve(qualifier), own, event, answers);
    }

    /** Changes the list as another writer would: at once, with a new revision. */
    public FakeFunction layers(String... arns) {
        this.layers = List.of(arns);
        this.put = layers;
        this.revision = UUID.randomUUID().toString();
        return this;
    }

    /** How many reads see each update in progress before one sees its end. */
    public FakeFunction updatesTake(int newPolls) {
        this.polls = newPolls;
        return this;
    }

    /** An update by someone else is under way for that many reads. */
    public FakeFunction updating(int reads) {
        this.status = "InProgress";
        this.pollsLeft = reads;
        return this;
    }

    /** The function is still being created for that many reads. */
    public FakeFunction pending(int reads) {
        this.state = "Pending";
        this.pollsLeft = reads;
        return this;
    }

    /** The state {@code Failed} or {@code Inactive}, at rest. */
    public FakeFunction state(String newState, String newReason) {
        this.state = newState;
        this.reason = newReason;
        return this;
    }

    /** The digest of its code, which never changes here. */
    String codeSha256() {
        return Digests.sha256(name().getBytes(StandardCharsets.UTF_8));
    }

    /** The next update ends as {@code Failed}, for this reason; those after it succeed again. */
    public FakeFunction nextUpdateFails(String because) {
        this.nextFailure = because;
        return this;
    }

    public List<String> layers() {
        return layers;
    }

    /** What others put there last that is no version of the layer {@code data} of this account. */
    List<String> layersOfOthers() {
        String own = ":" + FakeLambda.ACCOUNT + ":layer:data:";
        return put.stream().filter(layer -> !layer.contains(own)).toList();
    }

    public String revision() {
        return revision;
    }

    String arn() {
        return arn;
    }

    String name() {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    long codeBytes() {
        return codeBytes;
    }

    boolean isImage() {
        return packageType.equals("Image");
    }

    boolean isBusy() {
        return status.equals("InProgress") || state.equals("Pending");
    }

    Map<String, String> tags() {
        return tags;
    }

    /** Accepts an update: in progress from now on, under a new revision. */
    void accept(List<String> newLayers) {
        this.layers = List.copyOf(newLayers);
        this.status = "InProgress";
        this.pollsLeft = polls;
        this.revision = UUID.randomUUID().toString();
    }

    /** One read passes: the last one that sees an update in progress lets it end, and the revision changes again. */
    void passRead() {
        if (isBusy() && pollsLeft-- <= 0) {
            state = "Active";
            status = nextFailure.isEmpty() ? "Successful" : "Failed";
            reason = nextFailure;
            nextFailure = "";
            revision = UUID.randomUUID().toString();
        }
    }

    /** The reply's configuration; layers with their sizes come from {@code sizes}. */
    Map<String, Object> configuration(LayerVersions sizes, boolean withRevision) {
        return configuration(sizes, withRevision, "$LATEST", layers);
    }

    /** The reply about a version: it has the layers of its day, and is always at rest. */
    Map<String, Object> configuration(LayerVersions sizes, String version) {
        Map<String, Object> reply = configuration(sizes, false, version, versions.layersOf(version));
        reply.put("FunctionArn", arn + ":" + version);
        reply.put("State", "Active");
        reply.put("LastUpdateStatus", "Successful");
        return reply;
    }

    private Map<String, Object> configuration(
            LayerVersions sizes, boolean withRevision, String version, List<String> shownLayers) {
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("FunctionName", name());
        reply.put("FunctionArn", arn);
        if (!isImage()) {
            reply.put("Runtime", runtime);
            reply.put("Handler", "app.handler");
        }
        reply.put("Role", "arn:aws:iam::123456789012:role/" + name());
        reply.put("CodeSize", codeBytes);
        reply.put("CodeSha256", codeSha256());
        reply.put("Description", "");
        reply.put("Timeout", 3);
        reply.put("MemorySize", 128);
        reply.put("LastModified", "2026-01-01T00:00:00.000+0000");
        reply.put("Version", version);
        reply.put("PackageType", packageType);
        reply.put("Architectures", List.of(architecture));
        if (!signingPolicy.isEmpty()) {
            reply.put("SigningJobArn", "arn:aws:signer:eu-west-1:123456789012:/signing-jobs/1");
        }
        if (!shownLayers.isEmpty()) {
            reply.put(
                    "Layers",
                    shownLayers.stream().map(layer -> layer(sizes, layer)).toList());
        }
        if (withRevision) {
            reply.put("RevisionId", revision);
        }
        if (onCapacityProvider) {
            reply.put("CapacityProviderConfig", Map.of("LambdaManagedInstancesCapacityProviderConfig", Map.of()));
        }
        reply.putAll(states());
        return reply;
    }

    private static Map<String, Object> layer(LayerVersions sizes, String layer) {
        return Map.of(
                "Arn",
                layer,
                "CodeSize",
                sizes.find(layer).map(v -> v.zip().length).orElse(0));
    }

    private Map<String, Object> states() {
        Map<String, Object> states = new LinkedHashMap<>();
        states.put("State", state);
        states.put("LastUpdateStatus", status);
        if (status.equals("InProgress")) {
            states.put("LastUpdateStatusReason", "The function is being created.");
            states.put("LastUpdateStatusReasonCode", "Creating");
        } else if (status.equals("Failed")) {
            states.put("LastUpdateStatusReason", reason);
            states.put("LastUpdateStatusReasonCode", "InternalError");
        }
        if (!state.equals("Active") && !reason.isEmpty()) {
            states.put("StateReason", reason);
        }
        return states;
    }

    /** For the page of the stand-in's state. */
    Map<String, Object> shown() {
        List<Object> shownLayers = new ArrayList<>(layers);
        return Map.of("arn", arn, "layers", shownLayers, "status", status, "tags", tags);
    }
}
