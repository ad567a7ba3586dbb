package io.github.lambdalayer.audit;

import io.github.lambdalayer.layer.LayerPlan;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.NearestName;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.problem.Problems;
import java.nio.file.Path;
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

    private final Map<String, Level> levels;

    private final Libraries libraries;

    private Audit(Map<String, Level> levels, Libraries libraries) {
        this.levels = Map.copyOf(levels);
        this.libraries = libraries;
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
                return;
            }
            Level level = problems.collect(() -> Level.of(text, check));
            if (level != null) {
                parsed.put(check, level);
            }
        });
        problems.throwIfAny();
        return new Audit(parsed, new Libraries(Notebook.NONE, new SeenLibraries()));
    }

    /**
     * The same audit, which keeps notes of the libraries that it read in a folder of the cache: reading them takes longer
     * than writing the layer. Those that were {@code seen} are not read again.
     */
    public Audit remembering(Path folder, SeenLibraries seen) {
        return new Audit(levels, new Libraries(Notebook.in(folder), seen));
    }

    /** What looks like a secret, in sentences, whatever levels there are. */
    public static List<String> secrets(LayerPlan plan) {
        return new SecretCheck().findings(plan).stream().map(Finding::message).toList();
    }

    /** The names of all checks, for example {@code unzipped-size}. */
    public static List<String> names() {
        return Checks.names();
    }

    private static LayerException unknown(String check) {
        return new LayerException(
                AuditProblem.UNKNOWN_CHECK,
                "There is no check \"" + Printable.name(check) + "\""
                        + NearestName.of(check, names())
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("."),
                "the checks are " + String.join(", ", names()));
    }

    /**
     * What the checks find, in the order of the checks; empty when all is well.
     *
     * @throws LayerException {@link AuditProblem#UNREADABLE_LIBRARY}
     */
    public List<Finding> run(AuditedLayer layer) {
        List<Finding> findings = new ArrayList<>();
        for (LayerCheck check : Checks.ALL) {
            if (isOn(check)) {
                findings.addAll(leveled(check, check.check(layer)));
            }
        }
        if (Checks.OF_LIBRARIES.stream().anyMatch(this::isOn)) {
            List<Library> read = libraries.of(layer);
            for (LibraryCheck check : Checks.OF_LIBRARIES) {
                if (isOn(check)) {
                    findings.addAll(leveled(check, check.check(read, layer)));
                }
            }
        }
        return findings;
    }

    private boolean isOn(Named check) {
        return levels.get(check.id()) != Level.OFF;
    }

    private List<Finding> leveled(Named check, List<Finding> findings) {
        Level level = levels.get(check.id());
        return level == null
                ? findings
                : findings.stream().map(finding -> finding.at(level)).toList();
    }
}
