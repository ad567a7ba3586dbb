package io.github.lambdalayer.aws;

import io.github.lambdalayer.lambda.LambdaLimits;
import io.github.lambdalayer.lambda.LayerVersionArn;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionResponse;
import software.amazon.awssdk.services.lambda.model.LayerVersionContentOutput;
import software.amazon.awssdk.services.lambda.model.LayerVersionsListItem;
import software.amazon.awssdk.services.lambda.model.ListLayerVersionsResponse;
import software.amazon.awssdk.services.lambda.model.ResolvedS3Object;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/**
 * Looks among a layer's versions for one with the same content. A list tells no digests, so versions are asked one by
 * one: those whose mark is ours, and the newest of those without a mark, which another tool made.
 */
final class VersionSearch {

    /** A layer with more pages than that has more versions than an account can store. */
    private static final int MOST_PAGES = 1_000;

    private static final int MOST_MARKED = 20;
    private static final int MOST_UNMARKED = 5;

    private final LambdaClient lambda;
    private final String region;
    private final PublishRequest request;
    private final LayerMetadata wanted;
    private int marked;
    private int unmarked;
    private String newest = "";
    private String nearest = "";

    VersionSearch(LambdaClient lambda, String region, PublishRequest request) {
        this.lambda = lambda;
        this.region = region;
        this.request = request;
        this.wanted = LayerMetadata.of(request);
    }

    Look run() {
        Optional<LayerVersionArn> known = request.known().stream()
                .filter(arn -> arn.region().equals(region) && arn.layer().equals(request.layer()))
                .findFirst()
                .flatMap(arn -> compare(arn.version()));
        return known.isPresent() ? new Look.Same(known.get()) : search();
    }

    /** The one with the same content among the versions from {@code first} on and before {@code end}; a few are looked at. */
    Optional<LayerVersionArn> between(long first, long end) {
        return LongStream.range(Math.max(first, end - MOST_UNMARKED), end)
                .mapToObj(this::compare)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Look search() {
        Set<String> markers = new HashSet<>();
        String marker = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            ListLayerVersionsResponse list = list(marker);
            Optional<LayerVersionArn> same = among(list.layerVersions());
            if (same.isPresent()) {
                return new Look.Same(same.get());
            }
            marker = list.nextMarker();
            // A marker that comes again would lead in a circle.
            if (marker == null || marker.isEmpty() || !markers.add(marker)) {
                break;
            }
        }
        return new Look.Missing(because(), newest);
    }

    private String because() {
        if (!nearest.isEmpty()) {
            return nearest;
        }
        return newest.isEmpty() ? "first version" : "new content";
    }

    private ListLayerVersionsResponse list(@Nullable String marker) {
        try {
            return lambda.listLayerVersions(b -> b.layerName(request.layer().value())
                    .maxItems(LambdaLimits.PAGE_ITEMS)
                    .marker(marker));
        } catch (SdkException e) {
            throw new AwsFailures(region, "lambda:ListLayerVersions", "layer " + request.layer()).of(e);
        }
    }

    private Optional<LayerVersionArn> among(List<LayerVersionsListItem> items) {
        for (LayerVersionsListItem item : items) {
            newest = newest.isEmpty() ? item.layerVersionArn() : newest;
            if (isWorthALook(item)) {
                Optional<LayerVersionArn> same = compare(item.version());
                if (same.isPresent()) {
                    return same;
                }
            }
        }
        return Optional.empty();
    }

    private boolean isWorthALook(LayerVersionsListItem item) {
        Optional<String> mark = LayerMetadata.digestMark(item.description() == null ? "" : item.description());
        if (mark.isEmpty()) {
            return ++unmarked <= MOST_UNMARKED;
        }
        return request.sha256().startsWith(mark.get()) && ++marked <= MOST_MARKED;
    }

    private Optional<LayerVersionArn> compare(long number) {
        GetLayerVersionResponse version = get(number);
        if (version == null || !holdsTheZip(version)) {
            return Optional.empty();
        }
        String differences = wanted.differences(LayerMetadata.of(version));
        if (differences.isEmpty()) {
            return Optional.of(LayerVersionArn.parse(version.layerVersionArn()));
        }
        if (nearest.isEmpty()) {
            nearest = "same content as version " + number + ", but " + differences;
        }
        return Optional.empty();
    }

    /**
     * Whether it holds our zip. The digest of a zip that was signed, or that is read where it is, may be that of other
     * bytes; then the object's name, which holds our digest, or else the mark in the description says what it is.
     */
    private boolean holdsTheZip(GetLayerVersionResponse version) {
        LayerVersionContentOutput content = version.content();
        if (request.codeSha256().equals(content.codeSha256())) {
            return true;
        }
        ResolvedS3Object object = content.resolvedS3Object();
        if (object != null && object.s3Key() != null) {
            return object.s3Key().contains(request.sha256());
        }
        boolean comparable =
                content.signingJobArn() == null && !request.staging().isReference();
        return !comparable
                && LayerMetadata.digestMark(String.valueOf(version.description()))
                        .filter(request.sha256()::startsWith)
                        .isPresent();
    }

    /** Null when it was deleted after the list was made. */
    private @Nullable GetLayerVersionResponse get(long number) {
        try {
            return lambda.getLayerVersion(
                    b -> b.layerName(request.layer().value()).versionNumber(number));
        } catch (ResourceNotFoundException e) {
            return null;
        } catch (SdkException e) {
            String resource = "version " + number + " of layer " + request.layer();
            throw new AwsFailures(region, "lambda:GetLayerVersion", resource).of(e);
        }
    }
}
