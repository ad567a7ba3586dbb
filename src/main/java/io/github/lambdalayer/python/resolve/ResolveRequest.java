package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.version.PreReleases;
import io.github.lambdalayer.python.version.Version;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be resolved.
 *
 * @param requirements in the user's order, which decides what is looked at first
 * @param constraints restrict the versions of packages that something needs; they never add one
 * @param overrides stand in for every requirement of the same package, whoever asks
 * @param excluded left out, with all that only they require
 * @param target the interpreter that tags, markers and {@code Requires-Python} are judged for
 * @param preReleases whether pre-releases may be taken
 * @param strategy which of the versions that would do is taken
 * @param preferred versions that are taken where they would do, for example those of a lock
 */
public record ResolveRequest(
        List<RootRequirement> requirements,
        List<Requirement> constraints,
        List<Requirement> overrides,
        Set<PackageName> excluded,
        PythonTarget target,
        PreReleases preReleases,
        Strategy strategy,
        Map<PackageName, Version> preferred) {

    /** Keeps copies of the collections. */
    public ResolveRequest {
        requirements = List.copyOf(requirements);
        constraints = List.copyOf(constraints);
        overrides = List.copyOf(overrides);
        excluded = Set.copyOf(excluded);
        preferred = Map.copyOf(preferred);
    }

    /** These requirements alone: the highest versions, pre-releases only where nothing else will do. */
    public static ResolveRequest of(List<RootRequirement> requirements, PythonTarget target) {
        return new ResolveRequest(
                requirements,
                List.of(),
                List.of(),
                Set.of(),
                target,
                PreReleases.IF_NECESSARY,
                Strategy.HIGHEST,
                Map.of());
    }

    /** The same with other requirements. */
    public ResolveRequest withRequirements(List<RootRequirement> others) {
        return new ResolveRequest(others, constraints, overrides, excluded, target, preReleases, strategy, preferred);
    }

    /** The same with other constraints. */
    public ResolveRequest withConstraints(List<Requirement> others) {
        return new ResolveRequest(requirements, others, overrides, excluded, target, preReleases, strategy, preferred);
    }

    /** The same with other overrides. */
    public ResolveRequest withOverrides(List<Requirement> others) {
        return new ResolveRequest(
                requirements, constraints, others, excluded, target, preReleases, strategy, preferred);
    }

    /** The same without these packages. */
    public ResolveRequest withExcluded(Set<PackageName> others) {
        return new ResolveRequest(
                requirements, constraints, overrides, others, target, preReleases, strategy, preferred);
    }

    /** The same for another interpreter. */
    public ResolveRequest withTarget(PythonTarget other) {
        return new ResolveRequest(
                requirements, constraints, overrides, excluded, other, preReleases, strategy, preferred);
    }

    /** The same with another rule for pre-releases. */
    public ResolveRequest withPreReleases(PreReleases other) {
        return new ResolveRequest(requirements, constraints, overrides, excluded, target, other, strategy, preferred);
    }

    /** The same with another strategy. */
    public ResolveRequest withStrategy(Strategy other) {
        return new ResolveRequest(
                requirements, constraints, overrides, excluded, target, preReleases, other, preferred);
    }

    /** The same with other preferred versions. */
    public ResolveRequest withPreferred(Map<PackageName, Version> others) {
        return new ResolveRequest(
                requirements, constraints, overrides, excluded, target, preReleases, strategy, others);
    }
}
