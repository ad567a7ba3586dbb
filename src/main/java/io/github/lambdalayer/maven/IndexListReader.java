package io.github.lambdalayer.maven;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import io.github.lambdalayer.problem.Problems;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.FileIndexes;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.maven.settings.Mirror;

/** Reads which indexes there are, in their order, and which packages are looked up in one of them alone. */
final class IndexListReader {

    private static final String DEFAULT_URL = "https://pypi.org/simple/";
    private static final String DEFAULT_ID = "pypi";

    private final Parameters parameters;
    private final Problems problems;
    private final MavenSettings settings;

    IndexListReader(Parameters parameters, Problems problems, MavenSettings settings) {
        this.parameters = parameters;
        this.problems = problems;
        this.settings = settings;
    }

    /** Those of the pom, then what files add; what they ask for instead of the default takes its place at the end. */
    List<IndexLocation> read(FileIndexes named) {
        List<IndexLocation> indexes = new ArrayList<>();
        List<ParameterTree> parts = parameters.parts("indexes");
        for (int i = 0; i < parts.size(); i++) {
            ParameterTree part = parts.get(i);
            int number = i + 1;
            add(indexes, () -> index(part, number));
        }
        named.extraUrls().forEach(url -> addNamed(indexes, url));
        String url = parameters.text("indexUrl").map(Given::text).orElse(DEFAULT_URL);
        if (!named.url().isEmpty()) {
            addNamed(indexes, named.url());
        } else if (!url.isEmpty()) {
            add(indexes, () -> last(url));
        }
        return indexes;
    }

    /** An index that only a file names goes by its host, which settings.xml may know as a server. */
    private void addNamed(List<IndexLocation> indexes, String url) {
        if (indexes.stream().anyMatch(known -> known.isAt(url))) {
            return;
        }
        String host = Objects.requireNonNull(URI.create(url).getHost());
        long others = indexes.stream()
                .filter(known -> known.id().equals(host) || known.id().startsWith(host + "-"))
                .count();
        add(indexes, () -> located(others == 0 ? host : host + "-" + (others + 1), url));
    }

    /** {@code <index>…<packages>acme-core,acme-web</packages></index>}: looked up there and nowhere else. */
    Map<PackageName, String> pinned() {
        Map<PackageName, String> pinned = new HashMap<>();
        for (ParameterTree index : parameters.parts("indexes")) {
            String id = index.child("id").map(ParameterTree::text).orElse("");
            ParameterTree names = index.child("packages").orElse(ParameterTree.text("packages", ""));
            Parameters.elements(names, Separator.COMMA).forEach(given -> {
                PackageName name = problems.collect(() -> given.as(PackageName::of));
                String other = name == null ? null : pinned.put(name, id);
                if (other != null && !other.equals(id)) {
                    problems.add(pinnedTwice(given.text(), other, id));
                }
            });
        }
        return pinned;
    }

    private static LayerException pinnedTwice(String name, String one, String other) {
        return new LayerException(
                PomProblem.BAD_PARAMETER,
                "The indexes \"" + Printable.name(one) + "\" and \"" + Printable.name(other) + "\" both have \""
                        + Printable.name(name) + "\" in their <packages>.",
                "leave it in those of the index that it is to be looked up in");
    }

    private void add(List<IndexLocation> indexes, Supplier<IndexLocation> source) {
        IndexLocation index = problems.collect(source);
        if (index == null || indexes.contains(index)) {
            return;
        }
        if (indexes.stream().anyMatch(other -> other.id().equals(index.id()))) {
            problems.add(sameId(index.id()));
        }
        indexes.add(index);
    }

    private static LayerException sameId(String id) {
        return new LayerException(
                PomProblem.BAD_PARAMETER,
                "Two indexes have the id \"" + Printable.name(id) + "\", by which credentials and locks know them.",
                id.equals(DEFAULT_ID)
                        ? "give the <index> another <id>, or leave out the default with <indexUrl/>"
                        : "give each <index>, and <indexServerId>, an id of its own");
    }

    private IndexLocation index(ParameterTree tree, int number) {
        String place = "<index> " + number;
        String id = part(tree, "id", place);
        IndexLocation index = located(id, part(tree, "url", place));
        boolean explicit = tree.child("explicit")
                .map(child -> Words.flag(new Given(child.text(), place + " <explicit>")))
                .orElse(false);
        return explicit ? index.asExplicit() : index;
    }

    private IndexLocation last(String url) {
        String id = parameters.nonEmpty("indexServerId").map(Given::text).orElse(DEFAULT_ID);
        if (!id.equals(DEFAULT_ID)
                && !settings.knows(id)
                && settings.mirrorOf(id).isEmpty()) {
            throw new LayerException(
                    PomProblem.BAD_SERVER,
                    "<indexServerId> is \"" + id + "\", but settings.xml has no such <server>.",
                    "add <server><id>" + id + "</id>…</server> to settings.xml",
                    "or leave <indexServerId> out when the index asks for no password");
        }
        return located(id, url);
    }

    private IndexLocation located(String id, String url) {
        Optional<Mirror> mirror = settings.mirrorOf(id);
        IndexLocation declared = IndexLocation.of(id, url);
        return mirror.map(m -> declared.mirroredBy(m.getUrl(), m.getId())).orElse(declared);
    }

    private static String part(ParameterTree tree, String name, String place) {
        return tree.child(name)
                .map(ParameterTree::text)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new LayerException(
                        PomProblem.MISSING_PARAMETER,
                        place + " has no <" + name + ">.",
                        "<index><id>acme</id><url>https://repo.acme.example/simple/</url></index>"));
    }
}
