package io.github.lambdalayer.build;

import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.python.index.PackageIndex;
import io.github.lambdalayer.python.index.chain.Indexes;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.resolve.Resolution;
import io.github.lambdalayer.python.resolve.ResolveRequest;
import io.github.lambdalayer.python.resolve.ResolvedPackage;
import io.github.lambdalayer.python.resolve.Resolver;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.version.Version;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Asks the resolver, target by target. */
final class Resolving {

    private final Indexes indexes;
    private final SelectionLog log;

    Resolving(Indexes indexes, SelectionLog log) {
        this.indexes = indexes;
        this.log = log;
    }

    /**
     * The wheels for each target, in order; what the resolver warns of is told once.
     *
     * @param preferred versions that are kept where they fit
     */
    List<Selection> resolve(
            LayerSpec spec,
            Requirements requirements,
            List<LambdaTarget> targets,
            Function<PythonTarget, Map<PackageName, Version>> preferred) {
        Set<String> warnings = new LinkedHashSet<>(requirements.warnings());
        List<Selection> selections = targets.stream()
                .map(target -> {
                    Resolver resolver = new Resolver(
                            index(requirements), OtherRuntimes.than(target, LocalDate.now(ZoneOffset.UTC)));
                    Resolution resolution = resolver.resolve(
                            request(spec, requirements, target.python(), preferred.apply(target.python())));
                    warnings.addAll(resolution.warnings());
                    return new Selection(
                            target,
                            resolution.packages().stream()
                                    .map(Resolving::chosen)
                                    .toList());
                })
                .toList();
        requirements.requireNamedDigests(selections);
        warnings.forEach(log::warned);
        return selections;
    }

    private PackageIndex index(Requirements requirements) {
        return requirements.sha256().isEmpty()
                ? indexes.index()
                : new NamedFiles(indexes.index(), requirements.sha256());
    }

    /** What the resolver is asked for one target. */
    static ResolveRequest request(
            LayerSpec spec, Requirements requirements, PythonTarget target, Map<PackageName, Version> preferred) {
        Wanted wanted = spec.wanted();
        return new ResolveRequest(
                requirements.roots(),
                requirements.constraints(),
                requirements.overrides(),
                wanted.excludedByAll(),
                target,
                requirements.preReleases(),
                wanted.strategy(),
                preferred);
    }

    private static Selection.Chosen chosen(ResolvedPackage resolved) {
        return new Selection.Chosen(resolved.wheel(), resolved.metadata().requiresPython(), resolved.dependencies());
    }
}
