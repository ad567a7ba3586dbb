package io.github.lambdalayer.build;

import io.github.lambdalayer.audit.AuditedTarget;
import io.github.lambdalayer.build.LayerResult.ToldFinding;
import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.lambda.Language;
import io.github.lambdalayer.layer.InstalledPackage;
import io.github.lambdalayer.layer.LayerArchive;
import io.github.lambdalayer.layer.LayerPlan;
import io.github.lambdalayer.layer.SitePackages;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks a zip that is there already, whoever made it: what is in it, and whether a Python can work with it. */
final class Checking {

    private final Auditing auditing;
    private final Trying trying;
    private final BuildLog log;

    Checking(Auditing auditing, Trying trying, BuildLog log) {
        this.auditing = auditing;
        this.trying = trying;
        this.log = log;
    }

    /**
     * Checks a zip.
     *
     * @param known findings that were told when it was built; what the same checks find now is counted, not told again
     * @throws io.github.lambdalayer.problem.LayerException when the audit finds an error, or an import or a call fails
     */
    void check(LayerSpec spec, Path zip, Trial trial, List<ToldFinding> known) {
        try (LayerArchive archive = LayerArchive.open(zip)) {
            LayerPlan plan = archive.plan();
            List<ToldFinding> findings = auditing.findings(spec, plan, targets(spec, archive), provided(spec, archive));
            log.checked(zip, findings.size(), news(findings, known));
            trying.run(spec, zip, plan, trial);
        } catch (IOException e) {
            throw ResultFiles.cannotRead(zip, e);
        }
    }

    private static List<ToldFinding> news(List<ToldFinding> findings, List<ToldFinding> known) {
        return findings.stream()
                .filter(finding ->
                        known.stream().noneMatch(other -> other.check().equals(finding.check())))
                .toList();
    }

    /** Of a layer that leaves packages to others nobody can tell here which they hold; its build has checked that. */
    private static Set<PackageName> provided(LayerSpec spec, LayerArchive archive) {
        return spec.wanted().provided().isEmpty()
                ? Set.of()
                : archive.packages().stream()
                        .flatMap(each -> each.metadata().requiresDist().stream())
                        .map(Requirement::name)
                        .collect(Collectors.toSet());
    }

    /** What a runtime finds in its own folder and in the one for all. */
    private static List<AuditedTarget> targets(LayerSpec spec, LayerArchive archive) {
        return spec.targets().stream().map(target -> target(target, archive)).toList();
    }

    private static AuditedTarget target(LambdaTarget target, LayerArchive archive) {
        if (target.runtime().language() != Language.PYTHON) {
            return new AuditedTarget(target, SitePackages.FLAT, List.of());
        }
        SitePackages own = SitePackages.of(target.runtime().python());
        List<InstalledPackage> packages = archive.packages().stream()
                .filter(each -> each.site().equals(own) || each.site().equals(SitePackages.FLAT))
                .toList();
        boolean inOwn = packages.stream().anyMatch(each -> each.site().equals(own));
        return new AuditedTarget(target, inOwn ? own : SitePackages.FLAT, packages);
    }
}
