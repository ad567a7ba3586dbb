package io.github.lambdalayer.build;

import io.github.lambdalayer.aws.AttachOutcome;
import io.github.lambdalayer.aws.PublishOutcome;
import io.github.lambdalayer.build.LayerResult.AttachedFunction;
import io.github.lambdalayer.build.LayerResult.PublishedVersion;
import io.github.lambdalayer.problem.LayerException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes down what AWS has done the moment that it is done: a later region may fail, or the build may be killed. */
final class Journal extends AwsNews {

    private final LayerSpec spec;
    private final List<String> regions;
    private final BuildLog log;
    private final Map<String, Runnable> untold = new LinkedHashMap<>();
    private LayerResult result;
    private int told;

    /** Of what is done in these regions, in whatever order it is done. */
    Journal(LayerSpec spec, LayerResult result, List<String> regions, BuildLog log) {
        super(log);
        this.spec = spec;
        this.result = result;
        this.regions = List.copyOf(regions);
        this.log = log;
    }

    /** The result with all that was done so far. */
    synchronized LayerResult result() {
        return result;
    }

    @Override
    public synchronized void published(PublishOutcome outcome) {
        String because = outcome instanceof PublishOutcome.Published made ? made.because() : "";
        PublishedVersion version = new PublishedVersion(
                outcome.region(),
                outcome.arn().value(),
                outcome.version(),
                outcome instanceof PublishOutcome.Published);
        writeDown(version);
        untold.put(version.region(), () -> log.published(version, because));
        tellFirst();
    }

    /** The regions are told of in their order, whichever is done first. */
    private void tellFirst() {
        for (Optional<Runnable> next = next(); next.isPresent(); next = next()) {
            next.get().run();
            told++;
        }
    }

    private Optional<Runnable> next() {
        return told < regions.size() ? Optional.ofNullable(untold.remove(regions.get(told))) : Optional.empty();
    }

    /** Tells of the regions that waited for one before them, which has failed. */
    synchronized void tellRest() {
        regions.stream().map(untold::remove).filter(Objects::nonNull).forEach(Runnable::run);
    }

    @Override
    public synchronized void attached(AttachOutcome outcome) {
        AttachedFunction function =
                new AttachedFunction(outcome.region(), outcome.function().name(), word(outcome));
        write(result.with(function));
        log.attached(function, outcome.layer());
    }

    /** A version that is there and stands nowhere would be a riddle. */
    private void writeDown(PublishedVersion version) {
        try {
            write(result.with(version));
        } catch (LayerException e) {
            throw new LayerException(
                    e.code(),
                    version.arn() + " is published, but " + e.sentence(),
                    Stream.concat(
                                    e.hints().stream(),
                                    Stream.of("run the goal again then: it finds the version, and makes no other"))
                            .toList(),
                    e);
        }
    }

    private void write(LayerResult now) {
        result = now.ordered(regions);
        spec.files().writeForced(result);
    }

    private static String word(AttachOutcome outcome) {
        if (outcome instanceof AttachOutcome.Attached) {
            return "attached";
        }
        return outcome instanceof AttachOutcome.AlreadyAttached ? "unchanged" : "rolled-back";
    }
}
