package io.github.lambdalayer.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.lambdalayer.problem.Counted;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.resolve.JudgedRelease;
import io.github.lambdalayer.python.resolve.ResolveRequest;
import io.github.lambdalayer.python.resolve.ResolvedPackage;
import io.github.lambdalayer.python.resolve.Resolver;
import io.github.lambdalayer.python.version.Version;
import io.github.lambdalayer.python.wheel.CoreMetadata;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is newer than the packages of one target: what would be chosen anew, what would fit, and what there is. */
public final class Outdated implements Answer {

    private static final List<String> HEADINGS = List.of("package", "current", "upgrade", "fits", "newest");

    private final Choice choice;
    private final List<OutdatedRow> rows;

    private Outdated(Choice choice, List<OutdatedRow> rows) {
        this.choice = choice;
        this.rows = List.copyOf(rows);
    }

    /** Looks up every package of a choice. */
    public static Outdated of(Places places, Choice choice) {
        Map<PackageName, Version> upgrades = upgrades(places, choice);
        List<OutdatedRow> rows = new ArrayList<>();
        for (ChosenWheel wheel : choice.wheels()) {
            row(places, choice, wheel, upgrades.getOrDefault(wheel.name(), wheel.version()))
                    .ifPresent(rows::add);
        }
        return new Outdated(choice, rows);
    }

    private static Map<PackageName, Version> upgrades(Places places, Choice choice) {
        try {
            return new Resolver(places.allowed())
                    .resolve(choice.request().withPreferred(Map.of())).packages().stream()
                            .collect(Collectors.toMap(ResolvedPackage::name, ResolvedPackage::version));
        } catch (LayerException e) {
            return Map.of(); // What is locked can no longer be resolved, and stays as it is.
        }
    }

    private static Optional<OutdatedRow> row(Places places, Choice choice, ChosenWheel wheel, Version upgrade) {
        ResolveRequest anything = ResolveRequest.of(List.of(), choice.request().target());
        Releases releases = new Releases(wheel.name(), places, anything);
        Version current = wheel.version();
        Optional<JudgedRelease> fitting = releases.judged().stream()
                .filter(release -> release.wheel().isPresent())
                .filter(release -> counts(release.version(), current))
                .findFirst();
        Version fits = fitting.map(JudgedRelease::version).orElse(current);
        Version newest = Stream.concat(
                        releases.all().stream(), releases.judged().stream().map(JudgedRelease::version))
                .filter(version -> counts(version, current))
                .max(Version::compareTo)
                .orElse(current);
        if (newest.compareTo(current) <= 0) {
            return Optional.empty();
        }
        String because = newest.equals(fits)
                ? ""
                : releases.find(newest).map(JudgedRelease::because).orElseGet(() -> releases.whyUnknown(newest));
        List<String> clashes = fits.equals(upgrade)
                ? List.of()
                : fitting.flatMap(JudgedRelease::wheel)
                        .map(file -> clashes(choice, places.allowed().metadata(file)))
                        .orElse(List.of());
        return Optional.of(new OutdatedRow(
                wheel.name(), current, upgrade, fits, newest, heldBy(choice, wheel.name(), fits), clashes, because));
    }

    /** What a release requires of packages that are there in another version. */
    private static List<String> clashes(Choice choice, CoreMetadata metadata) {
        List<String> clashes = new ArrayList<>();
        for (Requirement requirement : metadata.requiresDist()) {
            if (requirement.marker().holds(choice.request().target().markers(), Set.of())) {
                choice.wheels().stream()
                        .filter(chosen -> chosen.name().equals(requirement.name()))
                        .filter(chosen -> !requirement.specifiers().accepts(chosen.version()))
                        .forEach(chosen -> clashes.add(requirement + ", and " + chosen + " is chosen"));
            }
        }
        return clashes;
    }

    private static List<Need> heldBy(Choice choice, PackageName name, Version fits) {
        Stream<Need> constraints = choice.request().constraints().stream()
                .filter(limit -> limit.name().equals(name)
                        && limit.marker().holds(choice.request().target().markers(), Set.of()))
                .map(limit -> new Need("a constraint", limit, Need.Status.COUNTS));
        return Stream.concat(Needs.of(choice).on(name).stream(), constraints)
                .filter(Need::counts)
                .filter(need -> need.requirement().url().isPresent()
                        || !need.requirement().specifiers().accepts(fits))
                .toList();
    }

    /** Pre-releases count for who has one. */
    private static boolean counts(Version version, Version current) {
        return !version.isPreRelease() || current.isPreRelease();
    }

    @Override
    public List<String> lines() {
        String head = choice.target() + ": ";
        if (rows.isEmpty()) {
            return List.of(head + "nothing is newer than what is there.");
        }
        List<String> lines = new ArrayList<>();
        lines.add(head + rows.size() + " of " + Counted.of(choice.wheels().size(), "package")
                + (rows.size() == 1 ? " has a newer release." : " have newer releases."));
        List<List<String>> table = Stream.concat(
                        Stream.of(HEADINGS), rows.stream().map(OutdatedRow::cells))
                .toList();
        table.forEach(cells -> lines.add("  " + padded(cells, table)));
        rows.forEach(row -> row.notes().forEach(note -> lines.add("  " + note)));
        return lines;
    }

    private static String padded(List<String> cells, List<List<String>> table) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            int column = i;
            int width = table.stream()
                    .mapToInt(row -> row.get(column).length())
                    .max()
                    .orElse(0);
            line.append(cells.get(i)).append(" ".repeat(width - cells.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStringField("target", choice.target());
        json.writeNumberField("packages", choice.wheels().size());
        json.writeArrayFieldStart("outdated");
        for (OutdatedRow row : rows) {
            row.write(json);
        }
        json.writeEndArray();
    }
}
