package io.github.lambdalayer.testing.aws;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All buckets of the world, each in one region and of one account. */
final class Buckets {

    /** One stored version of an object; {@code kmsKey} is empty where S3 encrypts it by itself. */
    record Stored(String version, Bytes content, String kmsKey, boolean isDeleteMarker) {}

    /** A bucket with its objects, newest version last. */
    record Bucket(String name, String region, String owner, boolean versioned, Map<String, List<Stored>> objects) {

        Stored put(String key, byte[] content, String kmsKey) {
            return add(key, new Bytes(content), kmsKey, false);
        }

        private Stored add(String key, Bytes content, String kmsKey, boolean isDeleteMarker) {
            List<Stored> versions = objects.computeIfAbsent(key, k -> new ArrayList<>());
            if (!versioned) {
                versions.clear();
            }
            Stored stored = new Stored(versioned ? "v" + (versions.size() + 1) : "", content, kmsKey, isDeleteMarker);
            versions.add(stored);
            return stored;
        }

        /** A version goes; without one that is named the object goes, or is hidden where versions are kept. */
        void delete(String key, String version) {
            if (versioned && version.isEmpty()) {
                add(key, Bytes.NONE, "", true);
            } else if (version.isEmpty()) {
                objects.remove(key);
            } else {
                List<Stored> versions = objects.getOrDefault(key, new ArrayList<>());
                versions.removeIf(stored -> stored.version().equals(version));
                if (versions.isEmpty()) {
                    objects.remove(key);
                }
            }
        }

        boolean has(String key) {
            List<Stored> versions = objects.getOrDefault(key, List.of());
            return !versions.isEmpty() && !versions.get(versions.size() - 1).isDeleteMarker();
        }

        /** The newest version, or the one that is named. */
        Stored get(String key, String version) {
            List<Stored> versions = objects.getOrDefault(key, List.of());
            return versions.stream()
                    .filter(stored -> version.isEmpty() || stored.version().equals(version))
                    .reduce((older, newer) -> newer)
                    .filter(stored -> !stored.isDeleteMarker())
                    .orElseThrow(() -> new Refusal(
                            404,
                            version.isEmpty() ? "NoSuchKey" : "NoSuchVersion",
                            version.isEmpty()
                                    ? "The specified key does not exist."
                                    : "The specified version does not exist."));
        }
    }

    private final Map<String, Bucket> buckets = new TreeMap<>();
    private final Map<String, String> policies = new TreeMap<>();
    private final Set<String> unsummed = new HashSet<>();
    private boolean hidesMissing;

    void create(String name, String region, String owner, boolean versioned) {
        buckets.put(name, new Bucket(name, region, owner, versioned, new TreeMap<>()));
    }

    Iterable<Bucket> all() {
        return buckets.values();
    }

    Bucket get(String name) {
        Bucket bucket = buckets.get(name);
        if (bucket == null) {
            throw new Refusal(404, "NoSuchBucket", "The specified bucket does not exist");
        }
        return bucket;
    }

    /** From now on it is only said of what is missing that access is denied. */
    void hideMissing() {
        hidesMissing = true;
    }

    /** Of objects of this key S3 knows no SHA-256, as of those that its console has uploaded. */
    void forgetSha256(String key) {
        unsummed.add(key);
    }

    boolean knowsSha256(String key) {
        return !unsummed.contains(key);
    }

    /** A bucket's policy; empty for none. */
    String policy(String bucket) {
        return policies.getOrDefault(bucket, "");
    }

    void setPolicy(String bucket, String policy) {
        policies.put(get(bucket).name(), policy);
    }

    /** What Lambda reads when a layer's content is said to be in a bucket. */
    Stored read(String region, Map<String, Object> content) {
        try {
            Bucket bucket = get(Json.string(content, "S3Bucket"));
            checkMode(region, bucket, content);
            return bucket.get(Json.string(content, "S3Key"), Json.string(content, "S3ObjectVersion"));
        } catch (Refusal e) {
            throw e.code().startsWith("NoSuch")
                    ? getObjectFailed(hidesMissing ? "AccessDenied" : e.code(), e.sentence())
                    : e;
        }
    }

    private void checkMode(String region, Bucket bucket, Map<String, Object> content) {
        boolean reference = Json.string(content, "S3ObjectStorageMode").equals("REFERENCE");
        if (reference && !bucket.versioned()) {
            throw Refusal.invalid("S3 bucket versioning must be enabled for S3ObjectStorageMode REFERENCE.");
        }
        if (reference && !policy(bucket.name()).contains("\"lambda.amazonaws.com\"")) {
            throw getObjectFailed("AccessDenied", "Access Denied");
        }
        if (!reference && !bucket.region().equals(region)) {
            throw getObjectFailed(
                    "PermanentRedirect",
                    "The bucket is in this region: " + bucket.region()
                            + ". Please use this region to retry the request");
        }
    }

    private static Refusal getObjectFailed(String code, String message) {
        return Refusal.invalid(
                "Error occurred while GetObject. S3 Error Code: " + code + ". S3 Error Message: " + message);
    }
}
