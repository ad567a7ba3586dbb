package io.github.lambdalayer.testing.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One published version: the members of the request that Lambda gives back, the zip, and a policy of its own. */
final class LayerVersion {

    /** What a list tells of a version; the order is the one in which AWS writes the members. */
    private static final List<String> ECHOED = List.of("CompatibleRuntimes", "LicenseInfo", "CompatibleArchitectures");

    private final String layerArn;
    private final long number;
    private final Map<String, Object> metadata;
    private final byte[] zip;
    private final long unzippedBytes;
    private final LayerPolicy policy = new LayerPolicy();
    private Map<String, Object> resolvedObject = Map.of();

    LayerVersion(String layerArn, long number, Map<String, Object> metadata, byte[] zip, long unzippedBytes) {
        this.layerArn = layerArn;
        this.number = number;
        this.metadata = Map.copyOf(metadata);
        this.zip = zip;
        this.unzippedBytes = unzippedBytes;
    }

    String layerArn() {
        return layerArn;
    }

    String name() {
        return layerArn.substring(layerArn.lastIndexOf(':') + 1);
    }

    long number() {
        return number;
    }

    String arn() {
        return layerArn + ":" + number;
    }

    byte[] zip() {
        return zip;
    }

    /** What is read where it is has a digest that nothing is promised of, so it is another one here. */
    String codeSha256() {
        return resolvedObject.isEmpty() ? Digests.sha256(zip) : Digests.sha256(Json.bytes(resolvedObject));
    }

    /** The zip stays in this object. */
    LayerVersion readFrom(Map<String, Object> object) {
        this.resolvedObject = Map.copyOf(object);
        return this;
    }

    /** All that makes it differ from other versions of its layer. */
    List<Object> identity() {
        Map<String, Object> told = listItem();
        told.keySet().removeAll(List.of("LayerVersionArn", "Version"));
        return List.of(Digests.sha256(zip), told);
    }

    long unzippedBytes() {
        return unzippedBytes;
    }

    LayerPolicy policy() {
        return policy;
    }

    boolean names(String list, String wanted) {
        return wanted.isEmpty() || Json.strings(metadata, list).contains(wanted);
    }

    /** The item of ListLayerVersions: no digest, no size, no link. */
    Map<String, Object> listItem() {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("LayerVersionArn", arn());
        item.put("Version", number);
        item.put("Description", Json.string(metadata, "Description"));
        item.put("CreatedDate", "2026-01-01T00:00:00.000+0000");
        for (String member : ECHOED) {
            if (metadata.containsKey(member)) {
                item.put(member, metadata.get(member));
            }
        }
        return item;
    }

    /** The reply of PublishLayerVersion and GetLayerVersion. */
    Map<String, Object> reply(String link) {
        Map<String, Object> reply = new LinkedHashMap<>();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("Location", link);
        content.put("CodeSha256", codeSha256());
        content.put("CodeSize", zip.length);
        if (!resolvedObject.isEmpty()) {
            content.put("ResolvedS3Object", resolvedObject);
        }
        reply.put("Content", content);
        reply.put("LayerArn", layerArn);
        reply.putAll(listItem());
        return reply;
    }
}
