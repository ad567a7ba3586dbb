package io.github.lambdalayer.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a build made, as {@code target/lambda-layer/<layerName>.json} tells it to scripts and to the next goal.
 *
 * @param layer the layer's name, for example {@code data}
 * @param zip the name of the zip beside the file, for example {@code data.zip}
 * @param inputs the digest of all that decides what the zip holds, in hexadecimal; see {@link Inputs}
 * @param sha256 the zip's SHA-256 in hexadecimal
 * @param codeSha256 the same in base64, as AWS Lambda names it
 * @param zippedBytes the zip's length in bytes
 * @param unzippedBytes the bytes of all its entries, which AWS Lambda limits
 */
public record LayerResult(
        String layer,
        String zip,
        String inputs,
        String sha256,
        String codeSha256,
        long zippedBytes,
        long unzippedBytes,
        List<String> runtimes,
        List<String> architectures,
        List<ToldPackage> packages,
        List<ToldFinding> findings,
        List<PublishedVersion> published,
        List<AttachedFunction> attached) {

    /** A package of the layer; {@code unzippedBytes} is the share of its files. */
    public record ToldPackage(
            String name, String version, String wheel, String sha256, long unzippedBytes, List<String> requiredBy) {

        public ToldPackage {
            requiredBy = List.copyOf(requiredBy);
        }
    }

    /** A finding of the audit, for example {@code glibc}, {@code warn}. */
    public record ToldFinding(String check, String level, String message, List<String> hints) {

        public ToldFinding {
            hints = List.copyOf(hints);
        }
    }

    /** A version in one region; {@code created} is false where it was there already. */
    public record PublishedVersion(String region, String arn, long version, boolean created) {}

    /** A function in one region, and what became of it: {@code attached}, {@code unchanged}, {@code rolled-back}. */
    public record AttachedFunction(String region, String function, String outcome) {}

    public LayerResult {
        runtimes = List.copyOf(runtimes);
        architectures = List.copyOf(architectures);
        packages = List.copyOf(packages);
        findings = List.copyOf(findings);
        published = List.copyOf(published);
        attached = List.copyOf(attached);
    }

    /** The version that was published to a region, for example {@code eu-west-1}. */
    public Optional<PublishedVersion> publishedIn(String region) {
        return published.stream().filter(p -> p.region().equals(region)).findFirst();
    }

    /** This result about a copy of the zip; {@code path} is relative to the folder of the results, or absolute. */
    LayerResult withZip(String path) {
        return with(path, published, attached);
    }

    /** This result with one more version; it takes the place of an older one of the same region. */
    public LayerResult with(PublishedVersion version) {
        List<PublishedVersion> versions = new ArrayList<>(published);
        versions.removeIf(p -> p.region().equals(version.region()));
        versions.add(version);
        return with(zip, versions, attached);
    }

    /** This result in the order of regions, whichever was done first; functions of a region by name. */
    LayerResult ordered(List<String> regions) {
        Comparator<String> order = Comparator.comparingInt(region -> place(region, regions));
        List<PublishedVersion> versions = new ArrayList<>(published);
        versions.sort(Comparator.comparing(PublishedVersion::region, order));
        List<AttachedFunction> functions = new ArrayList<>(attached);
        functions.sort(Comparator.comparing(AttachedFunction::region, order).thenComparing(AttachedFunction::function));
        return with(zip, versions, functions);
    }

    /** Regions of earlier runs come last. */
    private static int place(String region, List<String> regions) {
        int place = regions.indexOf(region);
        return place < 0 ? regions.size() : place;
    }

    /** This result with the versions of these regions only, in their order. */
    LayerResult in(List<String> regions) {
        List<PublishedVersion> versions = regions.stream()
                .distinct()
                .flatMap(region -> publishedIn(region).stream())
                .toList();
        return with(zip, versions, attached);
    }

    /** This result with one more function; it takes the place of what was known of the same one. */
    public LayerResult with(AttachedFunction function) {
        List<AttachedFunction> functions = new ArrayList<>(attached);
        functions.removeIf(
                a -> a.region().equals(function.region()) && a.function().equals(function.function()));
        functions.add(function);
        return with(zip, published, functions);
    }

    /** This result without that function. */
    LayerResult without(String region, String function) {
        List<AttachedFunction> functions = new ArrayList<>(attached);
        functions.removeIf(a -> a.region().equals(region) && a.function().equals(function));
        return with(zip, published, functions);
    }

    private LayerResult with(String path, List<PublishedVersion> versions, List<AttachedFunction> functions) {
        return new LayerResult(
                layer,
                path,
                inputs,
                sha256,
                codeSha256,
                zippedBytes,
                unzippedBytes,
                runtimes,
                architectures,
                packages,
                findings,
                versions,
                functions);
    }
}
