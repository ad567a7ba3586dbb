package io.github.lambdalayer.audit;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the checks over a layer.
 *
 * <pre>{@code
 * List<Finding> findings = Audit.with(Map.of("collision", "warn")).run(layer);
 * }</pre>
 */
public final class Audit {

    private final List<LayerCheck> checks;
    private final Map<String, Level> levels;

    Audit(List<LayerCheck> checks, Map<String, Level> levels) {
        this.checks = List.copyOf(checks);
        this.levels = Map.copyOf(levels);
    }

    /**
     * The audit with all checks; a check that {@code levels} names finds things of that level only.
     *
     * @param levels by the check's name, for example {@code collision} and {@code warn}
     * @throws LayerException with {@link AuditProblem}s, all told together
     */
    public static Audit with(Map<String, String> levels) {
        Problems problems = new Problems();
        Map<String, Level> parsed = new LinkedHashMap<>();
        levels.forEach((check, text) -> {
            if (!names().contains(check)) {
                problems.add(unknown(check));
            }
            Level level = problems.collect(() -> Level.of(text));
            if (level != null) {
                parsed.put(check, level);
            }
        });
        problems.throwIfAny();
        return new Audit(Checks.ALL, parsed);
    }

    /** The names of all checks, for example {@code unzipped-size}. */
    public static List<String> names() {
        return Checks.ALL.stream().map(LayerCheck::id).toList();
    }

    private static LayerException unknown(String check) {
        return new LayerException(
                AuditProblem.UNKNOWN_CHECK,
                "There is no check \"" + Printable.name(check) + "\".",
                "the checks are " + String.join(", ", names()));
    }

    /** What the checks find, in the order of the checks; empty when all is well. */
    public List<Finding> run(AuditedLayer layer) {
        List<Finding> findings = new ArrayList<>();
        for (LayerCheck check : checks) {
            Level level = levels.get(check.id());
            if (level == null) {
                findings.addAll(check.check(layer));
            } else if (level != Level.OFF) {
                check.check(layer).forEach(finding -> findings.add(finding.at(level)));
            }
        }
        return findings;
    }
}
