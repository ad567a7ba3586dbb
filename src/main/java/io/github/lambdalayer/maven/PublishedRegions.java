package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.LayerResult;
import io.github.lambdalayer.build.LayerResult.PublishedVersion;
import io.github.lambdalayer.build.LayerSpec;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;

/**
 * The regions that one build has published a layer to: executions with other roles have other regions, and what is
 * handed over names all of them, but none that only an earlier build has published to.
 */
final class PublishedRegions {

    private final Map<String, Object> shared;
    private final String key;

    private PublishedRegions(Map<String, Object> shared, String key) {
        this.shared = shared;
        this.key = key;
    }

    static PublishedRegions of(MavenSession session, LayerSpec spec) {
        return new PublishedRegions(
                session.getRequest().getData(),
                "lambda-layer regions of " + spec.files().json());
    }

    @SuppressWarnings("unchecked")
    List<String> before() {
        synchronized (shared) {
            return (List<String>) shared.getOrDefault(key, List.of());
        }
    }

    void remember(LayerResult result) {
        synchronized (shared) {
            shared.put(
                    key,
                    result.published().stream().map(PublishedVersion::region).toList());
        }
    }
}
