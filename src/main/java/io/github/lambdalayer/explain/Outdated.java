package io.github.lambdalayer.explain;

import com.fasterxml.jackson.core.JsonGenerator;
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
    private final List<Row> rows;

    /**
     * A package of which there is a newer release.
     *
     * @param upgrade what would be chosen if nothing were locked
     * @param fits the newest that has a wheel for the target
     * @param newest the newest of all
     * @param heldBy who does not allow the newest that fits
     * @param clashes what that requires and does not get: {@code tornado>=6.5, and tornado 6.4.2 is chosen}
     * @param because why the newest does not fit, in a clause, or ""
     */
    private record Row(
            PackageName name,
            Version current,
            Version upgrade,
            Version fits,
            Version newest,
            List<Need> heldBy,
            List<String> clashes,
            String because) {

        List<String> notes() {
            List<String> notes = new ArrayList<>();
            heldBy.forEach(need -> notes.add(name + " " + fits + " would fit, but " + need.sentence()));
            clashes.forEach(clash -> notes.add(name + " " + fits + " would fit, but it requires " + clash));
            if (!because.isEmpty()) {
                notes.add(name + " " + newest + " does not fit: " + because);
            }
            return notes;
        }

        List<String> cells() {
            return List.of(name.value(), current.toString(), upgrade.toString(), fits.toString(), newest.toString());
        }
    }

    private Outdated(Choice choice, List<Row> rows) {
        this.choice = choice;
        this.rows = List.copyOf(rows);
    }

    /** Looks up every package of a choice. */
    public static Outdated of(Places places, Choice choice) {
        Map<PackageName, Version> upgrades = upgrades(places, choice);
        List<Row> rows = new ArrayList<>();
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

    private static Optional<Row> row(Places places, Choice choice, ChosenWheel wheel, Version upgrade) {
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
        return Optional.of(new Row(
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
        int count = choice.wheels().size();
        String head = choice.target() + ": ";
        if (rows.isEmpty()) {
            return List.of(head + "nothing is newer than what is there.");
        }
        List<String> lines = new ArrayList<>();
        lines.add(head + rows.size() + " of " + count + (count == 1 ? " package" : " packages")
                + (rows.size() == 1 ? " has a newer release." : " have newer releases."));
        List<List<String>> table = Stream.concat(
                        Stream.of(HEADINGS), rows.stream().map(Row::cells))
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
        for (Row row : rows) {
            json.writeStartObject();
            json.writeStringField("name", row.name().value());
            json.writeStringField("current", row.current().toString());
            json.writeStringField("upgrade", row.upgrade().toString());
            json.writeStringField("fits", row.fits().toString());
            json.writeStringField("newest", row.newest().toString());
            NeedJson.write(json, "heldBy", row.heldBy());
            json.writeArrayFieldStart("clashes");
            for (String clash : row.clashes()) {
                json.writeString(clash);
            }
            json.writeEndArray();
            json.writeStringField("because", row.because());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
