package io.github.lambdalayer;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The architecture as rules that run: which package may use which, and who alone may see a library. */
class ArchitectureTest {

    private static final String ROOT = "io.github.lambdalayer.";

    /** Package → the packages it may use; {@code problem} is open to all. */
    private static final Map<String, Set<String>> MAY_USE = mayUse();

    /** A library's package → the only packages of ours that may see it. */
    private static final Map<String, Set<String>> ONLY = Map.of(
            "org.apache.maven", Set.of("maven"),
            "okhttp3", Set.of("python.index.http"),
            "software.amazon.awssdk", Set.of("aws"),
            "org.jsoup", Set.of("python.index.page"),
            "org.tomlj", Set.of("toml"),
            "org.codehaus.plexus.archiver", Set.of("layer"));

    private static JavaClasses classes;

    private static Map<String, Set<String>> mayUse() {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        table.put("problem", Set.of());
        table.put("files", Set.of());
        table.put("proxy", Set.of());
        table.put("zip", Set.of());
        table.put("elf", Set.of());
        table.put("solver", Set.of());
        table.put("toml", Set.of("files"));
        table.put("python.name", Set.of());
        table.put("python.version", Set.of());
        table.put("python.target", Set.of("python.version"));
        table.put("python.requirement", Set.of("files", "python.name", "python.version", "python.target"));
        table.put(
                "python.wheel",
                Set.of("files", "python.name", "python.version", "python.target", "python.requirement", "zip"));
        table.put(
                "python.index",
                Set.of("files", "proxy", "python.name", "python.version", "python.requirement", "python.wheel"));
        table.put("python.index.http", Set.of("proxy", "python.index"));
        table.put("python.index.cache", Set.of("files", "python.name", "python.wheel", "python.index"));
        table.put(
                "python.index.wheels",
                Set.of(
                        "files",
                        "python.name",
                        "python.version",
                        "python.wheel",
                        "python.index",
                        "python.index.http",
                        "python.index.cache",
                        "zip"));
        table.put(
                "python.index.page",
                Set.of(
                        "files",
                        "python.name",
                        "python.version",
                        "python.target",
                        "python.wheel",
                        "python.index",
                        "python.index.http",
                        "python.index.cache"));
        table.put(
                "python.index.chain",
                Set.of(
                        "files",
                        "proxy",
                        "python.name",
                        "python.version",
                        "python.wheel",
                        "python.index",
                        "python.index.http",
                        "python.index.cache",
                        "python.index.page",
                        "python.index.wheels"));
        table.put(
                "python.resolve",
                Set.of(
                        "python.name",
                        "python.version",
                        "python.target",
                        "python.requirement",
                        "python.wheel",
                        "python.index",
                        "solver"));
        table.put(
                "python.lock",
                Set.of(
                        "files",
                        "python.name",
                        "python.version",
                        "python.target",
                        "python.requirement",
                        "python.wheel",
                        "python.index",
                        "python.resolve",
                        "toml"));
        table.put("python.project", Set.of("python.name", "python.version", "python.requirement", "toml"));
        table.put(
                "explain",
                Set.of(
                        "python.name",
                        "python.version",
                        "python.target",
                        "python.requirement",
                        "python.wheel",
                        "python.index",
                        "python.resolve"));
        table.put("lambda", Set.of("python.version", "python.target"));
        table.put("interpreter", Set.of("python.version", "python.target"));
        table.put(
                "layer",
                Set.of(
                        "files",
                        "python.name",
                        "python.version",
                        "python.target",
                        "python.wheel",
                        "lambda",
                        "zip",
                        "elf"));
        table.put(
                "audit",
                Set.of(
                        "files",
                        "python.name",
                        "python.version",
                        "python.target",
                        "python.requirement",
                        "python.wheel",
                        "lambda",
                        "layer",
                        "zip",
                        "elf"));
        table.put("aws", Set.of("files", "proxy", "lambda", "zip"));
        table.put("report", Set.of("python.name", "python.version", "lambda", "layer", "audit"));
        table.put(
                "build",
                Set.of(
                        "files",
                        "zip",
                        "toml",
                        "python.name",
                        "python.version",
                        "python.target",
                        "python.requirement",
                        "python.wheel",
                        "python.index",
                        "python.index.wheels",
                        "python.index.chain",
                        "python.resolve",
                        "python.lock",
                        "python.project",
                        "explain",
                        "interpreter",
                        "lambda",
                        "layer",
                        "audit",
                        "aws",
                        "report"));
        table.put(
                "maven",
                Set.of(
                        "build",
                        "explain",
                        "files",
                        "proxy",
                        "python.name",
                        "python.version",
                        "python.target",
                        "python.requirement",
                        "python.wheel",
                        "python.index",
                        "python.resolve",
                        "lambda",
                        "layer",
                        "audit",
                        "aws"));
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
    void packagesUseOnlyWhatTheTableAllows() {
        Set<String> breaches = new TreeSet<>();
        dependencies().forEach(d -> {
            String from = packageOf(d.getOriginClass());
            String to = packageOf(d.getTargetClass());
            if (MAY_USE.containsKey(to)
                    && !from.equals(to)
                    && !to.equals("problem")
                    && !MAY_USE.getOrDefault(from, Set.of()).contains(to)) {
                breaches.add(d.getDescription());
            }
        });
        assertThat(breaches).isEmpty();
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
        Path main = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(main)) {
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

    private static Stream<Dependency> dependencies() {
        return classes.stream().flatMap(c -> c.getDirectDependenciesFromSelf().stream());
    }

    private static String packageOf(JavaClass c) {
        String name = c.getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()) : name;
    }
}
