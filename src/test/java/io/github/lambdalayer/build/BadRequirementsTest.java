package io.github.lambdalayer.build;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.requirement.IndexOptions;
import io.github.lambdalayer.testing.FileSnapshot;
import io.github.lambdalayer.testing.RecordingBuildLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A requirements.txt with something wrong in it: the failure has its exact words, nothing on the disk has changed after
 * it, and with a good file again the next build has nothing to do.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BadRequirementsTest {

    private static final String GOOD = "six==1.16.0\n";

    @TempDir
    private Path sandbox;

    private final RecordingBuildLog log = new RecordingBuildLog();
    private final LayerBuild build = new LayerBuild(new Ports(IndexCredentials.NONE, Transfers.SILENT, log, "0.1.0"));
    private Path basedir;

    @BeforeEach
    void buildOnce() throws IOException {
        basedir = Files.createDirectories(sandbox.resolve("project"));
        wheel("six", "1.16.0").in(basedir.resolve("wheels"));
        Files.writeString(sandbox.resolve("outside.txt"), "pytz\n");
        write(GOOD);
        build.assemble(layer());
    }

    @Test
    void brokenSpecifiers() throws IOException {
        assertFails("numpy=1.20", """
                requirements.txt, line 1: "numpy=1.20" is not a requirement: expected a comparison such as == or >= after the name.

                  numpy=1.20
                       ^

                hint: write numpy==1.20 for exactly that version
                see problems.html#bad-requirement""");
        assertFails("numpy==", """
                requirements.txt, line 1: "numpy==" is not a requirement: expected a version after ==.

                  numpy==
                         ^

                see problems.html#bad-requirement""");
        assertSucceeds("six >= 1,");
        assertFails("numpy >= 1,,", """
                requirements.txt, line 1: "numpy >= 1,," is not a requirement: expected a comparison such as == or >=.

                  numpy >= 1,,
                             ^

                see problems.html#bad-requirement""");
        assertFails("numpy==1.*.2", """
                requirements.txt, line 1: "numpy==1.*.2" is not a requirement: expected the version to end after .*.

                  numpy==1.*.2
                            ^

                see problems.html#bad-requirement""");
    }

    @Test
    void endlessVersions() throws IOException {
        assertFails("numpy==" + "1.".repeat(10_000) + "1", """
                requirements.txt, line 1: "numpy==1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1…" is not a requirement: the version is longer than 256 characters.

                  …1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.…
                                                                     ^

                see problems.html#bad-requirement""");
        assertFails("numpy==1+" + "a.".repeat(10_000) + "a", """
                requirements.txt, line 1: "numpy==1+a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a…" is not a requirement: the version is longer than 256 characters.

                  …a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.…
                                                                     ^

                see problems.html#bad-requirement""");
    }

    @Test
    void endlessParentheses() throws IOException {
        assertFails("numpy; " + "(".repeat(100_000), """
                requirements.txt, line 1: "numpy; (((((((((((((((((((((((((((((((((((((((((((((((((((((…" is not a requirement: its parentheses are nested too deep, more than 100 of them.

                  …((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((…
                                                                     ^

                see problems.html#bad-requirement""");
    }

    @Test
    void brokenMarkers() throws IOException {
        assertFails("numpy; python_vershun < '3'", """
                requirements.txt, line 1: "numpy; python_vershun < '3'" is not a requirement: there is no marker variable "python_vershun".

                  numpy; python_vershun < '3'
                         ^

                hint: the variables are implementation_name, implementation_version, os_name, platform_machine, platform_python_implementation, platform_release, platform_system, platform_version, python_full_version, python_version, sys_platform, extra
                see problems.html#bad-requirement""");
        assertFails("six; os_name ~= 'posix'", """
                requirements.txt, line 1: The marker os_name ~= "posix" has no answer: ~= compares versions only.
                see problems.html#undefined-marker""");
        assertFails("numpy; python_version < 3", """
                requirements.txt, line 1: "numpy; python_version < 3" is not a requirement: expected a variable such as python_version, or a quoted text.

                  numpy; python_version < 3
                                          ^

                hint: write "3" in quotes
                see problems.html#bad-requirement""");
    }

    @Test
    void quotesOfAListThatWasCopied() throws IOException {
        assertFails("\"six>=1\",", """
                requirements.txt, line 1: ""six>=1"," is not a requirement: expected the name of a package.

                  "six>=1",
                  ^

                hint: leave out the quotes: six>=1
                see problems.html#bad-requirement""");
        assertFails("'six", """
                requirements.txt, line 1: "'six" is not a requirement: expected the name of a package.

                  'six
                  ^

                see problems.html#bad-requirement""");
    }

    @Test
    void addressesAndRepositories() throws IOException {
        assertFails("foo @ https://host.example/foo-1-py3-none-any.whl", """
                requirements.txt, line 1: foo @ https://host.example/foo-1-py3-none-any.whl: it has no digest, so nobody could tell whether the file is still the same.
                hint: append #sha256= and the 64 hexadecimal digits of its sha256 to the address
                see problems.html#url-requirement""");
        assertFails("foo @ git+ssh://git@host.example/foo.git", """
                requirements.txt, line 1: a repository (git+ssh) would have to be built, and nothing is built here.
                hint: build its wheel in an image of the runtime with pip wheel --no-deps, and name the path of that wheel in its place
                see problems.html#requirements-file-build""");
    }

    @Test
    void foldersAndFilesOutside() throws IOException {
        assertFails("-e .", """
                requirements.txt, line 1: --editable installs a folder while it is being edited, which no layer can hold.
                hint: take the line out where it is your own project: its modules come from <sourceDirectory>
                hint: or build its wheel in an image of the runtime with pip wheel --no-deps, and name the path of that wheel in its place
                see problems.html#requirements-file-build""");
        assertFails("./dir", """
                requirements.txt, line 1: a folder would have to be built, and nothing is built here.
                hint: build its wheel in an image of the runtime with pip wheel --no-deps, and name the path of that wheel in its place
                see problems.html#requirements-file-build""");
        assertFails("-r ../outside.txt", """
                requirements.txt, line 1: "../outside.txt" lies outside of the project's folder.
                hint: move the file into the project
                see problems.html#requirements-file-path""");
        Files.createDirectories(basedir.resolve("more"));
        Files.writeString(basedir.resolve("more/base.txt"), GOOD);
        assertSucceeds("-r more/base.txt");
    }

    @Test
    void optionsThatNameIndexes() throws IOException {
        assertFails("--index-url https://host.example/simple", """
                requirements.txt, line 1: --index-url would change where packages come from, and only the pom may.
                hint: take it out, and name the index in <indexes>
                hint: or set <indexOptions> to ignore, or to use where you trust the file with that
                see problems.html#requirements-file-index""");
        assertFails("--trusted-host host.example", """
                requirements.txt, line 1: --trusted-host would change where packages come from, and only the pom may.
                hint: take it out, and name the index in <indexes>
                hint: or set <indexOptions> to ignore, or to use where you trust the file with that
                see problems.html#requirements-file-index""");
        assertSucceeds("six==1.16.0 # --index-url https://host.example/simple");
    }

    @Test
    void optionsThatNameIndexesAreReadOverWhereThePomSaysSo() throws IOException {
        write("--index-url https://host.example/simple\n" + GOOD);
        TestSpecs specs = specs().from(IndexSettings.of(basedir.resolve("cache"))
                .withFindLinks(List.of(basedir.resolve("wheels")))
                .withFileOptions(IndexOptions.IGNORE));
        log.take();
        build.assemble(specs.spec());
        assertThat(log.events()).contains("wrote data.zip");
    }

    @Test
    void digestsOnSomeLinesOnly() throws IOException {
        assertFails("six==1.16.0 --hash=sha256:" + "0".repeat(64) + "\npytz==2024.1", """
                requirements.txt, line 2: pytz==2024.1 has no --hash, but requirements.txt, line 1 has: all have one, or none.
                hint: let the tool that locks write them all: uv pip compile --generate-hashes, or pip-compile --generate-hashes
                see problems.html#requirements-file-hash""");
    }

    @Test
    void variablesThatAreNotSet() throws IOException {
        assertFails("six==${LAMBDA_LAYER_TEST_NOT_SET}", """
                requirements.txt, line 1: the environment variable LAMBDA_LAYER_TEST_NOT_SET is not set.
                hint: set it for Maven, or write its value in its place
                see problems.html#requirements-file-variable""");
    }

    @Test
    void pinsThatClash() throws IOException {
        assertFails("Foo_Bar==1\nfoo.bar==2", """
                requirements.txt, line 2: foo.bar==2 contradicts Foo_Bar==1 (requirements.txt, line 1).
                hint: take one of them out, or give each a marker
                see problems.html#clashing-pins""");
    }

    @Test
    void charactersThatLookLikeOthers() throws IOException {
        assertSucceeds("\uFEFFsix==1.16.0\r\n");
        assertFails("six\u00A0==1.16.0", """
                requirements.txt, line 1: "six\u00A0==1.16.0" is not a requirement: expected a comparison such as == or >= after the name, found U+00A0 (NO-BREAK SPACE).

                  six\u00A0==1.16.0
                     ^

                see problems.html#bad-requirement""");
        assertFails("n\u0430mpy", """
                requirements.txt, line 1: "n\u0430mpy" is not a requirement: expected a comparison such as == or >= after the name, found U+0430 (CYRILLIC SMALL LETTER A).

                  n\u0430mpy
                   ^

                see problems.html#bad-requirement""");
        assertFails("six\u0000==1.16.0", """
                requirements.txt, line 1: "six\\u0000==1.16.0" is not a requirement: expected a comparison such as == or >= after the name, found U+0000 (NULL).

                  six\\u0000==1.16.0
                     ^

                see problems.html#bad-requirement""");
    }

    @Test
    void filesThatIncludeEachOther() throws IOException {
        Files.writeString(basedir.resolve("b.txt"), "-r requirements.txt\n");
        assertFails("-r b.txt", """
                b.txt, line 1: the files include each other: requirements.txt -> b.txt -> requirements.txt.
                hint: take one of these lines out
                see problems.html#requirements-file-cycle""");
    }

    private void assertSucceeds(String text) throws IOException {
        write(text);
        log.take();
        build.assemble(layer());
        assertThat(log.events()).containsAnyOf("wrote data.zip", "reused data.zip");
        write(GOOD);
        build.assemble(layer());
    }

    private void assertFails(String text, String block) throws IOException {
        write(text + "\n");
        FileSnapshot before = FileSnapshot.of(sandbox);
        assertThatThrownBy(() -> build.assemble(layer()))
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.block()).isEqualTo(block));
        assertThat(files(FileSnapshot.of(sandbox))).isEqualTo(files(before));
        write(GOOD);
        log.take();
        build.assemble(layer());
        assertThat(log.events()).contains("reused data.zip");
    }

    private static Map<String, String> files(FileSnapshot snapshot) {
        return snapshot.digestsWithout(path -> false);
    }

    private void write(String text) throws IOException {
        Files.writeString(basedir.resolve("requirements.txt"), text);
    }

    private LayerSpec layer() {
        return specs().spec();
    }

    private TestSpecs specs() {
        return TestSpecs.in(basedir)
                .wanting(WantedBuilder.wanted()
                        .files(basedir.resolve("requirements.txt"))
                        .build());
    }
}
