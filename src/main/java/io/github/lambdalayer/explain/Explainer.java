package io.github.lambdalayer.explain;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.WordList;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.resolve.JudgedRelease;
import io.github.lambdalayer.python.resolve.NearName;
import io.github.lambdalayer.python.resolve.Resolution;
import io.github.lambdalayer.python.resolve.ResolveRequest;
import io.github.lambdalayer.python.resolve.Resolver;
import io.github.lambdalayer.python.resolve.RootRequirement;
import io.github.lambdalayer.python.target.PythonTarget;
import io.github.lambdalayer.python.target.TagMatch;
import io.github.lambdalayer.python.version.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says why a package, a version of it or one wheel is in the layer, or why it is not.
 *
 * <pre>{@code new Explainer(places, choice, "").explain(Subject.parse("numpy==1.20.2")).lines()}</pre>
 */
public final class Explainer {

    private static final String ASKED = "your question";

    /** How many packages are named at most. */
    private static final int MOST = 5;

    private final Places places;
    private final Choice choice;
    private final String failure;
    private final PythonTarget target;

    /** @param failure why nothing could be chosen, as a sentence; "" when something was */
    public Explainer(Places places, Choice choice, String failure) {
        this.places = places;
        this.choice = choice;
        this.failure = failure;
        this.target = choice.request().target();
    }

    /** The answer for the choice's target. */
    public Answer explain(Subject subject) {
        Optional<ChosenWheel> found = choice.find(subject.name());
        boolean isIn = found.isPresent() && isMeant(subject, found.get());
        return isIn ? in(subject, found.orElseThrow()) : out(subject, found);
    }

    private static boolean isMeant(Subject subject, ChosenWheel found) {
        return subject.wheel()
                .map(wheel -> wheel.text().equals(found.file().toString()))
                .orElseGet(() -> subject.version()
                        .map(version -> version.equals(found.version()))
                        .orElse(true));
    }

    private Explained in(Subject subject, ChosenWheel found) {
        List<String> reasons = new ArrayList<>();
        String index = found.file().index();
        reasons.add("its wheel is " + found.file()
                + (found.file().bytes() < 0
                        ? ""
                        : ", " + Tree.grouped(found.file().bytes()))
                + (index.isEmpty() ? "" : ", from " + index)
                + found.file().uploadTime().map(time -> ", uploaded at " + time).orElse(""));
        reasons.add(
                choice.lock().isEmpty() ? "nothing locks it: it was resolved just now" : choice.lock() + " locks it");
        List<Need> requiredBy = Needs.of(choice).on(subject.name()).stream()
                .filter(Need::counts)
                .toList();
        String what = subject.wheel().isPresent() ? subject.text() : found.toString();
        boolean isHere = !choice.elsewhere().contains(subject.name());
        String where = isHere ? " is in the layer for " : " is in another layer, which is resolved with this one, for ";
        return answer(subject, isHere, what + where + choice.target() + ".", reasons, requiredBy);
    }

    private Explained out(Subject subject, Optional<ChosenWheel> found) {
        String what = subject.wheel().isPresent()
                ? subject.text()
                : subject.name() + subject.version().map(v -> " " + v).orElse("");
        String instead = found.map(other -> "; " + (subject.wheel().isPresent() ? other.file() : other) + " is")
                .orElse("");
        List<Need> needs = found.isPresent() ? List.of() : Needs.of(choice).on(subject.name());
        return answer(
                subject,
                false,
                what + " is not in the layer for " + choice.target() + instead + ".",
                whyOut(subject, found, needs),
                needs);
    }

    private List<String> whyOut(Subject subject, Optional<ChosenWheel> found, List<Need> needs) {
        List<String> reasons = new ArrayList<>(whatFailed());
        Releases releases = new Releases(subject.name(), places, choice.request());
        if (subject.wheel().isPresent()) {
            reasons.addAll(againstWheel(subject, releases, found));
        } else if (subject.version().isPresent()) {
            reasons.addAll(againstVersion(subject.version().get(), subject, releases, found));
        } else if (releases.all().isEmpty()) {
            reasons.add(releases.nowhere());
        }
        if (found.isEmpty()) {
            near(subject).ifPresent(name -> reasons.add("did you mean " + name + "?"));
            reasons.addAll(whyNotNeeded(subject, needs));
        }
        return reasons;
    }

    private List<String> whatFailed() {
        return failure.isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of("nothing can be chosen as it stands:"),
                                failure.lines().filter(line -> !line.isBlank()).map(line -> "  " + line))
                        .toList();
    }

    /** Only what is in the layer, or asked for, can be meant: all names of an index would be too many. */
    private Optional<PackageName> near(Subject subject) {
        Set<PackageName> names = new HashSet<>(choice.versions().keySet());
        choice.request()
                .requirements()
                .forEach(root -> names.add(root.requirement().name()));
        return names.contains(subject.name()) ? Optional.empty() : NearName.of(subject.name(), names);
    }

    private List<String> whyNotNeeded(Subject subject, List<Need> needs) {
        if (choice.request().excluded().contains(subject.name())) {
            return List.of("<excludedPackages> leaves it out");
        }
        return needs.isEmpty() && failure.isEmpty() ? List.of("nothing in the layer requires it") : List.of();
    }

    private List<String> againstWheel(Subject subject, Releases releases, Optional<ChosenWheel> found) {
        TagMatch match = target.tags().match(subject.wheel().orElseThrow().tags());
        Optional<IndexFile> file = releases.wheel(subject.text());
        if (!match.fits()) {
            return List.of(match.because());
        }
        if (file.isEmpty()) {
            return List.of("there is no such wheel on " + places.all().shownPlaces(subject.name()));
        }
        if (!releases.isAllowed(file.get())) {
            return file.get().uploadTime().map(releases::tooNew).stream().toList();
        }
        if (!target.accepts(file.get().requiresPython())) {
            return List.of("it requires Python " + file.get().requiresPython() + ", wanted " + target.pythonVersion());
        }
        Version version = subject.version().orElseThrow();
        if (found.filter(other -> other.version().equals(version)).isPresent()) {
            return List.of("it fits, but " + found.get().file() + " fits better");
        }
        return againstVersion(version, subject, releases, found);
    }

    private List<String> againstVersion(
            Version version, Subject subject, Releases releases, Optional<ChosenWheel> found) {
        Optional<JudgedRelease> release = releases.find(version);
        if (release.isEmpty()) {
            return List.of(fromAnAddress(subject).orElseGet(() -> releases.whyUnknown(version)));
        }
        if (release.get().wheel().isEmpty()) {
            return releases.against(release.get());
        }
        if (found.isEmpty()) {
            return List.of("it would fit: its wheel for this target is "
                    + release.get().wheel().get());
        }
        return againstOther(version, subject, found.get());
    }

    /** Who wants the package from an address, which leaves its other releases out. */
    private Optional<String> fromAnAddress(Subject subject) {
        return Needs.of(choice).on(subject.name()).stream()
                .filter(need -> need.counts() && need.requirement().url().isPresent())
                .findFirst()
                .map(Need::sentence);
    }

    /** A version that fits by itself: whether it goes with the rest shows when it is asked for as well. */
    private List<String> againstOther(Version version, Subject subject, ChosenWheel found) {
        try {
            Resolution other = new Resolver(places.allowed()).resolve(alsoAsking(version, subject));
            return List.of("it would fit" + givingWay(other, found) + ", but " + whyPreferred(version, found));
        } catch (LayerException e) {
            return e.sentence().lines().filter(line -> !line.isBlank()).toList();
        }
    }

    /** The packages that would be there in other versions then: {@code " together with flask 2.0.3"}. */
    private String givingWay(Resolution other, ChosenWheel found) {
        List<String> others = choice.wheels().stream()
                .filter(wheel -> !wheel.name().equals(found.name()))
                .flatMap(wheel ->
                        other
                                .find(wheel.name())
                                .filter(resolved -> !resolved.version().equals(wheel.version()))
                                .stream())
                .map(resolved -> resolved.name() + " " + resolved.version())
                .toList();
        return others.isEmpty() ? "" : " together with " + WordList.first(MOST, others);
    }

    private ResolveRequest alsoAsking(Version version, Subject subject) {
        ResolveRequest request = choice.request();
        List<RootRequirement> requirements = new ArrayList<>(request.requirements());
        requirements.add(new RootRequirement(Requirement.parse(subject.name() + "==" + version), ASKED));
        return request.withRequirements(requirements).withPreferred(choice.versions());
    }

    private String whyPreferred(Version version, ChosenWheel found) {
        if (!choice.lock().isEmpty()) {
            return choice.lock() + " locks " + found.version();
        }
        if (version.isPreRelease()) {
            return "it is a pre-release, and " + found.version() + " is none";
        }
        return found.version() + " is "
                + (version.compareTo(found.version()) < 0 ? "newer" : "what <resolution> asks for");
    }

    private Explained answer(
            Subject subject, boolean isIn, String sentence, List<String> reasons, List<Need> requiredBy) {
        return new Explained(subject.text(), choice.target(), isIn, sentence, reasons, requiredBy);
    }
}
