package io.github.lambdalayer.python.resolve;

import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.problem.WordList;
import io.github.lambdalayer.python.index.PackageIndex;
import io.github.lambdalayer.python.index.ProjectPage;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.solver.Dependency;
import io.github.lambdalayer.solver.VersionSet;
import io.github.lambdalayer.solver.Wording;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The words for packages, their releases, and why these cannot be used. */
final class IndexWording implements Wording<PackageName> {

    private static final int MOST_PYTHONS = 3;

    private final PackageIndex index;
    private final PythonTarget target;
    private final Function<PackageName, Listing> listings;
    private final SetText setText;
    private final Rejected rejected;

    IndexWording(
            PackageIndex index,
            PythonTarget target,
            Function<PackageName, Listing> listings,
            SetText setText,
            Rejected rejected) {
        this.index = index;
        this.target = target;
        this.listings = listings;
        this.setText = setText;
        this.rejected = rejected;
    }

    @Override
    public String name(PackageName name) {
        return name.value();
    }

    @Override
    public String text(PackageName name, VersionSet versions) {
        return setText.of(listings.apply(name), versions);
    }

    @Override
    public String whyUnusable(PackageName name, VersionSet versions) {
        String text = text(name, versions);
        Map<Verdict, Integer> verdicts = verdicts(name, versions);
        if (verdicts.size() == 1) {
            return alone(verdicts.keySet().iterator().next(), name.value(), text, rejections(name, versions));
        }
        return "no release of " + text + " can be used (" + counted(verdicts) + ")";
    }

    /**
     * The same as the first sentence of a message, with what the wheels are for.
     *
     * @param versions unusable versions; not empty
     */
    String headline(PackageName name, VersionSet versions) {
        Map<Verdict, Integer> verdicts = verdicts(name, versions);
        if (verdicts.size() > 1) {
            return "no release of " + text(name, versions) + " can be used: " + counted(verdicts);
        }
        String why = whyUnusable(name, versions);
        return verdicts.containsKey(Verdict.NO_FITTING_WHEEL)
                ? why + ": " + WheelsAreFor.text(rejections(name, versions), versions.count() == 1)
                : why;
    }

    private String counted(Map<Verdict, Integer> verdicts) {
        return WordList.and(verdicts.entrySet().stream()
                .map(e -> e.getKey().count(e.getValue(), target.toString()))
                .toList());
    }

    /** How many releases fail for which reason, in the order of the reasons. */
    Map<Verdict, Integer> verdicts(PackageName name, VersionSet versions) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        Listing listing = listings.apply(name);
        versions.indexes()
                .mapToObj(listing::release)
                .map(release -> Verdict.of(rejected.of(name, release)))
                .forEach(verdict -> verdicts.merge(verdict, 1, Integer::sum));
        Integer source = verdicts.get(Verdict.ONLY_SOURCE);
        if (source != null && verdicts.containsKey(Verdict.NO_FITTING_WHEEL)) {
            verdicts.remove(Verdict.ONLY_SOURCE);
            verdicts.merge(Verdict.NO_FITTING_WHEEL, source, Integer::sum);
        }
        return verdicts;
    }

    /** Every reason against these releases. */
    List<Rejection> rejections(PackageName name, VersionSet versions) {
        Listing listing = listings.apply(name);
        return versions.indexes()
                .mapToObj(listing::release)
                .flatMap(release -> rejected.of(name, release).stream())
                .toList();
    }

    private String alone(Verdict verdict, String name, String text, List<Rejection> rejections) {
        boolean every = text.equals(name);
        String subject = every ? "every release of " + name : text;
        String wheel =
                every ? "no release of " + name + " has a wheel for " + target : text + " has no wheel for " + target;
        return switch (verdict) {
            case ONLY_SOURCE -> wheel + ", only a source distribution";
            case NO_FITTING_WHEEL -> wheel;
            case OTHER_PYTHON ->
                subject + " is not for Python " + target.pythonVersion() + " (Requires-Python" + pythons(rejections)
                        + ")";
            case BAD_METADATA ->
                subject + " has metadata that cannot be used"
                        + same(rejections, Rejection.BadMetadata.class, r -> " (" + r.problem() + ")", "");
            case YANKED -> subject + " is yanked" + same(rejections, Rejection.Yanked.class, IndexWording::reason, "");
            case PRE_RELEASE -> subject + " is a pre-release, and the settings allow none";
            case CONSTRAINED ->
                same(
                                rejections,
                                Rejection.Constrained.class,
                                r -> "the constraint " + SetText.written(r.constraint()),
                                "a constraint")
                        + " excludes " + subject;
        };
    }

    /** {@code " >=3.14 or >=3.15"}; nothing where there are many. */
    private static String pythons(List<Rejection> rejections) {
        List<String> distinct = rejections.stream()
                .filter(Rejection.RequiresPython.class::isInstance)
                .map(r -> ((Rejection.RequiresPython) r).pythons().toString())
                .distinct()
                .toList();
        return distinct.size() > MOST_PYTHONS ? "" : " " + String.join(" or ", distinct);
    }

    private static String reason(Rejection.Yanked yanked) {
        String reason = Printable.name(yanked.file().yankedReason());
        return reason.isEmpty() ? "" : " (" + reason + ")";
    }

    /** The words that all rejections of a kind share, or others when they differ. */
    private static <R> String same(
            List<Rejection> rejections, Class<R> kind, Function<R, String> words, String otherwise) {
        List<String> distinct = rejections.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(words)
                .distinct()
                .toList();
        return distinct.size() == 1 ? distinct.get(0) : otherwise;
    }

    boolean isUrl(Dependency<PackageName> dependency) {
        return SetText.isUrl(dependency.text());
    }

    @Override
    public String whyNone(Dependency<PackageName> dependency) {
        Listing listing = listings.apply(dependency.on());
        String name = dependency.on().value();
        if (isUrl(dependency)) {
            return "a package may name an address only when you name it, too";
        }
        if (listing.page().isEmpty()) {
            return "there is no " + name + " on " + index.shownPlaces(dependency.on());
        }
        return listing.size() == 0 ? whyEmpty(listing.page().get()) : releases(listing);
    }

    private static String whyEmpty(ProjectPage page) {
        if (page.status().isQuarantined()) {
            String reason = page.status().reason();
            return page.name() + " is in quarantine on " + page.index() + (reason.isEmpty() ? "" : " (" + reason + ")");
        }
        return page.name() + " has no file on " + page.index()
                + (page.tooNew() > 0 ? " that is old enough for the settings" : "");
    }

    /** The releases that there are, from the oldest to the newest. */
    private static String releases(Listing listing) {
        String oldest = listing.release(0).version().toString();
        String newest = listing.release(listing.size() - 1).version().toString();
        if (listing.page()
                .filter(page -> page.index().equals(DirectWheel.NO_INDEX))
                .isPresent()) {
            return "the wheel that its address leads to is " + listing.name() + " " + newest;
        }
        return listing.size() == 1
                ? "the only release of " + listing.name() + " is " + newest
                : "the releases of " + listing.name() + " go from " + oldest + " to " + newest;
    }
}
