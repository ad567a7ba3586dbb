package io.github.lambdalayer.testing.aws;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All that the stand-in knows: one account with its regions, the buckets of everyone, and what is switched off. */
final class Account {

    final String id;
    final Map<String, LayerVersions> layers = new TreeMap<>();
    final Map<String, Functions> functions = new TreeMap<>();
    final Buckets buckets = new Buckets();
    final Map<String, LayerVersion> links = new HashMap<>();
    final Set<String> denied = new HashSet<>();
    boolean credentialsExpired;
    boolean accountSettings = true;
    boolean revisionIds = true;
    boolean repeatedMarkers;
    long storageLimit = 322_122_547_200L;

    Account(String id) {
        this.id = id;
    }

    LayerVersions layersOf(String region) {
        return layers.computeIfAbsent(region, name -> new LayerVersions());
    }

    Functions functionsOf(String region) {
        return functions.computeIfAbsent(region, name -> new Functions(arn("lambda", region, "function:")));
    }

    /** The caller as AWS names it in refusals. */
    String user() {
        return "arn:aws:sts::" + id + ":assumed-role/ci/build";
    }

    /** {@code arn("lambda", "eu-west-1", "layer:data")} → {@code arn:aws:lambda:eu-west-1:123456789012:layer:data}. */
    String arn(String service, String region, String resource) {
        return "arn:" + partition(region) + ":" + service + ":" + region + ":" + id + ":" + resource;
    }

    private static String partition(String region) {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
