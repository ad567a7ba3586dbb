package io.github.lambdalayer.build;

import io.github.lambdalayer.audit.Audit;
import io.github.lambdalayer.audit.AuditedLayer;
import io.github.lambdalayer.audit.AuditedTarget;
import io.github.lambdalayer.audit.Finding;
import io.github.lambdalayer.audit.Level;
import io.github.lambdalayer.audit.SeenLibraries;
import io.github.lambdalayer.build.LayerResult.ToldFinding;
import io.github.lambdalayer.layer.LayerPlan;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import io.github.lambdalayer.python.index.cache.CacheLayout;
import io.github.lambdalayer.python.name.PackageName;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks a plan before its zip gets a name. */
final class Auditing {

    private final BuildLog log;
    private final SeenLibraries seen;

    Auditing(BuildLog log) {
        this(log, new SeenLibraries());
    }

    /** Does not read again what was seen while it was fetched. */
    Auditing(BuildLog log, SeenLibraries seen) {
        this.log = log;
        this.seen = seen;
    }

    /**
     * What was found and is not grave enough to stop.
     *
     * @param provided packages that other layers hold
     * @throws LayerException with {@link BuildProblem#AUDIT_FAILED}, all grave findings told together
     */
    List<ToldFinding> audit(LayerSpec spec, LayerPlan plan, List<AuditedTarget> targets, Set<PackageName> provided) {
        List<ToldFinding> told = findings(spec, plan, targets, provided);
        log.audited(told);
        return told;
    }

    /**
     * The same, told only when something grave was found as well.
     *
     * @throws LayerException with {@link BuildProblem#AUDIT_FAILED}, all grave findings told together
     */
    List<ToldFinding> findings(LayerSpec spec, LayerPlan plan, List<AuditedTarget> targets, Set<PackageName> provided) {
        Contents contents = spec.contents();
        AuditedLayer layer = new AuditedLayer(
                plan,
                targets,
                contents.zippedLimit(),
                contents.isSent(),
                answeredFor(spec.wanted(), provided),
                LocalDate.now(ZoneOffset.UTC));
        List<Finding> findings = Audit.with(contents.levels())
                .remembering(new CacheLayout(spec.indexes().cacheDirectory()).libraries(), seen)
                .run(layer);
        List<ToldFinding> told = findings.stream()
                .filter(finding -> finding.level() != Level.ERROR)
                .map(finding ->
                        new ToldFinding(finding.check(), finding.level().text(), finding.message(), finding.hints()))
                .toList();
        if (told.size() < findings.size() && !told.isEmpty()) {
            log.audited(told); // Else they would be told only once the errors are mended.
        }
        throwErrors(findings);
        return told;
    }

    private static void throwErrors(List<Finding> findings) {
        Problems problems = new Problems();
        findings.stream()
                .filter(finding -> finding.level() == Level.ERROR)
                .forEach(finding -> problems.add(failure(finding)));
        problems.throwIfAny();
    }

    /** With the way out for those who know better, but where AWS would refuse the layer whatever they know. */
    private static LayerException failure(Finding finding) {
        List<String> hints = new ArrayList<>(finding.hints());
        if (!finding.check().endsWith("-size")) {
            hints.add("or set <findings>" + asWarning(finding.check()) + "</findings>, where you know better");
        }
        return new LayerException(BuildProblem.AUDIT_FAILED, finding.message(), hints, null);
    }

    /** XML has no element {@code <libstdc++>}. */
    private static String asWarning(String check) {
        return check.endsWith("+") ? "<finding>" + check + "=warn</finding>" : "<" + check + ">warn</" + check + ">";
    }

    private static Set<PackageName> answeredFor(Wanted wanted, Set<PackageName> provided) {
        Set<PackageName> answeredFor = new HashSet<>(provided);
        answeredFor.addAll(wanted.excluded());
        wanted.overrides().forEach(requirement -> answeredFor.add(requirement.name()));
        return answeredFor;
    }
}
