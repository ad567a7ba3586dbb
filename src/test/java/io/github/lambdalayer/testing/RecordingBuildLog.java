package io.github.lambdalayer.testing;

import io.github.lambdalayer.aws.DetachOutcome;
import io.github.lambdalayer.aws.PrunePlan;
import io.github.lambdalayer.build.BuildLog;
import io.github.lambdalayer.build.LayerResult;
import io.github.lambdalayer.build.LayerResult.AttachedFunction;
import io.github.lambdalayer.build.LayerResult.PublishedVersion;
import io.github.lambdalayer.build.LayerResult.ToldFinding;
import io.github.lambdalayer.build.LayerSpec;
import io.github.lambdalayer.lambda.LayerName;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.layer.LayerEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Remembers every event as one short line: {@code fetched 2 cached 4}, {@code published arn:…:7 true}. */
public final class RecordingBuildLog implements BuildLog {

    private final List<String> events = new ArrayList<>();

    /** The events so far, in order. */
    public List<String> events() {
        return List.copyOf(events);
    }

    /** The events so far, which are forgotten. */
    public List<String> take() {
        List<String> taken = events();
        events.clear();
        return taken;
    }

    @Override
    public void begins(LayerSpec spec) {
        events.add("begins " + spec);
    }

    @Override
    public void resolved(int packages) {
        events.add("resolved " + packages);
    }

    @Override
    public void locked(int packages, Path lock) {
        events.add("locked " + packages + " " + lock.getFileName());
    }

    @Override
    public void wroteLock(Path lock, int packages, boolean changed) {
        events.add("wroteLock " + lock.getFileName() + " " + packages + " " + changed);
    }

    @Override
    public void fetched(int wheels, long bytes, int cached) {
        events.add("fetched " + wheels + " cached " + cached);
    }

    @Override
    public void compiled(int modules, String python) {
        events.add("compiled " + modules);
    }

    @Override
    public void slimmed(Map<String, Long> saved) {
        if (!saved.isEmpty()) {
            events.add("slimmed " + saved);
        }
    }

    @Override
    public void widened(List<LayerEntry> files) {
        files.forEach(each -> events.add("widened " + each.path()));
    }

    @Override
    public void audited(List<ToldFinding> findings) {
        events.add("audited " + findings.stream().map(ToldFinding::check).toList());
    }

    @Override
    public void wrote(LayerResult result, Path zip) {
        events.add("wrote " + zip.getFileName());
    }

    @Override
    public void reused(LayerResult result, Path zip) {
        events.add("reused " + zip.getFileName());
    }

    @Override
    public void published(PublishedVersion version, String because) {
        events.add("published " + version.arn() + " " + version.created() + (because.isEmpty() ? "" : " " + because));
    }

    @Override
    public void published(List<PublishedVersion> versions) {
        events.add("publishedEverywhere " + versions.size());
    }

    @Override
    public void detached(LayerName layer, DetachOutcome outcome) {
        events.add("detached " + layer + " " + outcome);
    }

    @Override
    public void wouldDetach(LayerName layer, DetachOutcome outcome) {
        events.add("wouldDetach " + layer + " " + outcome);
    }

    @Override
    public void wouldPrune(PrunePlan plan) {
        events.add("wouldPrune " + plan);
    }

    @Override
    public void deleted(LayerVersionArn version) {
        events.add("deleted " + version);
    }

    @Override
    public void progressed(int done, int total) {
        events.add("progressed " + done + " " + total);
    }

    @Override
    public void attached(AttachedFunction function, LayerVersionArn version) {
        events.add("attached " + version.version() + " " + function.function() + " " + function.region() + " "
                + function.outcome());
    }

    @Override
    public void staged(String region, String address, long bytes) {
        events.add("staged " + region + " " + bytes);
    }

    @Override
    public void shared(String region, String change) {
        events.add("shared " + region + " " + change);
    }

    @Override
    public void waiting(String region, String because, Duration pause) {
        events.add("waiting " + region + " " + because);
    }

    @Override
    public void checked(Path zip, int findings, List<ToldFinding> news) {
        events.add("checked " + zip.getFileName() + ": " + findings + " "
                + news.stream().map(ToldFinding::check).toList());
    }

    @Override
    public void imported(String module, long milliseconds, String python) {
        events.add("imported " + module);
    }

    @Override
    public void called(String handler, String result, long milliseconds) {
        events.add("called " + handler + " " + result);
    }

    @Override
    public void uncompiled(int modules, long bytes) {
        events.add("uncompiled " + modules + " modules, " + bytes + " bytes");
    }

    @Override
    public void skipped(String what, String because) {
        events.add("skipped " + what + ": " + because);
    }

    @Override
    public void wrotePage(Path page) {
        events.add("wrotePage " + page.getFileName());
    }

    @Override
    public void warned(String sentence) {
        events.add("warned " + sentence);
    }
}
