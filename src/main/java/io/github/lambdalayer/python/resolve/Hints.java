package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.problem.Counted;
import io.github.lambdalayer.problem.WordList;
import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.index.ProjectStatus;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.version.Version;
import io.github.lambdalayer.solver.Cause;
import io.github.lambdalayer.solver.VersionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the user can do about a failure, most promising first. */
final class Hints {

    /** The project that is asked for most in vain: its own documentation names the other for whoever cannot build it. */
    private static final PackageName PSYCOPG = PackageName.of("psycopg2");

    private final IndexUniverse universe;
    private final List<OtherRuntime> others;
    private final Relaxation relaxation;

    Hints(IndexUniverse universe, Relaxation relaxation, List<OtherRuntime> others) {
        this.universe = universe;
        this.others = others;
        this.relaxation = relaxation;
    }

    /** Requirements that exclude each other. */
    List<String> forConflict(List<Cause<PackageName>> facts) {
        return relaxation.whatWouldWork(facts);
    }

    /** Releases that would do, but cannot be used. */
    List<String> forUnusable(Chain chain, PackageName name, VersionSet versions) {
        List<String> hints = new ArrayList<>();
        Map<Verdict, Integer> verdicts = universe.wording().verdicts(name, versions);
        if (isDirect(chain) && !verdicts.containsKey(Verdict.CONSTRAINED)) {
            hints.addAll(instead(name, versions, verdicts.keySet()));
        } else if (!isDirect(chain)) {
            hints.addAll(relaxation.whatWouldWork(chain.links()));
        }
        for (Verdict verdict : verdicts.keySet()) {
            special(verdict, name, versions).ifPresent(hints::add);
        }
        otherRuntime(name, versions).ifPresent(advice -> hints.add((hints.isEmpty() ? "" : "or ") + advice));
        notAsked(name).ifPresent(hints::add);
        tooNew(name).ifPresent(hints::add);
        return hints;
    }

    private Optional<String> tooNew(PackageName name) {
        return universe.listing(name)
                .page()
                .map(ProjectPage::tooNew)
                .filter(count -> count > 0)
                .map(count -> "<uploadedPriorTo> leaves out " + Counted.of(count, "wheel") + " of " + name);
    }

    private static boolean isDirect(Chain chain) {
        return chain.links().size() == 1;
    }

    /** The release next to those that were asked for; where there is none at all, how to come by a wheel. */
    private List<String> instead(PackageName name, VersionSet versions, Set<Verdict> verdicts) {
        Optional<String> near = nearestUsable(name, versions.highest());
        List<String> hints = new ArrayList<>(near.stream().toList());
        if (near.isEmpty() && name.equals(PSYCOPG)) {
            hints.add("require psycopg2-binary instead: it is the same code with wheels");
        }
        Release newest = universe.listing(name).release(versions.highest());
        if (near.isEmpty() && !verdicts.contains(Verdict.ONLY_SOURCE) && hasOtherWheelsAndSource(name, newest)) {
            hints.add(build(name + "==" + newest));
        }
        return hints;
    }

    private boolean hasOtherWheelsAndSource(PackageName name, Release release) {
        SourceName source = new SourceName(name);
        return !release.rejections().isEmpty()
                && Verdict.of(release.rejections()) == Verdict.NO_FITTING_WHEEL
                && universe.listing(name).page().stream()
                        .flatMap(page -> page.otherFiles().stream())
                        .flatMap(file -> source.version(file).stream())
                        .anyMatch(release.version()::equals);
    }

    private static String build(String pinned) {
        return "pip wheel --no-deps " + pinned + " in an image of the runtime, then <findLinks>";
    }

    private Optional<String> special(Verdict verdict, PackageName name, VersionSet versions) {
        String pinned =
                name + "==" + universe.listing(name).release(versions.highest()).version();
        return switch (verdict) {
            case ONLY_SOURCE -> Optional.of(build(pinned));
            case YANKED -> Optional.of("require " + pinned + " to take a yanked release all the same");
            case PRE_RELEASE -> Optional.of("allow pre-releases with <prereleases>if-necessary</prereleases>");
            case CONSTRAINED -> Optional.of("widen the constraint on " + name);
            default -> Optional.empty();
        };
    }

    /** The usable release next to those that were asked for. */
    private Optional<String> nearestUsable(PackageName name, int highestWanted) {
        Listing listing = universe.listing(name);
        VersionSet usable = universe.usable(listing);
        VersionSet stable = usable.and(listing.stable());
        VersionSet known = stable.isEmpty() ? usable : stable;
        if (known.isEmpty()) {
            return Optional.empty();
        }
        String python = "python" + universe.rules().request().target().pythonMinor();
        if (known.count() == 1) {
            return Optional.of(release(listing, known.lowest()) + " is the only release with a wheel for " + python);
        }
        if (known.lowest() > highestWanted) {
            return Optional.of(release(listing, known.lowest()) + " is the oldest release with a wheel for " + python);
        }
        return Optional.of(release(listing, known.highest()) + " is the newest release with a wheel for " + python);
    }

    private static String release(Listing listing, int release) {
        return listing.name() + " " + listing.release(release).version();
    }

    private Optional<String> otherRuntime(PackageName name, VersionSet versions) {
        List<Release> releases =
                versions.indexes().mapToObj(universe.listing(name)::release).toList();
        return others.stream()
                .filter(other -> fits(name, releases, other))
                .map(OtherRuntime::advice)
                .findFirst();
    }

    private boolean fits(PackageName name, List<Release> releases, OtherRuntime other) {
        ResolveRequest request = universe.rules().request().withTarget(other.target());
        Listing there = Listing.of(
                name,
                universe.listing(name).page(),
                new WheelChoice(new Rules(request), new TagRanks(other.target().tags())));
        return releases.stream()
                .anyMatch(release ->
                        there.exactly(release.version()).and(there.usable()).count() > 0);
    }

    private Optional<String> notAsked(PackageName name) {
        List<String> places =
                universe.listing(name).page().map(ProjectPage::notAsked).orElse(List.of());
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(name + " was found in "
                        + universe.listing(name).page().orElseThrow().index() + ", so " + WordList.and(places)
                        + (places.size() == 1 ? " was" : " were") + " not asked");
    }

    /** A name that no index knows. */
    List<String> forUnknown(Chain chain, PackageName name) {
        List<String> hints = new ArrayList<>();
        NearName.of(name, declared()).ifPresent(near -> hints.add("did you mean " + near + "?"));
        if (!isDirect(chain)) {
            hints.addAll(relaxation.whatWouldWork(chain.links()));
        }
        if (hints.isEmpty()) {
            hints.add(universe.listing(name)
                    .page()
                    .flatMap(Hints::forEmpty)
                    .orElse("check the spelling, or name the index that has it in <indexes>"));
        }
        return hints;
    }

    /** A name that an index knows, without a file that may be used. */
    private static Optional<String> forEmpty(ProjectPage page) {
        if (page.status().marker() == ProjectStatus.Marker.QUARANTINED) {
            return Optional.of("do without it until its index has found out whether it does harm");
        }
        return page.tooNew() > 0
                ? Optional.of("set <uploadedPriorTo> to a later time, or leave it out")
                : Optional.empty();
    }

    private Set<PackageName> declared() {
        ResolveRequest request = universe.rules().request();
        return Stream.of(
                        request.requirements().stream().map(RootRequirement::requirement),
                        request.constraints().stream(),
                        request.overrides().stream())
                .flatMap(requirements -> requirements)
                .map(Requirement::name)
                .collect(Collectors.toSet());
    }

    /** A specifier that no release satisfies. */
    List<String> forNoVersion(Chain chain, PackageName name) {
        List<String> hints = new ArrayList<>();
        if (isDirect(chain)) {
            Requirement wanted =
                    Requirement.parse(Chain.need(chain.end()).orElseThrow().text());
            nearestUsable(name, below(wanted)).ifPresent(hints::add);
        } else {
            hints.addAll(relaxation.whatWouldWork(chain.links()));
        }
        notAsked(name).ifPresent(hints::add);
        return hints;
    }

    /** The highest release below the version which a specifier names; the last when it names none. */
    private int below(Requirement wanted) {
        Listing listing = universe.listing(wanted.name());
        return wanted.specifiers().clauses().stream()
                .flatMap(clause -> Version.tryParse(clause.version()).stream())
                .findFirst()
                .map(version -> listing.below(version).highest())
                .orElse(listing.size() - 1);
    }

    /** A package of an index that asks for a URL. */
    List<String> forUrl(Chain chain, PackageName name) {
        List<String> hints = new ArrayList<>(relaxation.whatWouldWork(chain.links()));
        hints.add((hints.isEmpty() ? "" : "or ") + "name a release of " + name + " among <overrides>, or require "
                + Chain.need(chain.end()).orElseThrow().text() + "#sha256=… yourself");
        return hints;
    }
}
