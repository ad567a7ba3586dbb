package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.PackageIndex;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.requirement.RequirementProblem;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.version.PreReleases;
import io.github.lambdalayer.python.version.Version;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import io.github.lambdalayer.python.wheel.WheelProblem;
import io.github.lambdalayer.solver.Candidates;
import io.github.lambdalayer.solver.Dependency;
import io.github.lambdalayer.solver.Needs;
import io.github.lambdalayer.solver.Root;
import io.github.lambdalayer.solver.Universe;
import io.github.lambdalayer.solver.VersionSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The packages of an index as the solver sees them, for one request. The versions of a package never change while it
 * solves: pre-releases are there from the beginning, and only come last.
 */
final class IndexUniverse implements Universe<PackageName, Release> {

    private final PackageIndex index;
    private final Rules rules;
    private final WheelChoice choice;
    private final Prefetch prefetch;
    private final Map<PackageName, Listing> listings = new HashMap<>();
    private final Rejected rejected = new Rejected();
    private final SetText setText = new SetText();
    private final IndexWording wording;

    IndexUniverse(PackageIndex index, Rules rules, TagRanks ranks) {
        this.index = new DirectIndex(index, rules.wheels());
        this.rules = rules;
        this.choice = new WheelChoice(rules, ranks);
        this.prefetch = new Prefetch(this.index, rules);
        this.wording = new IndexWording(this.index, target(), this::listing, setText, rejected);
    }

    Listing listing(PackageName name) {
        return listings.computeIfAbsent(name, n -> Listing.of(n, index.page(n), choice));
    }

    /** The metadata of the wheel that would be installed. */
    CoreMetadata metadata(Release release) {
        return index.metadata(release.wheel().orElseThrow());
    }

    IndexWording wording() {
        return wording;
    }

    Rules rules() {
        return rules;
    }

    @Override
    public List<Root<PackageName>> roots() {
        prefetchPages(rules.roots().stream().map(RootRequirement::requirement).toList());
        return rules.roots().stream()
                .map(root -> new Root<>(root.origin(), announced(root.requirement())))
                .toList();
    }

    private void prefetchPages(Collection<Requirement> requirements) {
        List<PackageName> unknown = requirements.stream()
                .map(Requirement::name)
                .filter(name -> !listings.containsKey(name))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            index.prefetch(unknown);
        }
    }

    private Dependency<PackageName> dependency(Requirement requirement) {
        PackageName name = requirement.name();
        Listing listing = listing(name);
        boolean isAllowed = rules.wheels().allow(requirement);
        VersionSet allowed = isAllowed ? listing.accepted(requirement.specifiers()) : VersionSet.none(listing.size());
        String text = SetText.written(requirement);
        if (isAllowed) {
            setText.remember(name, allowed, requirement.specifiers());
        }
        return new Dependency<>(
                name,
                requirement.extras().stream().map(ExtraName::value).toList(),
                allowed,
                requirement.specifiers().isPin(),
                text);
    }

    @Override
    public Candidates<Release> candidates(PackageName name) {
        Listing listing = listing(name);
        return new Candidates<>(listing.releases(), listing.usable());
    }

    @Override
    public int choose(PackageName name, VersionSet allowed) {
        Listing listing = listing(name);
        Version preferred = rules.request().preferred().get(name);
        if (preferred != null) {
            VersionSet same = listing.exactly(preferred).and(allowed);
            if (!same.isEmpty()) {
                return same.highest();
            }
        }
        VersionSet first = firstChoice(listing, allowed);
        return isLowestFirst(name) ? first.lowest() : first.highest();
    }

    /** Pre-releases are looked at when no other release is left. */
    private VersionSet firstChoice(Listing listing, VersionSet allowed) {
        VersionSet stable = allowed.and(listing.stable());
        return rules.request().preReleases() == PreReleases.ALLOW || stable.isEmpty() ? allowed : stable;
    }

    private boolean isLowestFirst(PackageName name) {
        return switch (rules.request().strategy()) {
            case HIGHEST -> false;
            case LOWEST -> true;
            case LOWEST_DIRECT -> rules.isDirect(name);
        };
    }

    @Override
    public Needs<PackageName> needs(PackageName name, Release release) {
        prefetch.tried(listing(name), listing(name).indexOf(release.version()));
        Optional<Rejection> rejection = judge(name, release);
        if (rejection.isPresent()) {
            rejected.add(name, release.version(), rejection.get());
            return new Needs.Unusable<>();
        }
        return new Needs.These<>(dependencies(rules.needs(metadata(release).requiresDist(), Optional.empty())));
    }

    @Override
    public List<Dependency<PackageName>> needs(PackageName name, Release release, String extra) {
        return dependencies(rules.needs(metadata(release).requiresDist(), Optional.of(ExtraName.of(extra))));
    }

    private List<Dependency<PackageName>> dependencies(List<Requirement> requirements) {
        prefetchPages(requirements);
        List<Dependency<PackageName>> dependencies = new ArrayList<>(requirements.size());
        for (Requirement requirement : requirements) {
            dependencies.add(announced(requirement));
        }
        return dependencies;
    }

    /** What is needed; the metadata of its first choice is asked for while pages of others may still be on their way. */
    private Dependency<PackageName> announced(Requirement requirement) {
        Dependency<PackageName> dependency = dependency(requirement);
        firstChoice(dependency).ifPresent(prefetch::metadata);
        return dependency;
    }

    private Optional<IndexFile> firstChoice(Dependency<PackageName> dependency) {
        Listing listing = listing(dependency.on());
        VersionSet allowed = dependency.allowed().and(listing.usable());
        return allowed.isEmpty()
                ? Optional.empty()
                : listing.release(choose(dependency.on(), allowed)).wheel();
    }

    /** The releases that can be used as far as is known by now. */
    VersionSet usable(Listing listing) {
        return listing.usable().minus(rejected.of(listing));
    }

    /** What only the metadata tells. */
    private Optional<Rejection> judge(PackageName name, Release release) {
        IndexFile wheel = release.wheel().orElseThrow();
        try {
            return judge(name, release, wheel, index.metadata(wheel));
        } catch (LayerException e) {
            if (e.code() == WheelProblem.BAD_METADATA || e.code() == RequirementProblem.UNDEFINED_MARKER) {
                return Optional.of(new Rejection.BadMetadata(wheel, clause(e.sentence())));
            }
            throw e;
        }
    }

    private Optional<Rejection> judge(PackageName name, Release release, IndexFile wheel, CoreMetadata metadata) {
        if (!metadata.name().equals(name) || !metadata.version().equals(release.version())) {
            String other = "it is about " + metadata.name() + " " + metadata.version();
            return Optional.of(new Rejection.BadMetadata(wheel, other));
        }
        rules.needs(
                metadata.requiresDist(), Optional.empty()); // throws where a marker compares what cannot be compared
        return target().accepts(metadata.requiresPython())
                ? Optional.empty()
                : Optional.of(new Rejection.RequiresPython(
                        wheel,
                        metadata.requiresPython(),
                        target().pythonVersion().toString()));
    }

    /** A fault's first line as a part of a sentence: what it shows below with a caret has no place in one. */
    private static String clause(String sentence) {
        String first = sentence.lines().findFirst().orElse("");
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }

    private PythonTarget target() {
        return rules.request().target();
    }
}
