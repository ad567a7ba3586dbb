package io.github.lambdalayer.maven;

import io.github.lambdalayer.aws.AttachPlan;
import io.github.lambdalayer.aws.PublishPlan;
import io.github.lambdalayer.build.DeliveryPlan;
import io.github.lambdalayer.build.DeliveryPlan.RegionPlan;
import io.github.lambdalayer.build.PackageChanges;
import io.github.lambdalayer.problem.Bytes;
import io.github.lambdalayer.problem.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan in words: a line for each region, package and function. */
final class PlanText {

    private final DeliveryPlan plan;
    private final List<String> lines = new ArrayList<>();

    private PlanText(DeliveryPlan plan) {
        this.plan = plan;
    }

    static List<String> lines(DeliveryPlan plan) {
        PlanText text = new PlanText(plan);
        plan.regions().forEach(text::region);
        plan.functions().forEach(text::function);
        return text.lines;
    }

    private void region(RegionPlan region) {
        if (region.plan() instanceof PublishPlan.Publish publish) {
            String before = region.publishedBytes() == 0 ? "" : "; " + Bytes.shown(region.publishedBytes()) + " before";
            String through = publish.bucket().isEmpty() ? "" : ", through bucket " + publish.bucket();
            step(
                    "would",
                    "publish " + plan.layer() + " to " + publish.region() + " (" + publish.because() + "): "
                            + Bytes.shown(plan.zippedBytes()) + before + through);
        } else if (region.plan() instanceof PublishPlan.Keep keep) {
            step("would", "keep " + keep.arn() + " (unchanged)");
        }
        packages(region.packages());
        region.sharing()
                .forEach(change -> step("would", "share in " + region.plan().region() + ": " + change));
    }

    private void packages(PackageChanges changes) {
        changes.added().forEach(each -> step("+", each.name() + " " + each.version()));
        changes.removed().forEach(each -> step("-", each.name() + " " + each.version()));
        changes.changed().forEach(each -> step("~", each.name() + " " + each.from() + " to " + each.to()));
    }

    private void function(AttachPlan function) {
        String where = function.function().name() + " in " + function.region();
        if (!function.changes()) {
            step("unchanged", where);
            return;
        }
        String replaced = function.replaces().isEmpty() ? "" : "in the place of version " + function.replaces() + "; ";
        String alias = function.alias().isEmpty() ? "" : "alias " + function.alias() + " is moved; ";
        step(
                "would",
                "attach " + plan.layer() + " to " + where + " (" + replaced + alias + "at most "
                        + Bytes.shown(function.headroom()) + " of room is left)");
    }

    private void step(String verb, String what) {
        lines.add(String.format(Locale.ROOT, "  %-9s %s", verb, Printable.text(what)));
    }
}
