package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.LayerResult;
import io.github.lambdalayer.lambda.LambdaLimits;
import io.github.lambdalayer.problem.Bytes;
import io.github.lambdalayer.problem.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a layer has together with those that it leaves packages to. A function that uses it uses them too, and what all layers
 * of a function have unzipped counts as one.
 */
final class ProvidedSizes {

    private record Built(DeclaredLayer layer, LayerResult result) {}

    private final List<Built> all = new ArrayList<>();
    private final Map<String, Set<String>> providers = new HashMap<>();

    void add(DeclaredLayer layer, LayerResult result) {
        all.add(new Built(layer, result));
        providers.put(
                Providers.name(layer),
                layer.parameters().list("providedBy", Separator.COMMA).stream()
                        .map(Given::text)
                        .collect(Collectors.toSet()));
    }

    /** A sentence for each layer that is too large with the others. */
    List<String> warnings() {
        return all.stream().map(this::warning).flatMap(Optional::stream).toList();
    }

    private Optional<String> warning(Built built) {
        Set<String> names = Providers.reachable(Providers.name(built.layer()), providers);
        List<Built> others = all.stream()
                .filter(other -> names.contains(Providers.name(other.layer())))
                .filter(other -> other.result()
                        .architectures()
                        .containsAll(built.result().architectures()))
                .toList();
        long bytes = built.result().unzippedBytes()
                + others.stream()
                        .mapToLong(other -> other.result().unzippedBytes())
                        .sum();
        return others.isEmpty() || bytes < LambdaLimits.UNZIPPED_BYTES
                ? Optional.empty()
                : Optional.of(
                        "Layer " + built.result().layer() + " has " + Bytes.shown(bytes) + " unzipped together with "
                                + WordList.and(others.stream()
                                        .map(other -> other.result().layer())
                                        .toList())
                                + ", which it is <providedBy>; no function can use them all, since its layers and its code may have"
                                + " less than " + Bytes.shown(LambdaLimits.UNZIPPED_BYTES) + ".");
    }
}
