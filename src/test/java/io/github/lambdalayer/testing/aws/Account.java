package io.github.lambdalayer.testing.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that the stand-in knows: one account with its regions, the buckets of everyone, and what is switched off. */
final class Account {

    final String id;
    final Map<String, LayerVersions> layers = new TreeMap<>();
    boolean listsOldestFirst;
    final Map<String, Functions> functions = new TreeMap<>();
    final Buckets buckets = new Buckets();
    final Map<String, LayerVersion> links = new HashMap<>();
    final Set<String> denied = new HashSet<>();
    final List<String> ranges = new ArrayList<>();
    boolean linksForbidden;

    @Nullable
    Allowances allowances;

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

    /** Whether the caller may do that; who is calling may always be asked. */
    boolean allows(String action, String resource) {
        if (denied.contains(action)) {
            return false;
        }
        return allowances == null
                || action.equals("sts:GetCallerIdentity")
                || allowances.allow(action, resource, tags(resource));
    }

    private Map<String, String> tags(String resource) {
        String[] parts = resource.split(":", -1);
        boolean isFunction = parts.length >= 7 && parts[5].equals("function");
        return isFunction ? functionsOf(parts[3]).tags(parts[6]) : Map.of();
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
