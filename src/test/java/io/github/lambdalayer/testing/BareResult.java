package io.github.lambdalayer.testing;

import io.github.lambdalayer.build.LayerResult;
import io.github.lambdalayer.build.LayerResult.PublishedVersion;
import io.github.lambdalayer.build.LayerResult.ToldFinding;
import java.util.List;

/** What a build tells of a layer {@code data} without packages: only what a test is about is said. */
public final class BareResult {

    private BareResult() {}

    /** A layer of one byte in some versions. */
    public static LayerResult of(PublishedVersion... versions) {
        return of("data", 1, 1, List.of(), List.of(), List.of(versions));
    }

    /** A layer of one byte in which something was found. */
    public static LayerResult of(ToldFinding finding) {
        return of("data", 1, 1, List.of(), List.of(finding), List.of());
    }

    /** A layer with so many bytes. */
    public static LayerResult of(long zippedBytes, long unzippedBytes) {
        return of("data", zippedBytes, unzippedBytes, List.of(), List.of(), List.of());
    }

    /** Another layer with so many bytes unzipped. */
    public static LayerResult of(String layer, List<String> architectures, long unzippedBytes) {
        return of(layer, 1, unzippedBytes, architectures, List.of(), List.of());
    }

    private static LayerResult of(
            String layer,
            long zippedBytes,
            long unzippedBytes,
            List<String> architectures,
            List<ToldFinding> findings,
            List<PublishedVersion> published) {
        return new LayerResult(
                layer,
                layer + ".zip",
                "",
                "00",
                "AA==",
                zippedBytes,
                unzippedBytes,
                List.of(),
                architectures,
                List.of(),
                findings,
                published,
                List.of());
    }
}
