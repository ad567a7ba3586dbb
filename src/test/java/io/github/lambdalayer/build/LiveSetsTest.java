package io.github.lambdalayer.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lambdalayer.audit.Audit;
import io.github.lambdalayer.build.Contents.Layout;
import io.github.lambdalayer.build.Contents.Modules;
import io.github.lambdalayer.build.LayerResult.ToldFinding;
import io.github.lambdalayer.lambda.Architecture;
import io.github.lambdalayer.layer.LayerArchive;
import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.live.RequirementSet;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.testing.RealIndex;
import io.github.lambdalayer.testing.RecordingBuildLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The layers of the requirement sets that are compared with uv, built, audited and imported: an error about a set that the
 * runtime's Python imports is a false one. The table of results is {@code target/live/audits.md}.
 *
 * <p>A run takes some of the sets, others each day of the month, and ends after three minutes; with {@code -Dlive.full} it
 * takes them all, which fetches some 20 GB.
 */
@Tag("live")
class LiveSetsTest {

    private static final List<String> RUNTIMES = List.of("python3.11", "python3.12");
    private static final int SLICES = 30;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Path TABLE = Path.of("target", "live", "audits.md");

    private static final Pattern MISSED = Pattern.compile(" needs? (lib[^ ]+(?:, lib[^ ]+)*), which neither the layer");
    private static final List<Path> SYSTEM = Stream.of(
                    "/lib64", "/usr/lib64", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu")
            .map(Path::of)
            .toList();

    /** What the service would refuse whatever it holds. */
    private static final Map<String, String> NO_SIZES = Map.of("unzipped-size", "off", "zipped-size", "off");

    @TempDir
    private Path basedir;

    private final boolean full = System.getProperty("live.full") != null;
    private final List<String> rows = new ArrayList<>();
    private final List<String> falseErrors = new ArrayList<>();

    @Test
    void setsThatPythonImportsHaveNoError() throws IOException {
        assumeTrue(RealIndex.isReachable(), "the real index cannot be reached");
        Files.createDirectories(basedir.resolve("wheels"));
        Instant end = Instant.now().plus(LIMIT);
        int day = LocalDate.now(ZoneOffset.UTC).getDayOfMonth();
        List<RequirementSet> sets = RequirementSet.all();
        for (int i = 0; i < sets.size(); i++) {
            for (String runtime : RUNTIMES) {
                if (full || (i % SLICES == day % SLICES && Instant.now().isBefore(end))) {
                    audit(sets.get(i), runtime);
                    write();
                }
            }
        }
        assertThat(falseErrors).as("errors about sets that Python imports").isEmpty();
    }

    private void audit(RequirementSet set, String runtime) throws IOException {
        try {
            List<ToldFinding> findings = assemble(set, runtime, NO_SIZES);
            row(set, runtime, "", findings, imported(set, runtime));
        } catch (LayerException e) {
            if (e.code() != BuildProblem.AUDIT_FAILED) {
                row(set, runtime, e.code() + ": no layer", List.of(), "");
                return;
            }
            Map<String, String> lenient = new HashMap<>(NO_SIZES);
            Audit.names().forEach(id -> lenient.putIfAbsent(id, "warn"));
            List<ToldFinding> findings = assemble(set, runtime, lenient);
            String imported = imported(set, runtime);
            if (imported.equals("imports") && !isOnThisMachine(e.sentence())) {
                falseErrors.add(set + " for " + runtime + ": " + e.sentence());
            }
            row(set, runtime, e.sentence(), findings, imported);
        }
    }

    /** Whether a library is missed that this machine has itself, so that Python finds it here. */
    private static boolean isOnThisMachine(String sentence) {
        return MISSED.matcher(sentence)
                .results()
                .flatMap(match -> Stream.of(match.group(1).split(", ")))
                .anyMatch(name -> SYSTEM.stream().anyMatch(folder -> Files.exists(folder.resolve(name))));
    }

    private List<ToldFinding> assemble(RequirementSet set, String runtime, Map<String, String> levels) {
        return build(new RecordingBuildLog())
                .assemble(spec(set, runtime, levels))
                .findings();
    }

    /** {@code imports}, or why not. */
    private String imported(RequirementSet set, String runtime) throws IOException {
        LayerSpec spec = spec(set, runtime, NO_SIZES);
        Path zip = spec.files().zip();
        try (LayerArchive archive = LayerArchive.open(zip)) {
            RecordingBuildLog log = new RecordingBuildLog();
            Trying trying = new Trying(new Pythons(List.of(), System.getenv()), new RuntimeClient(ports(log)), log);
            List<String> modules = modules(set, archive);
            trying.run(spec, zip, archive.plan(), new Trial(modules, Optional.empty(), false));
            boolean skipped = log.events().stream().anyMatch(event -> event.startsWith("skipped "));
            return skipped ? "no Python" : modules.isEmpty() ? "no module" : "imports";
        } catch (LayerException e) {
            return e.sentence();
        } finally {
            Files.deleteIfExists(zip);
        }
    }

    /** The modules at the top of what is asked for itself. */
    private static List<String> modules(RequirementSet set, LayerArchive archive) {
        Set<PackageName> roots = set.requirements().stream()
                .map(text -> Requirement.parse(text).name())
                .collect(Collectors.toSet());
        Set<String> origins = archive.packages().stream()
                .filter(each -> roots.contains(each.metadata().name()))
                .map(each -> each.metadata().name() + " " + each.metadata().version())
                .collect(Collectors.toSet());
        return archive.plan().entries().stream()
                .filter(entry -> origins.contains(entry.content().origin()))
                .map(LayerEntry::path)
                .filter(path -> path.startsWith("python/"))
                .map(path -> path.substring("python/".length()))
                .filter(path -> path.endsWith("/__init__.py") ? path.split("/", -1).length == 2 : path.endsWith(".py"))
                .map(path -> path.endsWith("/__init__.py") ? path.substring(0, path.indexOf('/')) : path)
                .filter(path -> path.indexOf('/') < 0)
                .map(path -> path.endsWith(".py") ? path.substring(0, path.length() - ".py".length()) : path)
                .filter(name -> !name.startsWith("_") && !name.startsWith("test") && name.indexOf('.') < 0)
                .distinct()
                .toList();
    }

    private LayerSpec spec(RequirementSet set, String runtime, Map<String, String> levels) {
        return TestSpecs.in(basedir)
                .requiring(set.requirements().toArray(String[]::new))
                .on(TestSpecs.target(runtime, Architecture.X86_64))
                .with(new Contents(
                        Layout.AUTO, List.of(), List.of(), List.of(), Modules.SOURCES, levels, Long.MAX_VALUE, true))
                .from(IndexSettings.of(RealIndex.CACHE)
                        .withIndexes(List.of(IndexLocation.of("pypi", RealIndex.URL.toString()))))
                .spec();
    }

    private static LayerBuild build(RecordingBuildLog log) {
        return new LayerBuild(ports(log));
    }

    private static Ports ports(RecordingBuildLog log) {
        return new Ports(
                IndexCredentials.NONE, Transfers.SILENT, log, "0.1.0", new Pythons(List.of(), System.getenv()));
    }

    private void row(RequirementSet set, String runtime, String error, List<ToldFinding> findings, String imported) {
        String warnings = findings.stream()
                .collect(Collectors.groupingBy(ToldFinding::check, TreeMap::new, Collectors.counting()))
                .toString();
        rows.add("| " + set + " | " + runtime + " | " + cell(error) + " | " + warnings + " | " + cell(imported) + " |");
        findings.forEach(finding -> rows.add("<!-- " + finding.check() + ": " + finding.message() + " -->"));
    }

    private static String cell(String text) {
        return text.replace('\n', ' ').replace('|', '/');
    }

    private void write() throws IOException {
        Files.createDirectories(TABLE.resolveSibling(""));
        Files.writeString(
                TABLE,
                "| requirements | for | error | findings | Python |\n|---|---|---|---|---|\n" + String.join("\n", rows)
                        + "\n",
                UTF_8);
    }
}
