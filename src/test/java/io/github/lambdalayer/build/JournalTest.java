package io.github.lambdalayer.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.lambdalayer.aws.AttachOutcome;
import io.github.lambdalayer.aws.PublishOutcome;
import io.github.lambdalayer.build.LayerResult.AttachedFunction;
import io.github.lambdalayer.build.LayerResult.PublishedVersion;
import io.github.lambdalayer.lambda.FunctionName;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.testing.BareResult;
import io.github.lambdalayer.testing.RecordingBuildLog;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done first, what is written down stands in the order of the regions. */
class JournalTest {

    @TempDir
    private Path basedir;

    private static LayerVersionArn arn(String region) {
        return LayerVersionArn.parse("arn:aws:lambda:" + region + ":123456789012:layer:data:7");
    }

    private static PublishOutcome unchanged(String region) {
        return new PublishOutcome.Unchanged(region, arn(region));
    }

    private static AttachOutcome attached(String region, String function) {
        return new AttachOutcome.Attached(arn(region), FunctionName.of(function));
    }

    @Test
    void regionsAreInTheirOrderAndThoseOfEarlierRunsBehindThem() {
        LayerSpec spec = TestSpecs.in(basedir).spec();
        LayerResult earlier = BareResult.of(
                new PublishedVersion("ap-south-1", arn("ap-south-1").value(), 7, true));
        Journal journal = new Journal(spec, earlier, List.of("us-east-1", "eu-west-1"), new RecordingBuildLog());
        journal.published(unchanged("eu-west-1"));
        journal.published(unchanged("us-east-1"));
        assertThat(journal.result().published())
                .extracting(PublishedVersion::region)
                .containsExactly("us-east-1", "eu-west-1", "ap-south-1");
        assertThat(spec.files().read()).contains(journal.result());
    }

    @Test
    void regionsAreToldOfInTheirOrderAlsoWhereOneFails() {
        LayerSpec spec = TestSpecs.in(basedir).spec();
        RecordingBuildLog log = new RecordingBuildLog();
        Journal journal = new Journal(spec, BareResult.of(), List.of("us-east-1", "ap-south-1", "eu-west-1"), log);
        journal.published(unchanged("eu-west-1"));
        assertThat(log.take()).isEmpty();
        journal.published(unchanged("us-east-1"));
        assertThat(log.take()).containsExactly("published " + arn("us-east-1") + " false");
        journal.tellRest();
        assertThat(log.take()).containsExactly("published " + arn("eu-west-1") + " false");
        journal.tellRest();
        assertThat(log.take()).isEmpty();
    }

    @Test
    void functionsOfARegionStandByTheirNames() {
        LayerSpec spec = TestSpecs.in(basedir).spec();
        Journal journal =
                new Journal(spec, BareResult.of(), List.of("us-east-1", "eu-west-1"), new RecordingBuildLog());
        journal.attached(attached("eu-west-1", "a"));
        journal.attached(attached("us-east-1", "c"));
        journal.attached(attached("us-east-1", "b"));
        assertThat(journal.result().attached())
                .extracting(AttachedFunction::region, AttachedFunction::function)
                .containsExactly(tuple("us-east-1", "b"), tuple("us-east-1", "c"), tuple("eu-west-1", "a"));
    }
}
