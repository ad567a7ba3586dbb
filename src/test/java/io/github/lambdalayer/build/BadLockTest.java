package io.github.lambdalayer.build;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.testing.FakeFile;
import io.github.lambdalayer.testing.FakeIndex;
import io.github.lambdalayer.testing.FileSnapshot;
import io.github.lambdalayer.testing.RecordingBuildLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A good lock with one thing wrong: the failure has its exact words, nothing on the disk has changed after it, the zip of
 * the build before least of all, and with the good lock again the next build succeeds.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BadLockTest {

    private static final FakeFile SIX = FakeFile.of(wheel("six", "1.16.0"));
    private static final String SECRET = "s3cret-canary";

    @TempDir
    private Path sandbox;

    private static final String ATTESTED = "attestation-identities = [{kind = \"GitHub\", repository = \"a/b\"}]\n";

    private final RecordingBuildLog log = new RecordingBuildLog();
    private final LayerBuild build = new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, log, "0.1.0"));
    private Path basedir;

    @AutoClose
    private FakeIndex index;

    private String good;

    @BeforeEach
    void makeAGoodLock() throws IOException {
        index = FakeIndex.start().with(SIX);
        basedir = Files.createDirectories(sandbox.resolve("project"));
        Files.writeString(sandbox.resolve("x-1.0-py3-none-any.whl"), "not for this project");
        build.lock(layer("six"), Upgrade.NOTHING);
        build.assemble(layer("six"));
        good = Files.readString(lock());
    }

    @Test
    void otherMajorVersion() throws IOException {
        assertFails("lock-version = \"1.0\"", "lock-version = \"2.0\"", """
                pylock.toml, line 2, column 1: lock-version is 2.0, and only 1.0 is understood.
                hint: mvn lambda-layer:lock
                hint: or use a newer release of this plugin
                see problems.html#lock-version""");
    }

    @Test
    void noPackages() throws IOException {
        assertFails("[[packages]]", "[[tool.packages]]", """
                pylock.toml, line 1, column 1: packages is missing.
                hint: let the tool that writes the file do so anew
                see problems.html#toml-key-missing""");
    }

    @Test
    void badName() throws IOException {
        Path bad = basedir.resolve("pylock..toml");
        Files.writeString(bad, good + "\n");
        assertFails(lockedBy(bad), """
                "pylock..toml" is no name for a lock file: it must be pylock.toml or pylock.<name>.toml, and <name> holds no full stop.
                see problems.html#lock-file-name""");
        assertThatThrownBy(() -> build.lock(lockedBy(bad), Upgrade.NOTHING))
                .hasMessageStartingWith("\"pylock..toml\" is no name for a lock file");
    }

    @Test
    void digestThatIsNotThatOfTheFile() throws IOException {
        String other =
                (SIX.digest().charAt(0) == '0' ? "1" : "0") + SIX.digest().substring(1);
        assertFails(SIX.digest(), other, """
                six-1.16.0-py3-none-any.whl from <root>/files/six-1.16.0-py3-none-any.whl has sha256 <sha256> in <bytes> bytes, but <other> was announced.
                hint: run again; if it repeats, do not trust this index or the proxy before it
                see problems.html#digest-differs""".replace("<other>", other));
    }

    @Test
    void sizeThatIsNotThatOfTheFile() throws IOException {
        assertFails("size = ", "size = 1", """
                six-1.16.0-py3-none-any.whl has <bytes> bytes, but pylock.toml says 1<bytes>.
                hint: somebody edited the lock by hand; mvn lambda-layer:lock, or the tool that wrote it, makes it again
                see problems.html#locked-size""");
    }

    @Test
    void weakDigestAlone() throws IOException {
        assertFails("sha256 = \"" + SIX.digest() + "\"", "md5 = \"d41d8cd98f00b204e9800998ecf8427e\"", """
                pylock.toml, line 14, column 85: packages[0].wheels[0].hashes: six-1.16.0-py3-none-any.whl has only md5, and a sha256 is needed.
                hint: mvn lambda-layer:lock
                see problems.html#lock-hash""");
    }

    @Test
    void pathsThatLeadOut() throws IOException {
        Path link = Files.createSymbolicLink(
                basedir.resolve("six-1.16.0-py3-none-any.whl"), sandbox.resolve("x-1.0-py3-none-any.whl"));
        assertLeadsOut("../../etc/six-1.16.0-py3-none-any.whl", "leaves the folder of the lock");
        assertLeadsOut("/etc/six-1.16.0-py3-none-any.whl", "is absolute");
        assertLeadsOut(String.valueOf(link.getFileName()), "leads through a link out of the folder of the lock");
    }

    @Test
    void identityThatWasPutIn() throws IOException {
        assertFails("wheels = ", ATTESTED + "wheels = ", """
                pylock.toml, line 7, column 1: the lock says who attested six, which lambda-layer-maven-plugin never writes: somebody edited it.
                hint: take attestation-identities out, then mvn lambda-layer:lock
                see problems.html#lock-attested""");
    }

    @Test
    void identitiesThatANewLockWouldForget() throws IOException {
        String attested = good.replace("wheels = ", ATTESTED + "wheels = ")
                .replace("created-by = \"lambda-layer-maven-plugin\"", "created-by = \"other\"");
        Files.writeString(lock(), attested);
        log.take();
        build.assemble(layer("six"));
        assertThat(log.events())
                .contains(
                        "warned pylock.toml says who attested six; attestations are not looked at here, digests are.");
        assertThatThrownBy(() -> build.lock(layer("six"), Upgrade.ALL))
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.block()).isEqualTo("""
                        pylock.toml says who attested six, and the lock that would take its place cannot: attestations are not looked at here.
                        hint: let other write it anew
                        hint: or delete it first, if what it says of attestations is to be given up
                        see problems.html#lock-attested"""));
        assertThat(lock()).content().isEqualTo(attested);
    }

    @Test
    void twoEntriesThatCount() throws IOException {
        String entry = good.substring(good.indexOf("[[packages]]"), good.indexOf("[tool."));
        assertFails(entry, entry + entry, """
                pylock.toml has two entries of six that count for python3.13 on x86_64 (glibc 2.34): six 1.16.0 (packages[0]) and six 1.16.0 (packages[1]).
                hint: mvn lambda-layer:lock
                see problems.html#lock-ambiguous""");
    }

    @Test
    void lockForOtherPythons() throws IOException {
        assertFails("requires-python = \">=3.13,<3.14\"", "requires-python = \">=3.9,<3.13\"", """
                pylock.toml is for Python >=3.9,<3.13, but the layer is for python3.13 on x86_64 (glibc 2.34).
                hint: mvn lambda-layer:lock
                see problems.html#lock-python""");
    }

    @Test
    void requirementsThatWereChanged() throws IOException {
        FileSnapshot before = FileSnapshot.of(sandbox);
        assertBlock(layer("six>=1.16"), """
                pylock.toml is out of date:
                  requirement six became six>=1.16

                hint: mvn lambda-layer:lock
                see problems.html#lock-out-of-date""");
        assertUnchanged(before);
    }

    @Test
    void conflictOfAMerge() throws IOException {
        assertFails("created-by = ", "<<<<<<< HEAD\ncreated-by = ", """
                pylock.toml, line 7, column 1: a merge left its conflict marker "<<<<<<<" here.
                hint: resolve the conflict first: keep one of its two sides
                see problems.html#toml-syntax""");
    }

    @Test
    void cutOff() throws IOException {
        assertFails(good.substring(good.indexOf("url = ")), "url = \"htt", """
                pylock.toml, line 14, column 17: not TOML 1.0: unexpected end of input, expected " or a character.
                hint: the file may be cut off: fetch it anew, or let the tool that writes it do so
                see problems.html#toml-syntax""");
    }

    @Test
    void fiftyMegabytes() throws IOException {
        assertFails("created-by", "# " + "x".repeat(50_000_000) + "\ncreated-by", """
                pylock.toml has <large> bytes; the largest that is read has 8388608.
                hint: see that this is the file that is meant
                see problems.html#toml-too-large""".replace(
                        "<large>", String.valueOf(good.length() + 50_000_003)));
    }

    @Test
    void tenThousandLevels() throws IOException {
        assertFails("created-by", "deep = " + "[".repeat(10_000) + "]".repeat(10_000) + "\ncreated-by", """
                pylock.toml, line 7, column 137: not TOML 1.0: nesting is too deep (more than 128 levels of tables and arrays).
                see problems.html#toml-syntax""");
    }

    @Test
    void credentialsInAnAddressAreNeitherUsedNorShown() throws IOException {
        edit("url = \"http://", "url = \"http://user:" + SECRET + "@");
        log.take();
        build.assemble(layer("six"));
        assertThat(log.events())
                .contains("warned pylock.toml, line 14, column 7: the address of six-1.16.0-py3-none-any.whl holds"
                        + " credentials, which are not used; put them into settings.xml.")
                .noneMatch(event -> event.contains(SECRET));
        assertThat(index.requests())
                .noneMatch(request -> !request.header("Authorization").isEmpty());
        assertThat(basedir.resolve("target/lambda-layer/pylock.data.toml"))
                .content()
                .doesNotContain(SECRET);
    }

    @Test
    void credentialsInTheSpecificationAreNotShown() throws IOException {
        assertFails("fake http://", "fake http://user:" + SECRET + "@", """
                pylock.toml is out of date:
                  index fake http://***@<root>/simple/ became fake <root>/simple/

                hint: mvn lambda-layer:lock
                see problems.html#lock-out-of-date""".replace(
                        "http://***@<root>", "http://***@<host>"));
    }

    private void assertLeadsOut(String path, String because) throws IOException {
        assertFails(url(), "path = \"" + path + "\"", """
                pylock.toml, line 14, column 7: packages[0].wheels[0].path: "%s" %s.
                hint: keep the wheels beside the lock, or name their folder in <findLinks>
                see problems.html#lock-path""".formatted(path, because));
    }

    private void assertFails(String piece, String other, String block) throws IOException {
        edit(piece, other);
        assertFails(layer("six"), block);
        Files.writeString(lock(), good);
        log.take();
        build.assemble(layer("six"));
        assertThat(log.events()).contains("reused data.zip");
    }

    private void assertFails(LayerSpec spec, String block) throws IOException {
        FileSnapshot before = FileSnapshot.of(sandbox);
        assertBlock(spec, block);
        assertUnchanged(before);
    }

    private void assertBlock(LayerSpec spec, String block) {
        assertThatThrownBy(() -> build.assemble(spec)).isInstanceOfSatisfying(LayerException.class, e -> {
            String root = index.url("").toString();
            String shown = e.block()
                    .replace(root, "<root>")
                    .replace(root.substring("http://".length()), "<host>")
                    .replace(SIX.digest(), "<sha256>")
                    .replace(wheel("six", "1.16.0").bytes().length + " bytes", "<bytes> bytes")
                    .replace(" says 1" + wheel("six", "1.16.0").bytes().length, " says 1<bytes>");
            assertThat(shown).isEqualTo(block);
        });
    }

    private void assertUnchanged(FileSnapshot before) throws IOException {
        Map<String, String> now = FileSnapshot.of(sandbox).digestsWithout(BadLockTest::isBookkeeping);
        assertThat(now).isEqualTo(before.digestsWithout(BadLockTest::isBookkeeping));
    }

    /** Locks of the cache are empty files that stay; a stamp is noted once its file is some seconds old. */
    private static boolean isBookkeeping(String path) {
        return path.endsWith(".lock") || path.endsWith(".stamp");
    }

    private String url() {
        int start = good.indexOf("url = ");
        return good.substring(start, good.indexOf(", ", start));
    }

    private void edit(String piece, String other) throws IOException {
        assertThat(good).contains(piece);
        Files.writeString(lock(), good.replace(piece, other));
    }

    private Path lock() {
        return basedir.resolve("pylock.toml");
    }

    private LayerSpec layer(String... requirements) {
        return specs(requirements).spec();
    }

    private LayerSpec lockedBy(Path file) {
        return specs("six").lockedBy(file).spec();
    }

    private TestSpecs specs(String... requirements) {
        return TestSpecs.in(basedir)
                .requiring(requirements)
                .from(IndexSettings.of(basedir.resolve("cache"))
                        .withIndexes(
                                List.of(IndexLocation.of("fake", index.url().toString()))));
    }
}
