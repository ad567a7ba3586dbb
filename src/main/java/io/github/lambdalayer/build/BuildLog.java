package io.github.lambdalayer.build;

import io.github.lambdalayer.aws.DetachOutcome;
import io.github.lambdalayer.aws.PrunePlan;
import io.github.lambdalayer.build.LayerResult.AttachedFunction;
import io.github.lambdalayer.build.LayerResult.PublishedVersion;
import io.github.lambdalayer.build.LayerResult.ToldFinding;
import io.github.lambdalayer.lambda.LayerName;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.layer.LayerEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Is told what happens; the words are the listener's own. Each event comes after its step. */
public interface BuildLog extends SelectionLog {

    /** A layer's turn has come. */
    void begins(LayerSpec spec);

    /** The lock was written, or was found to be right; {@code changed} is false then. */
    void wroteLock(Path lock, int packages, boolean changed);

    /**
     * All wheels are there.
     *
     * @param wheels how many were fetched, with so many {@code bytes}
     * @param cached how many were there already
     */
    void fetched(int wheels, long bytes, int cached);

    /** Modules stay sources, which each new instance of a function compiles as far as it imports them. */
    void uncompiled(int modules, long bytes);

    /** Modules were compiled by a Python of this machine. */
    void compiled(int modules, String python);

    /** Unzipped bytes that are not in the layer, by what left them out, for example {@code tests}; may be empty. */
    void slimmed(Map<String, Long> saved);

    /** Files of wheels that only their owner may read, and in the layer all; there may be none. */
    void widened(List<LayerEntry> files);

    /** The plan was checked; what was found is not grave enough to stop. */
    void audited(List<ToldFinding> findings);

    /** The zip was written. */
    void wrote(LayerResult result, Path zip);

    /** The zip of an earlier build is still right. */
    void reused(LayerResult result, Path zip);

    /**
     * A region has the layer, by a new version or by one that was there.
     *
     * @param because why a version was made; "" when none was
     */
    void published(PublishedVersion version, String because);

    /** Every region has the layer; the numbers of its versions may differ. */
    void published(List<PublishedVersion> versions);

    /** A function has the version, or has its old layers back. */
    void attached(AttachedFunction function, LayerVersionArn version);

    /** A function does not have the layer any more. */
    void detached(LayerName layer, DetachOutcome outcome);

    /** What detaching would take off a function, which is not done. */
    void wouldDetach(LayerName layer, DetachOutcome outcome);

    /** Which versions of a layer are old in one region, before any of them is deleted. */
    void wouldPrune(PrunePlan plan);

    /** A version was deleted. */
    void deleted(LayerVersionArn version);

    /** So many of the functions are done. */
    void progressed(int done, int total);

    /** A zip is in a bucket, on its way to AWS Lambda. */
    void staged(String region, String address, long bytes);

    /** Who else may use the layer was changed, for example {@code + lambda-layer-account-210987654321}. */
    void shared(String region, String change);

    /** AWS is not asked for a while. */
    void waiting(String region, String because, Duration pause);

    /** A zip that is there already was checked; {@code news} are the findings that were not told when it was built. */
    void checked(Path zip, int findings, List<ToldFinding> news);

    /** A module was imported from the layer, by a Python of this machine. */
    void imported(String module, long milliseconds, String python);

    /** A handler was called, and returned {@code result}, in JSON. */
    void called(String handler, String result, long milliseconds);

    /** What was to be tried is not: {@code the import of pandas}, {@code there is no Python 3.13 on this machine}. */
    void skipped(String what, String because);

    /** The page about the layers is there. */
    void wrotePage(Path page);
}
