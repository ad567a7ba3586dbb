package io.github.lambdalayer.aws;

import static io.github.lambdalayer.aws.World.failure;
import static io.github.lambdalayer.aws.World.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsSettingsTest {

    private static AwsSettings settings(String region, String endpoint) {
        return new AwsSettings(List.of(region, region), endpoint, "", "", "");
    }

    @Test
    void aRegionCountsOnce() {
        assertThat(settings("eu-west-1", "").regions()).containsExactly("eu-west-1");
    }

    @Test
    void aRegionLooksLikeOne() {
        assertThat(failure(() -> settings("EU West", "")).block())
                .isEqualTo(lines(
                        "\"EU West\" is not the name of an AWS region.",
                        "hint: a region looks like eu-west-1",
                        "see problems.html#bad-region"));
    }

    @Test
    void anAddressThatIsNoneIsShownUnlessItMayHoldAPassword() {
        Map<String, String> shown = Map.of(
                "localhost:4566", ", and is \"localhost:4566\".",
                "http://x:65536", ", and is \"http://x:65536\".",
                "ftp://x", ", and is \"ftp://x\".",
                "http://u:secret@a b/", ".",
                "u:secret@host", ".");
        shown.forEach((address, end) -> assertThat(
                        failure(() -> settings("eu-west-1", address)).block())
                .isEqualTo(lines(
                        "endpointUrl must be an http or https URL" + end,
                        "hint: it looks like https://localhost:4566",
                        "see problems.html#bad-endpoint-url")));
    }

    @Test
    void storageModesAreTwo() {
        assertThat(StorageMode.of("REFERENCE")).isEqualTo(StorageMode.REFERENCE);
        assertThat(failure(() -> StorageMode.of("LINK")).block())
                .isEqualTo(lines(
                        "\"LINK\" is not a storageMode: COPY or REFERENCE.", "see problems.html#bad-storage-mode"));
    }

    @Test
    void aReferenceNeedsABucket() {
        assertThat(failure(() -> new Staging("", "", StorageMode.REFERENCE)).block())
                .isEqualTo(lines(
                        "storageMode is REFERENCE, and there is no bucket for Lambda to read from.",
                        "hint: set <bucket>, to one with versioning",
                        "see problems.html#reference-without-bucket"));
    }
}
