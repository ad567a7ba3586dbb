package io.github.lambdalayer.maven;

import static io.github.lambdalayer.maven.PomTrees.index;
import static io.github.lambdalayer.maven.PomTrees.indexes;
import static io.github.lambdalayer.maven.PomTrees.requirements;
import static io.github.lambdalayer.maven.PomTrees.runtimes;
import static io.github.lambdalayer.maven.PomTrees.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.requirement.IndexOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pom says of indexes, and of files that name some. */
class IndexReaderTest {

    @TempDir
    private Path basedir;

    private final Settings settings = new Settings();

    private SpecReading reading() {
        return new SpecReading(basedir, settings, Map.of());
    }

    @Test
    void uploadedPriorToIsADateOrADuration() {
        Map<String, String> instants = Map.of(
                "P7D", "2026-03-01T12:00:00Z",
                "PT36H", "2026-03-07T00:00:00Z",
                "2026-01-01", "2026-01-01T00:00:00Z",
                "2026-01-01T02:00:00+02:00", "2026-01-01T00:00:00Z");
        instants.forEach((given, instant) -> assertThat(reading()
                        .read(runtimes("python3.13"), requirements("six"), text("uploadedPriorTo", given))
                        .get(0)
                        .indexes()
                        .uploadedPriorTo())
                .contains(Instant.parse(instant)));
        reading().assertFails("""
                <uploadedPriorTo> is "yesterday"; it must be a date such as 2026-01-01T00:00:00Z, or a duration such as \
                P7D.
                see problems.html#bad-parameter""", runtimes("python3.13"), requirements("six"), text("uploadedPriorTo", "yesterday"));
    }

    @Test
    void durationThatNoCalendarHoldsIsAFault() {
        for (String given :
                List.of("P999999999Y", "PT9999999999999H", "P2147483647Y", "-P999999999Y", "P-999999999Y")) {
            reading()
                    .assertFails(
                            "<uploadedPriorTo> is \"" + given
                                    + "\"; it must be a date such as 2026-01-01T00:00:00Z, or a"
                                    + " duration such as P7D.\nsee problems.html#bad-parameter",
                            runtimes("python3.13"),
                            requirements("six"),
                            text("uploadedPriorTo", given));
        }
    }

    @Test
    void findLinksTakesFolders() {
        reading()
                .assertFails(
                        """
                <findLink> 1 is "https://***@host.example/wheels/", but findLinks takes folders.
                hint: write a folder as a path, and name an address as <index> in <indexes>
                see problems.html#bad-parameter""",
                        runtimes("python3.13"),
                        requirements("six"),
                        ParameterTree.list("findLinks", List.of("https://me:p@ss@host.example/wheels/", "wheels")));
    }

    @Test
    void packageIsPinnedToOneIndex() {
        reading()
                .assertFails(
                        """
                The indexes "one" and "two" both have "Acme.Core" in their <packages>.
                hint: leave it in those of the index that it is to be looked up in
                see problems.html#bad-parameter""",
                        runtimes("python3.13"),
                        requirements("six"),
                        indexes(
                                pinning("one", "https://one.example/", "acme-core", "acme_core"),
                                pinning("two", "https://two.example/", "acme-web", "Acme.Core")));
    }

    @Test
    void emptyIndexUrlMeansNone() {
        assertThat(reading()
                        .read(runtimes("python3.13"), requirements("six"), text("indexUrl", ""))
                        .get(0)
                        .indexes()
                        .indexes())
                .isEmpty();
    }

    @Test
    void requirementsFileMayNameIndexesWhereThePomSaysSo() throws Exception {
        Files.createDirectories(basedir.resolve("wheels"));
        Files.writeString(basedir.resolve("requirements.txt"), """
                --index-url https://repo.acme.example/simple
                --extra-index-url https://repo.acme.example/more
                --extra-index-url https://one.example
                --find-links wheels
                six
                """);
        IndexSettings used = reading()
                .read(
                        runtimes("python3.13"),
                        ParameterTree.list("requirementsFiles", List.of("requirements.txt")),
                        indexes(index("one", "https://one.example/")),
                        text("indexOptions", "use"))
                .get(0)
                .indexes();
        assertThat(used.indexes())
                .containsExactly(
                        IndexLocation.of("one", "https://one.example/"),
                        IndexLocation.of("repo.acme.example", "https://repo.acme.example/more/"),
                        IndexLocation.of("repo.acme.example-2", "https://repo.acme.example/simple/"));
        assertThat(used.findLinks()).containsExactly(basedir.toRealPath().resolve("wheels"));
        assertThat(used.fileOptions()).isEqualTo(IndexOptions.USE);
    }

    @Test
    void requirementsFileMayForbidIndexes() throws Exception {
        Files.writeString(basedir.resolve("requirements.txt"), "--no-index\nsix\n");
        ParameterTree files = ParameterTree.list("requirementsFiles", List.of("requirements.txt"));
        assertThat(reading()
                        .read(runtimes("python3.13"), files, text("indexOptions", "use"))
                        .get(0)
                        .indexes()
                        .indexes())
                .isEmpty();
        assertThat(reading()
                        .read(runtimes("python3.13"), files, text("indexOptions", "ignore"))
                        .get(0)
                        .indexes()
                        .indexes())
                .containsExactly(IndexLocation.of("pypi", "https://pypi.org/simple/"));
    }

    @Test
    void whatAFileSaysOfIndexesIsToldWithTheOtherFaults() throws Exception {
        Files.writeString(basedir.resolve("requirements.txt"), "-i https://user:canary@host.example/simple\n");
        reading()
                .assertFails(
                        """
                requirements.txt, line 1: --index-url holds credentials, and a requirements file is for all to read.
                hint: put them into settings.xml as <server><id>host.example</id>
                see problems.html#requirements-file-index""",
                        runtimes("python3.13"),
                        ParameterTree.list("requirementsFiles", List.of("requirements.txt")),
                        text("indexOptions", "use"));
        reading().assertFails("""
                <indexOptions> is "allow"; it must be refuse, ignore or use.
                see problems.html#bad-parameter""", runtimes("python3.13"), requirements("six"), text("indexOptions", "allow"));
    }

    @Test
    void mirrorCountsWhenItNamesTheIndex() {
        Mirror everything = mirror("all", "*", "https://all.example/");
        Mirror named = mirror("near", "central, pypi", "https://near.example/simple");
        settings.setMirrors(List.of(everything, named));
        assertThat(reading()
                        .read(runtimes("python3.13"), requirements("six"))
                        .get(0)
                        .indexes()
                        .indexes())
                .containsExactly(IndexLocation.of("pypi", "https://pypi.org/simple/")
                        .mirroredBy("https://near.example/simple", "near"));
    }

    @Test
    void lockKnowsAMirroredIndexByItsDeclaredAddress() {
        settings.setMirrors(List.of(mirror("near", "pypi", "https://near.example/simple")));
        IndexLocation pypi = reading()
                .read(runtimes("python3.13"), requirements("six"))
                .get(0)
                .indexes()
                .indexes()
                .get(0);
        assertThat(pypi.url()).hasToString("https://near.example/simple/");
        assertThat(pypi.declaredUrl()).hasToString("https://pypi.org/simple/");
    }

    @Test
    void anIndexIsNamedByItsPlaceInThePom() {
        ParameterTree acme = index("acme", "https://repo.acme.example/simple/");
        reading()
                .assertFails(
                        """
                <index> 3 has no <id>.
                hint: <index><id>acme</id><url>https://repo.acme.example/simple/</url></index>
                see problems.html#missing-parameter""",
                        runtimes("python3.13"),
                        requirements("six"),
                        indexes(acme, acme, index("", "https://other.example/simple/")));
    }

    @Test
    void indexesOfOneIdAreAFault() {
        reading()
                .assertFails(
                        """
                Two indexes have the id "pypi", by which credentials and locks know them.
                hint: give the <index> another <id>, or leave out the default with <indexUrl/>
                see problems.html#bad-parameter""",
                        runtimes("python3.13"),
                        requirements("six"),
                        indexes(index("pypi", "https://proxy.acme.example/simple/")));
        reading()
                .assertFails(
                        """
                Two indexes have the id "acme", by which credentials and locks know them.
                hint: give each <index>, and <indexServerId>, an id of its own
                see problems.html#bad-parameter""",
                        runtimes("python3.13"),
                        requirements("six"),
                        indexes(index("acme", "https://one.example/"), index("acme", "https://two.example/")));
    }

    @Test
    void indexThatIsNamedTwiceIsAskedOnce() {
        assertThat(reading()
                        .read(
                                runtimes("python3.13"),
                                requirements("six"),
                                indexes(index("pypi", "https://pypi.org/simple")))
                        .get(0)
                        .indexes()
                        .indexes())
                .hasSize(1);
    }

    @Test
    void indexesComeFirstInTheirOrder() {
        ParameterTree acme = new ParameterTree(
                "index",
                "",
                List.of(text("id", "acme"), text("url", "https://acme.example/"), text("explicit", "true")));
        assertThat(reading()
                        .read(
                                runtimes("python3.13"),
                                requirements("six"),
                                new ParameterTree("indexes", "", List.of(acme)))
                        .get(0)
                        .indexes()
                        .indexes())
                .containsExactly(
                        IndexLocation.of("acme", "https://acme.example/").asExplicit(),
                        IndexLocation.of("pypi", "https://pypi.org/simple/"));
        reading()
                .assertFails(
                        """
                <index> 1 has no <url>.
                hint: <index><id>acme</id><url>https://repo.acme.example/simple/</url></index>
                see problems.html#missing-parameter""",
                        runtimes("python3.13"),
                        requirements("six"),
                        new ParameterTree(
                                "indexes", "", List.of(new ParameterTree("index", "", List.of(text("id", "acme"))))));
    }

    @Test
    void serverThatIsNamedMustExist() {
        ParameterTree[] given = {runtimes("python3.13"), requirements("six"), text("indexServerId", "acme")};
        reading().assertFails("""
                <indexServerId> is "acme", but settings.xml has no such <server>.
                hint: add <server><id>acme</id>…</server> to settings.xml
                hint: or leave <indexServerId> out when the index asks for no password
                see problems.html#bad-server""", given);
        Server server = new Server();
        server.setId("acme");
        settings.addServer(server);
        assertThat(reading().read(given).get(0).indexes().indexes().get(0).serverId())
                .isEqualTo("acme");
    }

    private static ParameterTree pinning(String id, String url, String... packages) {
        return new ParameterTree(
                "index",
                "",
                List.of(text("id", id), text("url", url), ParameterTree.list("packages", List.of(packages))));
    }

    private static Mirror mirror(String id, String of, String url) {
        Mirror mirror = new Mirror();
        mirror.setId(id);
        mirror.setMirrorOf(of);
        mirror.setUrl(url);
        return mirror;
    }
}
