package io.github.lambdalayer.maven;

import io.github.lambdalayer.aws.DetachOutcome;
import io.github.lambdalayer.aws.PrunePlan;
import io.github.lambdalayer.build.BuildLog;
import io.github.lambdalayer.build.LayerResult;
import io.github.lambdalayer.build.LayerResult.AttachedFunction;
import io.github.lambdalayer.build.LayerResult.PublishedVersion;
import io.github.lambdalayer.build.LayerResult.ToldFinding;
import io.github.lambdalayer.build.LayerSpec;
import io.github.lambdalayer.lambda.LambdaLimits;
import io.github.lambdalayer.lambda.LayerName;
import io.github.lambdalayer.lambda.LayerVersionArn;
import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.problem.Bytes;
import io.github.lambdalayer.problem.Counted;
import io.github.lambdalayer.problem.Printable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** The words of a build: one line a step, with counts and bytes. */
final class MavenBuildLog implements BuildLog {

    private static final int LONGEST_RESULT = 200;

    private final Log log;
    private final Path basedir;
    private final Set<String> told;
    private boolean isNews;

    /**
     * A log.
     *
     * @param basedir paths inside of it are shown without it
     * @param told the layers and warnings that an earlier goal of the same build has told of; others are added
     */
    MavenBuildLog(Log log, Path basedir, Set<String> told) {
        this.log = log;
        this.basedir = basedir;
        this.told = told;
    }

    @Override
    public void begins(LayerSpec spec) {
        isNews = told.add(spec.toString());
        if (isNews) {
            log.info(Printable.text("Layer " + spec));
        }
    }

    @Override
    public void resolved(int packages) {
        if (packages > 0) {
            step("resolved", Counted.of(packages, "package"));
        }
    }

    @Override
    public void locked(int packages, Path lock) {
        step("locked", Counted.of(packages, "package") + " (" + shown(lock) + ")");
    }

    @Override
    public void wroteLock(Path lock, int packages, boolean changed) {
        step(changed ? "wrote" : "unchanged", shown(lock) + ", " + Counted.of(packages, "package"));
    }

    @Override
    public void fetched(int wheels, long bytes, int cached) {
        if (wheels == 0 && cached > 0) {
            step(
                    "fetched",
                    "nothing; " + Counted.of(cached, "wheel") + (cached == 1 ? " was" : " were") + " in the cache");
        } else if (wheels > 0) {
            step("fetched", Counted.of(wheels, "wheel") + ", " + Bytes.shown(bytes) + inCache(cached));
        }
    }

    @Override
    public void compiled(int modules, String python) {
        step("compiled", Counted.of(modules, "module") + " with " + python);
    }

    @Override
    public void uncompiled(int modules, long bytes) {
        step(
                "sources",
                Counted.of(modules, "module") + ", " + Bytes.shown(bytes)
                        + ": each cold start compiles what it imports of them; <bytecode> can do that here");
    }

    @Override
    public void slimmed(Map<String, Long> saved) {
        if (!saved.isEmpty()) {
            step(
                    "removed",
                    saved.entrySet().stream()
                            .map(each -> each.getKey() + " " + Bytes.shown(each.getValue()))
                            .collect(Collectors.joining(", ")));
        }
    }

    @Override
    public void widened(List<LayerEntry> files) {
        if (!files.isEmpty()) {
            LayerEntry first = files.get(0);
            String more = files.size() == 1 ? "" : " and " + Counted.of(files.size() - 1, "more file");
            step(
                    "modes",
                    first.path() + " of " + first.content().origin() + more
                            + ": only the owner may read " + (files.size() == 1 ? "it" : "them")
                            + " there, in the layer all may");
        }
    }

    @Override
    public void audited(List<ToldFinding> findings) {
        step("audited", findings.isEmpty() ? "no finding" : Counted.of(findings.size(), "finding"));
        warn(findings);
    }

    /** What can be done is said once, behind the last of those in a row that it is said of. */
    private void warn(List<ToldFinding> findings) {
        for (int i = 0; i < findings.size(); i++) {
            ToldFinding finding = findings.get(i);
            warn(finding.check() + ": " + finding.message());
            boolean isLast =
                    i + 1 == findings.size() || !findings.get(i + 1).hints().equals(finding.hints());
            if (isLast) {
                finding.hints().forEach(hint -> warn("hint: " + hint));
            }
        }
    }

    @Override
    public void wrote(LayerResult result, Path zip) {
        step("wrote", sizes(result, zip));
    }

    @Override
    public void reused(LayerResult result, Path zip) {
        if (isNews) { // Else the goal before has just written it, or has said this already.
            step("unchanged", sizes(result, zip));
            warn(result.findings());
        }
    }

    @Override
    public void published(PublishedVersion version, String because) {
        step("published", version.arn() + " (" + (version.created() ? created(because) : "unchanged") + ")");
    }

    @Override
    public void published(List<PublishedVersion> versions) {
        if (versions.stream().map(PublishedVersion::version).distinct().count() > 1) {
            step("versions", "differ between the regions:");
            versions.forEach(v -> log.info(String.format(
                    Locale.ROOT,
                    "            %-14s %6d  %s",
                    v.region(),
                    v.version(),
                    v.created() ? "new" : "unchanged")));
        }
    }

    @Override
    public void attached(AttachedFunction function, LayerVersionArn version) {
        String layer = version.layer() + ":" + version.version();
        String where = function.function() + " in " + function.region();
        if (function.outcome().equals("rolled-back")) {
            step("rolled back", layer + " on " + where);
        } else {
            String end = function.outcome().equals("attached") ? "" : " (" + function.outcome() + ")";
            step("attached", layer + " to " + where + end);
        }
    }

    @Override
    public void detached(LayerName layer, DetachOutcome outcome) {
        boolean unchanged = outcome.taken().isEmpty();
        String what = unchanged ? layer.value() : String.join(", ", outcome.taken());
        step("detached", what + " from " + where(outcome) + (unchanged ? " (unchanged)" : ""));
    }

    @Override
    public void wouldDetach(LayerName layer, DetachOutcome outcome) {
        if (outcome.taken().isEmpty()) {
            step("unchanged", where(outcome));
        } else {
            step("would", "detach " + String.join(", ", outcome.taken()) + " from " + where(outcome));
        }
    }

    private static String where(DetachOutcome outcome) {
        return outcome.function().name() + " in " + outcome.region();
    }

    @Override
    public void wouldPrune(PrunePlan plan) {
        String old = plan.unused().stream()
                .map(version -> String.valueOf(version.version()))
                .collect(Collectors.joining(", "));
        step(
                "unused",
                plan.region() + ": " + plan.unused().size() + " of " + Counted.of(plan.versions(), "version")
                        + (old.isEmpty() ? "" : ", namely " + old));
        plan.used()
                .forEach(used -> step(
                        "kept",
                        used.version().layer() + ":" + used.version().version() + " in " + plan.region()
                                + ", which is used by " + String.join(", ", used.functions())));
    }

    @Override
    public void deleted(LayerVersionArn version) {
        step("deleted", version.value());
    }

    @Override
    public void progressed(int done, int total) {
        step("done", done + " of " + total + " functions");
    }

    @Override
    public void staged(String region, String address, long bytes) {
        step("staged", address + ", " + Bytes.shown(bytes));
    }

    @Override
    public void shared(String region, String change) {
        step("shared", "in " + region + ": " + change);
    }

    @Override
    public void waiting(String region, String because, Duration pause) {
        log.debug(Printable.text(region + ": waiting " + pause.toMillis() + " ms, " + because));
    }

    @Override
    public void checked(Path zip, int findings, List<ToldFinding> news) {
        step("checked", shown(zip) + ", " + (findings == 0 ? "no finding" : Counted.of(findings, "finding")));
        warn(news);
    }

    @Override
    public void imported(String module, long milliseconds, String python) {
        step("imported", module + " in " + seconds(milliseconds) + ", " + python);
    }

    @Override
    public void called(String handler, String result, long milliseconds) {
        String shown = result.length() > LONGEST_RESULT ? result.substring(0, LONGEST_RESULT) + "…" : result;
        step("called", handler + " in " + seconds(milliseconds) + ": " + Printable.text(shown));
    }

    @Override
    public void skipped(String what, String because) {
        step("skipped", what + ": " + because);
    }

    @Override
    public void wrotePage(Path page) {
        step("wrote", shown(page));
    }

    /** The same about two layers of one pom, such as a lock that both lack, is said once. */
    @Override
    public void warned(String sentence) {
        if (told.add("warning: " + sentence)) {
            warn(sentence);
        }
    }

    private void warn(String sentence) {
        log.warn(Printable.text(sentence));
    }

    private void step(String verb, String what) {
        log.info(String.format(Locale.ROOT, "  %-9s %s", verb, Printable.text(what)));
    }

    private String sizes(LayerResult result, Path zip) {
        long percent = Math.round(100.0 * result.unzippedBytes() / LambdaLimits.UNZIPPED_BYTES);
        return shown(zip) + ", " + Bytes.shown(result.zippedBytes()) + "; " + Bytes.shown(result.unzippedBytes())
                + " unzipped, " + percent + " % of the limit";
    }

    private String shown(Path file) {
        Path path = file.startsWith(basedir) ? basedir.relativize(file) : file;
        return path.toString().replace('\\', '/');
    }

    /** A first version, or other content, is what publishing is for; anything else is worth a word. */
    private static String created(String because) {
        return because.isEmpty() || because.equals("new content") || because.equals("first version")
                ? "new"
                : "new: " + because;
    }

    private static String inCache(int cached) {
        return cached == 0 ? "" : "; " + cached + (cached == 1 ? " was" : " were") + " in the cache";
    }

    private static String seconds(long milliseconds) {
        return String.format(Locale.ROOT, "%.2f s", milliseconds / 1e3);
    }
}
