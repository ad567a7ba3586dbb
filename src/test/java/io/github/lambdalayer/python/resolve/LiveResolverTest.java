package io.github.lambdalayer.python.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.index.chain.Indexes;
import io.github.lambdalayer.python.index.http.Connections;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.testing.RealIndex;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The real index as it was at the beginning of 2025; uv gives the same answers for that day. */
@Tag("live")
class LiveResolverTest {

    private static final Instant DAY = Instant.parse("2025-01-01T00:00:00Z");

    @BeforeAll
    static void needsTheIndex() {
        assumeTrue(RealIndex.isReachable(), "the real index cannot be reached");
    }

    private static List<String> chosen(String python, String... requirements) {
        IndexSettings settings = IndexSettings.of(RealIndex.CACHE)
                .withIndexes(List.of(IndexLocation.of("pypi", RealIndex.URL.toString())))
                .withUploadedPriorTo(DAY);
        ResolveRequest request = ResolveRequest.of(
                Stream.of(requirements).map(RootRequirement::ofPom).toList(), PythonTarget.linux(python, "x86_64", 34));
        Resolver resolver =
                new Resolver(Indexes.open(settings, IndexCredentials.NONE, Transfers.SILENT, new Connections())
                        .index());
        return resolver.resolve(request).packages().stream()
                .map(ResolvedPackage::toString)
                .toList();
    }

    @Test
    void pandas() {
        assertThat(chosen("3.13.0", "pandas"))
                .containsExactly(
                        "numpy==2.2.1",
                        "pandas==2.2.3",
                        "python-dateutil==2.9.0.post0",
                        "pytz==2024.2",
                        "six==1.17.0",
                        "tzdata==2024.2");
    }

    /** Of s3fs only a release of 2020 goes with the newest boto3: the well-known hard case. */
    @Test
    void boto3AndS3fs() {
        assertThat(chosen("3.12.0", "boto3>=1.28", "s3fs"))
                .containsExactly(
                        "boto3==1.35.90",
                        "botocore==1.35.90",
                        "fsspec==2024.12.0",
                        "jmespath==1.0.1",
                        "python-dateutil==2.9.0.post0",
                        "s3fs==0.4.2",
                        "s3transfer==0.10.4",
                        "six==1.17.0",
                        "urllib3==2.3.0");
    }

    @Test
    void extras() {
        assertThat(chosen("3.13.0", "fastapi[standard]"))
                .hasSize(34)
                .contains("fastapi==0.115.6", "uvicorn==0.34.0", "uvloop==0.21.0", "httptools==0.6.4");
    }
}
