package io.github.lambdalayer;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The architecture as rules that run: which package may use which, and who alone may see a library. */
class ArchitectureTest {

    private static final String ROOT = "io.github.lambdalayer.";

    private static final Path MAIN = Path.of("src/main/java");

    /** {@code import io.github.lambdalayer.lambda.LambdaLimits;} → lambda. */
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?" + Pattern.quote(ROOT) + "([a-z.]+)\\.[A-Z]");

    /** Package → the packages it may use; {@code problem} is open to all. */
    private static final Map<String, Set<String>> MAY_USE = table("""
            problem:
            files:
            proxy:
            zip:
            elf:
            solver:
            toml: files
            python.name:
            python.version:
            python.target: python.version
            python.requirement: files python.name python.version python.target
            python.wheel: files python.name python.version python.target python.requirement zip
            python.index: files proxy python.name python.version python.requirement python.wheel
            python.index.http: proxy python.index
            python.index.cache: files python.name python.wheel python.index
            python.index.wheels: files python.name python.version python.wheel python.index python.index.http
                python.index.cache zip
            python.index.page: files python.name python.version python.target python.wheel python.index
                python.index.http python.index.cache
            python.index.chain: files python.name python.wheel python.index python.index.http python.index.cache
                python.index.page python.index.wheels
            python.resolve: python.name python.version python.target python.requirement python.wheel
                python.index solver
            python.lock: files python.name python.version python.target python.requirement python.wheel
                python.index toml
            python.project: python.name python.version python.requirement toml
            explain: python.name python.version python.target python.requirement python.wheel python.index
                python.resolve
            lambda: python.target
            interpreter:
            layer: files python.name python.version python.target python.wheel zip elf
            audit: files python.name python.version python.target python.requirement python.wheel lambda layer
                zip elf
            aws: files proxy lambda zip
            report: lambda
            build: files zip toml python.name python.version python.target python.requirement python.wheel
                python.index python.index.http python.index.cache python.index.wheels python.index.chain
                python.resolve python.lock python.project explain interpreter lambda layer audit aws report
            maven: build explain files proxy python.name python.version python.target python.requirement
                python.wheel python.index python.resolve lambda layer audit aws
            """);

    /** A library's package → the only packages of ours that may see it. */
    private static final Map<String, Set<String>> ONLY = Map.of(
            "org.apache.maven", Set.of("maven"),
            "okhttp3", Set.of("python.index.http"),
            "software.amazon.awssdk", Set.of("aws"),
            "org.jsoup", Set.of("python.index.page"),
            "org.tomlj", Set.of("toml"),
            "org.codehaus.plexus.archiver", Set.of("layer"));

    private static JavaClasses classes;

    /** Reads {@code package: those that it may use}; a line that begins with a blank goes on with the one before it. */
    private static Map<String, Set<String>> table(String text) {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        for (String row : text.replaceAll("\n +", " ").lines().toList()) {
            String[] words = row.split(":? +|:");
            table.put(words[0], Set.copyOf(List.of(words).subList(1, words.length)));
        }
        return table;
    }

    @BeforeAll
    static void readClasses() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT.substring(0, ROOT.length() - 1));
    }

    @Test
    void everyPackageIsInTheTable() {
        Set<String> packages = classes.stream()
                .map(ArchitectureTest::packageOf)
                .filter(p -> !p.equals("lambda_layer_maven_plugin")) // the generated help goal
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(MAY_USE.keySet()).containsExactlyInAnyOrderElementsOf(packages);
    }

    @Test
    void packagesUseOnlyWhatTheTableAllows() throws IOException {
        Map<Use, String> breaches = uses();
        MAY_USE.forEach((from, allowed) -> allowed.forEach(to -> breaches.remove(new Use(from, to))));
        assertThat(breaches).isEmpty();
    }

    /** A use that has ended is taken out of the table, else it could come back unseen. */
    @Test
    void packagesUseAllThatTheTableAllows() throws IOException {
        Set<Use> uses = uses().keySet();
        MAY_USE.forEach((from, allowed) -> assertThat(allowed)
                .as("what %s uses", from)
                .allMatch(to -> uses.contains(new Use(from, to)), "is used"));
    }

    @Test
    void pageHasEachPackageAboveAllThatItUses() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/architecture.md"));
        List<String> lines = page.split("```", -1)[1].strip().lines().toList();
        Map<String, Integer> line = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            for (String name : lines.get(i).strip().split(" +", -1)) {
                line.put(name, i);
            }
        }
        assertThat(line.keySet()).isEqualTo(MAY_USE.keySet());
        MAY_USE.forEach((from, allowed) ->
                assertThat(allowed).as("below %s", from).allMatch(to -> line.get(to) > line.get(from)));
    }

    @Test
    void aLibraryIsSeenByItsOwnPackagesOnly() {
        Set<String> breaches = new TreeSet<>();
        dependencies()
                .forEach(d -> ONLY.forEach((library, packages) -> {
                    String from = packageOf(d.getOriginClass());
                    if (d.getTargetClass().getPackageName().startsWith(library)
                            && !packages.contains(from)
                            && !from.equals("lambda_layer_maven_plugin")) {
                        breaches.add(d.getDescription());
                    }
                }));
        assertThat(breaches).isEmpty();
    }

    @Test
    void thereAreNoCycles() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            Set<Path> without = files.filter(f -> f.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(without).isEmpty();
        }
    }

    @Test
    void wheelsAreNeverReadByTheJdksZipReaders() {
        // A zip of 211 bytes makes java.util.zip.ZipFile throw OutOfMemoryError; see package zip.
        Set<String> readers = Set.of("java.util.zip.ZipFile", "java.util.zip.ZipInputStream", "java.util.jar.JarFile");
        assertThat(dependencies()
                        .filter(d -> readers.contains(d.getTargetClass().getName()))
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    /** One package uses another. */
    private record Use(String from, String to) {

        boolean isOfTheTable() {
            return MAY_USE.containsKey(to) && !from.equals(to) && !to.equals("problem");
        }
    }

    /** Each use with a place where it is; a constant is seen in the imports alone, a result's type in the classes alone. */
    private static Map<Use, String> uses() throws IOException {
        Map<Use, String> uses = new HashMap<>();
        dependencies()
                .forEach(d -> uses.put(
                        new Use(packageOf(d.getOriginClass()), packageOf(d.getTargetClass())), d.getDescription()));
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                imports(file).forEach(use -> uses.put(use, file + " imports it"));
            }
        }
        uses.keySet().removeIf(use -> !use.isOfTheTable());
        return uses;
    }

    private static Stream<Use> imports(Path file) throws IOException {
        String from = MAIN.resolve(ROOT.replace('.', '/'))
                .relativize(file.getParent())
                .toString()
                .replace(File.separatorChar, '.');
        return IMPORT.matcher(Files.readString(file)).results().map(m -> new Use(from, m.group(1)));
    }

    private static Stream<Dependency> dependencies() {
        return classes.stream().flatMap(c -> c.getDirectDependenciesFromSelf().stream());
    }

    private static String packageOf(JavaClass c) {
        String name = c.getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()) : name;
    }
}
