package io.github.lambdalayer.testing.aws;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The layer versions of one region, by the ARN of their layer; a number is never used twice. */
final class LayerVersions {

    private final Map<String, TreeMap<Long, LayerVersion>> layers = new TreeMap<>();
    private final Map<String, Long> lastNumbers = new HashMap<>();

    LayerVersion add(String layerArn, Map<String, Object> metadata, byte[] zip, long unzippedBytes) {
        long number = lastNumbers.merge(layerArn, 1L, Long::sum);
        LayerVersion version = new LayerVersion(layerArn, number, metadata, zip, unzippedBytes);
        put(version);
        return version;
    }

    /** A version with a number of its own, such as one of another account. */
    void put(LayerVersion version) {
        layers.computeIfAbsent(version.layerArn(), arn -> new TreeMap<>()).put(version.number(), version);
        lastNumbers.merge(version.layerArn(), version.number(), Math::max);
    }

    Optional<LayerVersion> find(String layerArn, long number) {
        return Optional.ofNullable(
                layers.getOrDefault(layerArn, new TreeMap<>()).get(number));
    }

    /** The version whose ARN this is, for example {@code arn:aws:lambda:eu-west-1:123456789012:layer:data:7}. */
    Optional<LayerVersion> find(String versionArn) {
        int colon = versionArn.lastIndexOf(':');
        return find(versionArn.substring(0, colon), Long.parseLong(versionArn.substring(colon + 1)));
    }

    void remove(String layerArn, long number) {
        layers.getOrDefault(layerArn, new TreeMap<>()).remove(number);
    }

    /** All versions of a layer in the order of lists: newest first, unless {@link Account#listsOldestFirst}. */
    List<LayerVersion> listed(String layerArn, boolean oldestFirst) {
        List<LayerVersion> versions = newestFirst(layerArn);
        if (oldestFirst) {
            Collections.reverse(versions);
        }
        return versions;
    }

    /** All versions of a layer, newest first. */
    List<LayerVersion> newestFirst(String layerArn) {
        return new ArrayList<>(
                layers.getOrDefault(layerArn, new TreeMap<>()).descendingMap().values());
    }

    List<String> layerArns() {
        return layers.entrySet().stream()
                .filter(layer -> !layer.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    long storedBytes() {
        return layers.values().stream()
                .flatMap(versions -> versions.values().stream())
                .mapToLong(LayerVersion::unzippedBytes)
                .sum();
    }
}
