package io.github.lambdalayer.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lambdalayer.lambda.Architecture;
import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexFile;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.index.chain.Indexes;
import io.github.lambdalayer.python.index.http.Connections;
import io.github.lambdalayer.python.name.ExtraName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.wheel.WheelFilename;
import io.github.lambdalayer.testing.PythonTools;
import io.github.lambdalayer.testing.RealIndex;
import io.github.lambdalayer.testing.RecordingBuildLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locks that uv, Poetry and pip write today, and what those would install from them for the same target. */
@Tag("live")
class OtherToolsTest {

    private static final List<LambdaTarget> TARGETS = List.of(
            TestSpecs.target("python3.11", Architecture.X86_64), TestSpecs.target("python3.13", Architecture.ARM64));

    private static final String EXTRAS = """
            [project]
            name = "extras"
            version = "1"
            requires-python = ">=3.11"
            dependencies = ["httpx[http2]>=0.27", "pydantic>=2,<3", "tzdata; sys_platform == 'win32'"]
            [project.optional-dependencies]
            more = ["requests[socks]"]
            [dependency-groups]
            dev = ["pytest", { include-group = "docs" }]
            docs = ["jinja2"]
            [tool.poetry]
            package-mode = false
            [[tool.poetry.source]]
            name = "simple"
            url = "https://pypi.org/simple/"
            """;

    private static final String FORKS = """
            [project]
            name = "forks"
            version = "1"
            requires-python = ">=3.11"
            dependencies = [
                "numpy<2.2; python_version < '3.13'",
                "numpy>=2.2; python_version >= '3.13'",
                "cryptography",
                "uvloop; platform_machine == 'x86_64' and sys_platform != 'win32'",
                "markupsafe; platform_machine == 'aarch64'",
                "exceptiongroup; python_version < '3.13'",
            ]
            """;

    private static final String CONFLICTS = """
            [project]
            name = "conflicts"
            version = "1"
            requires-python = ">=3.11"
            dependencies = ["requests"]
            [project.optional-dependencies]
            old = ["urllib3<2", "boto3"]
            new = ["urllib3>=2", "boto3"]
            [dependency-groups]
            left = ["idna==3.6"]
            right = ["idna==3.7"]
            [tool.uv]
            conflicts = [[{ extra = "old" }, { extra = "new" }], [{ group = "left" }, { group = "right" }]]
            """;

    private static final String DIRECT = """
            [project]
            name = "direct"
            version = "1"
            requires-python = ">=3.11,<4"
            dependencies = ["python-dateutil", %s]
            %s
            [tool.poetry]
            package-mode = false
            [[tool.poetry.source]]
            name = "simple"
            url = "https://pypi.org/simple/"
            """;

    private static PythonTools tools;

    @TempDir
    private Path basedir;

    @BeforeAll
    static void needsToolsAndTheIndex() {
        assumeTrue(PythonTools.find().isPresent(), "there is no folder of Python's tools: see .ci/run");
        assumeTrue(RealIndex.isReachable(), "the real index cannot be reached");
        tools = PythonTools.find().orElseThrow();
    }

    @Test
    void extrasAndGroupsOfUv() throws Exception {
        project(EXTRAS);
        assertAllFormatsAgree(List.of(), List.of());
        assertAllFormatsAgree(List.of("more"), List.of("docs"));
    }

    @Test
    void forksOfUv() throws Exception {
        project(FORKS);
        assertAllFormatsAgree(List.of(), List.of());
    }

    @Test
    void extrasThatExcludeEachOtherOfUv() throws Exception {
        project(CONFLICTS);
        for (List<String> extras : List.of(List.<String>of(), List.of("old"), List.of("new"))) {
            for (List<String> groups : List.of(List.<String>of(), List.of("left"), List.of("right"))) {
                assertAllFormatsAgree(extras, groups);
            }
        }
        assertThatThrownBy(() -> assertAllFormatsAgree(List.of("old", "new"), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("incompatible with the declared conflicts");
        assertThatThrownBy(() ->
                        select(wanted(List.of(), List.of("uv.lock"), List.of("old", "new"), List.of()), TARGETS.get(0)))
                .hasMessageContaining("extra new of conflicts and extra old of conflicts exclude each other");
    }

    @Test
    void poetryChoosesTheSamePackages() throws Exception {
        assumeTrue(tools.has("poetry"), "there is no poetry");
        project(EXTRAS);
        tools.run(basedir, "uv", "lock", "-q");
        tools.run(basedir, "poetry", "lock", "-q", "-n");
        for (LambdaTarget target : TARGETS) {
            Wanted poetry = wanted(List.of(), List.of("poetry.lock"), List.of("more"), List.of("docs"));
            Wanted uv = wanted(List.of(), List.of("uv.lock"), List.of("more"), List.of("docs"));
            assertThat(names(select(poetry, target))).isEqualTo(names(select(uv, target)));
        }
    }

    @Test
    void wheelsByPathAndByAddress() throws Exception {
        assumeTrue(tools.has("poetry") && tools.has("pip"), "there is no poetry, or no pip");
        tools.run(basedir, "pip", "download", "-q", "--no-deps", "-d", "libs", "six==1.16.0");
        String path =
                basedir.resolve("libs/six-1.16.0-py2.py3-none-any.whl").toUri().toString();
        String address = address("iniconfig-2.0.0-py3-none-any.whl");
        // uv keeps a path as it stands, and one from the root of the file system would do on this machine only.
        project(DIRECT.formatted("\"six\", \"iniconfig\"", """
                [tool.uv.sources]
                six = { path = "libs/six-1.16.0-py2.py3-none-any.whl" }
                iniconfig = { url = "%s" }
                """.formatted(address.replaceFirst("#.*", ""))));
        assertAllFormatsAgree(List.of(), List.of());
        project(DIRECT.formatted("\"six @ " + path + "\", \"iniconfig @ " + address + "\"", ""));
        tools.run(basedir, "poetry", "lock", "-q", "-n");
        tools.run(
                basedir,
                "pip",
                "lock",
                "-q",
                "-o",
                "pylock.pip.toml",
                "python-dateutil",
                "six @ " + path,
                "iniconfig @ " + address);
        for (LambdaTarget target : TARGETS) {
            List<String> uv = wheels(select(wanted(List.of(), List.of("uv.lock"), List.of(), List.of()), target));
            assertThat(uv).contains("six-1.16.0-py2.py3-none-any.whl", "iniconfig-2.0.0-py3-none-any.whl");
            for (String file : List.of("poetry.lock", "pylock.pip.toml", "pyproject.toml")) {
                assertThat(wheels(select(wanted(List.of(), List.of(file), List.of(), List.of()), target)))
                        .as(file + " for " + target)
                        .isEqualTo(uv);
            }
        }
    }

    private static String address(String wheel) {
        IndexFile file = Indexes.open(
                        IndexSettings.of(RealIndex.CACHE)
                                .withIndexes(List.of(IndexLocation.of("pypi", RealIndex.URL.toString()))),
                        IndexCredentials.NONE,
                        Transfers.SILENT,
                        new Connections())
                .index()
                .page(WheelFilename.parse(wheel).name())
                .orElseThrow()
                .wheels()
                .stream()
                .filter(each -> each.toString().equals(wheel))
                .findFirst()
                .orElseThrow();
        return file.url() + "#sha256=" + file.sha256();
    }

    @Test
    void lockOfPipIsRead() throws Exception {
        assumeTrue(tools.has("pip"), "there is no pip");
        tools.run(basedir, "pip", "lock", "-q", "-o", "pylock.pip.toml", "requests[socks]", "rich");
        List<String> ours =
                wheels(select(wanted(List.of(), List.of("pylock.pip.toml"), List.of(), List.of()), TARGETS.get(0)));
        assertThat(ours)
                .anyMatch(wheel -> wheel.startsWith("pysocks-"))
                .hasSameSizeAs(
                        lines("pylock.pip.toml").filter("[[packages]]"::equals).toList());
    }

    @Test
    void ourLockOfSeveralTargetsLeadsTheOthersToTheSameFiles() throws Exception {
        List<LambdaTarget> all = Stream.of("python3.11", "python3.12", "python3.13", "python3.14")
                .flatMap(runtime ->
                        Stream.of(Architecture.values()).map(architecture -> TestSpecs.target(runtime, architecture)))
                .toList();
        Wanted wanted = wanted(
                List.of(
                        "markupsafe<3; python_version<'3.13'",
                        "markupsafe; python_version>='3.13'",
                        "exceptiongroup; python_version<'3.12'",
                        "uvloop; platform_machine=='x86_64'",
                        "msgpack; platform_machine=='aarch64' and python_full_version>='3.12'",
                        "cryptography",
                        "pyyaml",
                        "httpx"),
                List.of(),
                List.of(),
                List.of());
        LayerSpec spec = spec(wanted, all, "pylock.toml");
        new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, new RecordingBuildLog(), "0.1.0"))
                .lock(spec, Upgrade.NOTHING);
        for (LambdaTarget target : all) {
            List<IndexFile> ours = select(spec(wanted, all, "pylock.toml"))
                    .get(all.indexOf(target))
                    .files();
            assertThat(installedByUv("pylock.toml", target))
                    .as(target.toString())
                    .isEqualTo(versions(ours));
            assertThat(chosenByPip("pylock.toml", target)).as(target.toString()).isEqualTo(wheels(ours));
            assertThat(tagsInstalledByUv("pylock.toml", target))
                    .as(target.toString())
                    .isEqualTo(tags(ours));
        }
    }

    /** uv.lock, pylock.toml and requirements.txt lead to the same wheels, of the versions that uv would install. */
    private void assertAllFormatsAgree(List<String> extras, List<String> groups) throws Exception {
        tools.run(basedir, "uv", "lock", "-q");
        export("pylock.uv.toml", extras, groups, "--format", "pylock.toml");
        export("requirements.txt", extras, groups);
        for (LambdaTarget target : TARGETS) {
            List<IndexFile> lock = select(wanted(List.of(), List.of("uv.lock"), extras, groups), target);
            for (String file : List.of("pylock.uv.toml", "requirements.txt")) {
                assertThat(wheels(select(wanted(List.of(), List.of(file), List.of(), List.of()), target)))
                        .as(file + " for " + target)
                        .isEqualTo(wheels(lock));
            }
            assertThat(versions(lock)).isEqualTo(installedByUv("requirements.txt", target));
        }
    }

    private void export(String file, List<String> extras, List<String> groups, String... options) throws Exception {
        List<String> line = Stream.of("uv", "export", "-q", "--no-default-groups", "--no-emit-project", "-o", file)
                .collect(Collectors.toList());
        extras.forEach(extra -> line.addAll(List.of("--extra", extra)));
        groups.forEach(group -> line.addAll(List.of("--group", group)));
        line.addAll(List.of(options));
        tools.run(basedir, line.toArray(String[]::new));
    }

    private Set<String> installedByUv(String file, LambdaTarget target) throws Exception {
        return runUv(file, target, "nowhere", "--dry-run")
                .lines()
                .filter(line -> line.startsWith(" + "))
                .map(line -> line.substring(3).strip().replaceFirst(" \\(from .*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String runUv(String file, LambdaTarget target, String folder, String... more) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                "uv",
                "pip",
                "install",
                "--no-deps",
                "--only-binary",
                ":all:",
                "--preview",
                "--target",
                folder,
                "--python-version",
                "3." + target.runtime().pythonMinor(),
                "--python-platform",
                target.architecture().machine() + "-manylinux_2_" + Math.max(28, target.glibcMinor()),
                "-r",
                file));
        line.addAll(List.of(more));
        return tools.run(basedir, line.toArray(String[]::new));
    }

    /** uv does not say which files it takes; what it has unpacked of each names the platforms that it is for. */
    private Set<String> tagsInstalledByUv(String file, LambdaTarget target) throws Exception {
        Path folder = basedir.resolve("for " + target);
        runUv(file, target, folder.toString());
        Set<String> tags = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path wheel : files.filter(each -> each.endsWith("WHEEL")).toList()) {
                String distribution =
                        folder.relativize(wheel).getName(0).toString().toLowerCase(Locale.ROOT);
                Files.readAllLines(wheel).stream()
                        .filter(line -> line.startsWith("Tag: "))
                        .map(line -> distribution.replaceFirst("-.*", "") + " " + line.substring("Tag: ".length()))
                        .forEach(tags::add);
            }
        }
        return tags;
    }

    private static Set<String> tags(List<IndexFile> files) {
        return files.stream()
                .map(IndexFile::filename)
                .flatMap(filename -> filename.tags().stream()
                        .map(tag -> filename.text().toLowerCase(Locale.ROOT).replaceFirst("-.*", "") + " " + tag))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** pip itself installs for its own interpreter alone; the code by which it selects takes any. */
    private List<String> chosenByPip(String file, LambdaTarget target) throws Exception {
        Path script = basedir.resolve("select_from_pylock.py");
        try (InputStream in = getClass().getResourceAsStream("/live/select_from_pylock.py")) {
            Files.write(script, Objects.requireNonNull(in).readAllBytes());
        }
        return tools.run(
                        basedir,
                        "python",
                        script.toString(),
                        file,
                        target.pythonFullVersion(),
                        target.architecture().machine(),
                        String.valueOf(target.glibcMinor()))
                .lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private List<IndexFile> select(Wanted wanted, LambdaTarget target) {
        return select(spec(wanted, List.of(target), "pylock.none.toml")).get(0).files();
    }

    private static List<Selection> select(LayerSpec spec) {
        Indexes indexes = Indexes.open(spec.indexes(), IndexCredentials.NONE, Transfers.SILENT, new Connections());
        return new Locking(indexes, new RecordingBuildLog()).select(spec, Requirements.of(spec));
    }

    private LayerSpec spec(Wanted wanted, List<LambdaTarget> targets, String lock) {
        return TestSpecs.in(basedir)
                .wanting(wanted)
                .on(targets.toArray(LambdaTarget[]::new))
                .lockedBy(basedir.resolve(lock))
                .from(IndexSettings.of(RealIndex.CACHE)
                        .withIndexes(List.of(IndexLocation.of("pypi", RealIndex.URL.toString()))))
                .spec();
    }

    private Wanted wanted(List<String> requirements, List<String> files, List<String> extras, List<String> groups) {
        return WantedBuilder.wanted()
                .requirements(requirements.stream().map(Requirement::parse).toList())
                .files(files.stream().map(basedir::resolve).toArray(Path[]::new))
                .groups(groups.stream().map(ExtraName::of).toList())
                .extras(extras.stream().map(ExtraName::of).toList())
                .build();
    }

    private void project(String pyproject) throws IOException {
        Files.writeString(basedir.resolve("pyproject.toml"), pyproject);
    }

    private Stream<String> lines(String file) throws IOException {
        return Files.readAllLines(basedir.resolve(file)).stream();
    }

    private static List<String> wheels(List<IndexFile> files) {
        return files.stream()
                .map(file -> file.toString().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private static Set<String> names(List<IndexFile> files) {
        return files.stream()
                .map(file -> file.filename().name().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> versions(List<IndexFile> files) {
        return files.stream()
                .map(file -> file.filename().name() + "==" + file.filename().version())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
