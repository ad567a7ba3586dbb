package io.github.lambdalayer.python.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.PackageName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementsFileTest {

    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);
    private static final String CANARY = "canary";
    private static final String BUILD_HINT =
            "\nhint: build its wheel in an image of the runtime with pip wheel --no-deps, and name the path of that wheel in its place"
                    + "\nsee problems.html#requirements-file-build";

    @TempDir
    private Path folder;

    @Test
    void requirementsKeepTheirOrderAndTheirPlace() {
        assertThat(read("# mine\nsix\nPandas[aws]>=2,<3 ; python_version >= '3.11'\n")
                        .requirements())
                .extracting(DeclaredRequirement::toString)
                .containsExactly(
                        "six (requirements.txt, line 2)",
                        "Pandas[aws]>=2,<3; python_version >= \"3.11\" (requirements.txt, line 3)");
    }

    @Test
    void emptyFileAsksForNothing() {
        assertThat(read("\n# nothing\n").requirements()).isEmpty();
    }

    @Test
    void everyFaultIsToldWithItsLine() {
        assertFault(
                "numpy=1.20\nsix\n--wrong\n",
                "2 problems:\n\n"
                        + "requirements.txt, line 1: \"numpy=1.20\" is not a requirement: expected a comparison such as =="
                        + " or >= after the name.\n\n  numpy=1.20\n       ^\n\n"
                        + "requirements.txt, line 3: --wrong is no option of a requirements file.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo @ https://files.example/foo-1.0-py3-none-any.whl#sha256=",
                "https://files.example/foo-1.0-py3-none-any.whl#egg=foo&sha256=",
                "foo @ https://files.example/foo-1.0-py3-none-any.whl --hash=sha256:"
            })
    void addressWithItsDigestIsRead(String line) {
        DeclaredRequirement foo = read(line + A).requirements().get(0);
        assertThat(foo.requirement().name()).hasToString("foo");
        assertThat(foo.sha256()).containsExactly(A);
        assertThat(foo.requirement().urlSha256()).contains(A);
    }

    @Test
    void oneFileHasOneDigest() {
        String line = "foo @ https://files.example/foo-1.0-py3-none-any.whl";
        String b = "b".repeat(64);
        for (String digests : List.of("#sha256=" + b, " --hash=sha256:" + b)) {
            assertFault(
                    line + digests + " --hash=sha256:" + A,
                    "requirements.txt, line 1: one file has one sha256, and several are named.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "foo @ git+ssh://git@host.example/foo.git, git+ssh",
        "git+https://user:canary@host.example/foo.git@v1#egg=foo, git+https",
        "hg+http://host.example/foo, hg+http"
    })
    void repositoryIsRefused(String line, String scheme) {
        assertBlock(
                line,
                "requirements.txt, line 1: a repository (" + scheme
                        + ") would have to be built, and nothing is built here." + BUILD_HINT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"foo @ https://files.example/foo-1.0.tar.gz", "https://files.example/foo-1.0.tar.gz#sha256=0"})
    void sourceDistributionIsRefused(String line) {
        assertBlock(
                line,
                "requirements.txt, line 1: the source distribution foo-1.0.tar.gz would have to be built, and nothing"
                        + " is built here." + BUILD_HINT);
    }

    @Test
    void otherSchemesAreRefused() {
        assertFault(
                "foo @ ftp://host.example/foo-1.0-py3-none-any.whl",
                "requirements.txt, line 1: an address must be http, https or file, and this one is ftp.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-e .", "--editable=.", "-e git+https://host.example/foo.git#egg=foo"})
    void editableIsRefused(String line) {
        assertBlock(
                line,
                "requirements.txt, line 1: --editable installs a folder while it is being edited, which no layer can"
                        + " hold.\nhint: take the line out where it is your own project: its modules come from"
                        + " <sourceDirectory>" + BUILD_HINT.replace("hint: ", "hint: or "));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "./dir", "../dir", "dir/sub", "/abs/dir", "~/dir", "dir\\sub", "./dir[extra]"})
    void folderIsRefused(String line) {
        assertBlock(
                line,
                "requirements.txt, line 1: a folder would have to be built, and nothing is built here." + BUILD_HINT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"./my wheels/demo-1.0-py3-none-any.whl", "\"./my wheels/demo-1.0-py3-none-any.whl\""})
    void pathWithBlanksIsRefused(String line) {
        assertBlock(
                line,
                "requirements.txt, line 1: the path of a wheel has no blanks."
                        + "\nhint: rename the folder, or require the package by its name and give the folder to <findLinks>"
                        + "\nsee problems.html#requirements-file-line");
    }

    @Test
    void valueWithBlanksNeedsQuotes() {
        assertFault(
                "-r my base.txt",
                "requirements.txt, line 1: a word follows that is no option; a value with blanks is written in quotes.");
        write("my base.txt", "six");
        assertThat(read("-r 'my base.txt'").requirements())
                .extracting(r -> r.requirement().toString())
                .containsExactly("six");
    }

    @Test
    void wheelBesideTheFileIsRead() {
        write("wheels/demo-1.0-py3-none-any.whl", "");
        assertThat(read("./wheels/demo-1.0-py3-none-any.whl ; python_version > '3'")
                        .requirements())
                .extracting(r -> r.requirement().toString())
                .containsExactly("demo @ "
                        + folder.resolve("wheels/demo-1.0-py3-none-any.whl").toUri() + " ; python_version > \"3\"");
    }

    @Test
    void pathAfterTheNameIsSeenFromTheFileThatHasIt() {
        write("wheels/demo-1.0-py3-none-any.whl", "");
        write("wheels/more.txt", "demo[extra] @ demo-1.0-py3-none-any.whl");
        assertThat(read("-r wheels/more.txt").requirements())
                .extracting(r -> r.requirement().toString())
                .containsExactly("demo[extra] @ "
                        + folder.resolve("wheels/demo-1.0-py3-none-any.whl").toUri());
        assertBlock("demo @ ../demo-1.0-py3-none-any.whl", """
                requirements.txt, line 1: "../demo-1.0-py3-none-any.whl" lies outside of the project's folder.
                hint: move the file into the project
                see problems.html#requirements-file-path""");
    }

    @Test
    void wheelOutsideOfTheProjectIsRefused() {
        assertBlock("../demo-1.0-py3-none-any.whl", """
                requirements.txt, line 1: "../demo-1.0-py3-none-any.whl" lies outside of the project's folder.
                hint: move the file into the project
                see problems.html#requirements-file-path""");
    }

    @Test
    void fileIsIncludedFromWhereItIsNamed() {
        write("sub/base.txt", "idna\n-c ../constraints.txt\n");
        write("constraints.txt", "numpy<2\n");
        RequirementsFile file = read("-r sub/base.txt\nsix\n");
        assertThat(file.requirements())
                .extracting(DeclaredRequirement::toString)
                .containsExactly("idna (sub/base.txt, line 1)", "six (requirements.txt, line 2)");
        assertThat(file.constraints())
                .extracting(DeclaredRequirement::toString)
                .containsExactly("numpy<2 (constraints.txt, line 1)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-r base.txt", "-rbase.txt", "--requirement base.txt", "--requirement=base.txt", "-r 'base.txt'"
            })
    void includeHasSeveralForms(String line) {
        write("base.txt", "idna");
        assertThat(read(line).requirements()).hasSize(1);
    }

    @Test
    void includeOutsideOfTheProjectIsRefused() {
        assertFault(
                "-r ../../x.txt", "requirements.txt, line 1: \"../../x.txt\" lies outside of the project's folder.");
    }

    @Test
    void linkOutOfTheProjectIsRefused(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("x.txt"), "six");
        Files.createSymbolicLink(folder.resolve("link.txt"), elsewhere.resolve("x.txt"));
        assertFault("-r link.txt", "requirements.txt, line 1: \"link.txt\" lies outside of the project's folder.");
    }

    @Test
    void includeOfAnAddressIsRefused() {
        assertFault(
                "-r https://user:canary@host.example/x.txt",
                "requirements.txt, line 1: --requirement names an address, and only files are included.");
    }

    @Test
    void folderIsNoFile() {
        assertBlock("-r .", """
                The project's folder is a folder, not a file.
                hint: correct the path; it is seen from the folder of the pom, or of the file that names it
                see problems.html#requirements-file-unreadable""");
    }

    @Test
    void includeThatIsNotThereIsNamed() {
        assertBlock("-r base.txt", """
                requirements.txt, line 1: there is no file base.txt.
                hint: correct the path; it is seen from the file that names it
                see problems.html#requirements-file-unreadable""");
    }

    @ParameterizedTest
    @CsvSource({
        "--index-url https://user:canary@evil.example/simple, --index-url",
        "-i https://evil.example/simple, --index-url",
        "--extra-index-url=https://evil.example/simple, --extra-index-url",
        "--trusted-host evil.example, --trusted-host",
        "-f https://evil.example/, --find-links",
        "--no-index, --no-index"
    })
    void indexIsRefused(String line, String option) {
        assertBlock(
                line,
                "requirements.txt, line 1: " + option
                        + " would change where packages come from, and only the pom may.\n"
                        + "hint: take it out, and name the index in <indexes>\n"
                        + "hint: or set <indexOptions> to ignore, or to use where you trust the file with that\n"
                        + "see problems.html#requirements-file-index");
    }

    @Test
    void indexInACommentIsNone() {
        RequirementsFile file = read("six # --index-url https://evil.example/simple\n# -i https://evil.example\n");
        assertThat(file.requirements()).hasSize(1);
    }

    @Test
    void indexIsReadOverWhereItIsToBeIgnored() {
        write("requirements.txt", "-i https://user:canary@evil.example/simple\n--no-index\nsix\n");
        assertThat(RequirementsFile.read(
                                folder.resolve("requirements.txt"),
                                RequirementsPolicy.of(folder).withIndexOptions(IndexOptions.IGNORE))
                        .requirements())
                .hasSize(1);
    }

    @Test
    void indexesAreThoseOfAllFiles() throws IOException {
        Files.createDirectories(folder.resolve("more/wheels"));
        write("requirements.txt", """
                -i https://one.example/simple
                --extra-index-url https://two.example/simple --trusted-host two.example
                -r more/base.txt
                """);
        Files.writeString(folder.resolve("more/base.txt"), """
                --extra-index-url=https://three.example/simple
                --index-url=http://four.example/simple/
                -f wheels
                six
                """);
        assertThat(indexes())
                .isEqualTo(new FileIndexes(
                        "http://four.example/simple/",
                        List.of("https://two.example/simple", "https://three.example/simple"),
                        List.of(folder.toRealPath().resolve("more/wheels")),
                        false));
        write("requirements.txt", "--no-index\nsix\n");
        assertThat(indexes()).isEqualTo(new FileIndexes("", List.of(), List.of(), true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-i https://user:canary@evil.example/simple | --index-url holds credentials, and a requirements file is for all to"
                        + " read.",
                "--extra-index-url canary | --extra-index-url is no address of http or https.",
                "--extra-index-url 'https://host/ca nary' | --extra-index-url is no address.",
                "-i file:///canary | --index-url is no address of http or https.",
                "-f https://evil.example/canary | --find-links names an address, and only folders of wheels are looked into.",
            })
    void addressThatIsNoneIsRefusedAndNotTold(String line, String sentence) {
        write("requirements.txt", line + "\n");
        assertThatThrownBy(this::indexes)
                .hasMessage("requirements.txt, line 1: " + sentence)
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.block()).doesNotContain("canary"));
    }

    private FileIndexes indexes() {
        return RequirementsFile.indexes(
                folder.resolve("requirements.txt"),
                RequirementsPolicy.of(folder).withIndexOptions(IndexOptions.USE));
    }

    @Test
    void preReleasesCanBeAskedFor() {
        assertThat(read("--pre\nsix\n").preReleases()).isTrue();
        assertThat(read("six\n").preReleases()).isFalse();
    }

    @Test
    void digestsAreAllOrNothing() {
        assertBlock("six==1.17.0 --hash=sha256:" + A + "\nidna==3.10\n", """
                requirements.txt, line 2: idna==3.10 has no --hash, but requirements.txt, line 1 has: all have one, or none.
                hint: let the tool that locks write them all: uv pip compile --generate-hashes, or pip-compile --generate-hashes
                see problems.html#requirements-file-hash""");
        assertFault(
                "--require-hashes\nsix==1.17.0\n",
                "requirements.txt, line 2: six==1.17.0 has no --hash, but --require-hashes asks for it: all have one,"
                        + " or none.");
    }

    @Test
    void digestAsksForAPin() {
        assertFault(
                "six>=1.17.0 --hash=sha256:" + A,
                "requirements.txt, line 1: six>=1.17.0 has a --hash, so it must be pinned with ==.");
    }

    @Test
    void digestsAreGivenByPackage() {
        RequirementsFile file = read("six==1.17.0 \\\n    --hash=sha256:" + A + " \\\n    --hash=sha256:"
                + B.toUpperCase(Locale.ROOT) + "\nidna==3.10 --hash sha512:" + A + A + " --hash sha256:" + A);
        assertThat(file.hashed()).isTrue();
        assertThat(file.sha256())
                .isEqualTo(Map.of(PackageName.of("six"), Set.of(A, B), PackageName.of("idna"), Set.of(A)));
    }

    @Test
    void digestOfAConstraintCountsForItsRequirement() {
        write("constraints.txt", "six==1.17.0 --hash=sha256:" + A);
        assertThat(read("-c constraints.txt\nsix\n").hashed()).isTrue();
    }

    @Test
    void hashModeCanBeTurnedOff() {
        assertThat(read("--no-require-hashes\nsix==1.17.0 --hash=sha256:" + A + "\nidna\n")
                        .hashed())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "md5:d41d8cd98f00b204e9800998ecf8427e"
                        + " | --hash must be sha256, sha384 or sha512, such as --hash=sha256:<64 hexadecimal digits>.",
                "sha256:abc | a sha256 has 64 hexadecimal digits.",
                "abc | --hash must be sha256, sha384 or sha512, such as --hash=sha256:<64 hexadecimal digits>."
            })
    void weakOrBrokenDigestIsRefused(String digest, String sentence) {
        assertFault("six==1.17.0 --hash=" + digest, "requirements.txt, line 1: " + sentence);
    }

    @Test
    void oneDigestMustBeTheOneThatWheelsAreKnownBy() {
        assertFault(
                "six==1.17.0 --hash=sha512:" + A + A, "requirements.txt, line 1: one of the digests must be a sha256.");
    }

    @Test
    void variableThatIsNotSetIsAFault() {
        assertBlock("foo @ https://user:${SECRET}@files.example/foo-1.0-py3-none-any.whl#sha256=" + A, """
                requirements.txt, line 1: the environment variable SECRET is not set.
                hint: set it for Maven, or write its value in its place
                see problems.html#requirements-file-variable""");
    }

    @Test
    void variableThatIsSetIsFilledInAndNeverShown() {
        RequirementsPolicy policy = RequirementsPolicy.of(folder)
                .withVariables(name -> Optional.of(CANARY).filter(v -> name.equals("SECRET")));
        RequirementsFile file = RequirementsFile.read(
                write(
                        "requirements.txt",
                        "foo @ https://u:${SECRET}@files.example/foo-1.0-py3-none-any.whl#sha256=" + A),
                policy);
        assertThat(file.requirements().get(0).requirement().url().orElseThrow()).contains(CANARY);
        assertThat(file.toString()).doesNotContain(CANARY);
        Path wrong = write("requirements.txt", "foo==${SECRET} ${other} $SECRET");
        assertThatThrownBy(() -> RequirementsFile.read(wrong, policy))
                .hasMessage("requirements.txt, line 1: with its variables filled in, this is not a requirement:"
                        + " expected a digit.");
    }

    @Test
    void nothingOfAnAddressWithAVariableIsShown() {
        RequirementsPolicy policy = RequirementsPolicy.of(folder)
                .withVariables(name -> Optional.of(CANARY).filter(v -> name.equals("TOKEN")));
        Path file = write(
                "requirements.txt",
                "demo @ https://h.example/${TOKEN}/demo-1.0-py3-none-any.whl?t=${TOKEN}#sha256=" + A);
        DeclaredRequirement demo =
                RequirementsFile.read(file, policy).requirements().get(0);
        assertThat(demo.requirement()).hasToString("demo @ a URL");
        assertThat(demo.where(Marker.parse("python_version >= '3.9'")).requirement())
                .hasToString("demo @ a URL ; python_version >= \"3.9\"");
    }

    @Test
    void pinsThatContradictEachOtherAreNamedBoth() {
        assertBlock("Foo_Bar==1.0\nsix\nfoo.bar==2.0\n", """
                requirements.txt, line 3: foo.bar==2.0 contradicts Foo_Bar==1.0 (requirements.txt, line 1).
                hint: take one of them out, or give each a marker
                see problems.html#clashing-pins""");
    }

    @Test
    void pinsThatMeanTheSameOrCountElsewhereAreNoClash() {
        assertThat(read("six==1.0\nsix==1.0.0\nidna==1; python_version < '3.9'\nidna==2; python_version >= '3.9'\n")
                        .requirements())
                .hasSize(4);
    }

    @Test
    void byteOrderMarkAndCarriageReturnsArePassedOver() {
        assertThat(read("\uFEFFsix\r\nidna\r\n").requirements()).hasSize(2);
    }

    @Test
    void encodingIsReadFromItsMarkOrItsLine() {
        assertThat(readIn("\uFEFFsix\r\n", StandardCharsets.UTF_16LE).requirements())
                .hasSize(1);
        assertThat(readIn("\uFEFFsix\r\n", StandardCharsets.UTF_16BE).requirements())
                .hasSize(1);
        assertThat(readIn("# -*- coding: latin-1 -*-\nsix # \u00e9\n", StandardCharsets.ISO_8859_1)
                        .requirements())
                .hasSize(1);
    }

    @Test
    void textInAnotherEncodingIsRefused() {
        assertThatThrownBy(() -> readIn("six # \u00e9\n", StandardCharsets.ISO_8859_1))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo("requirements.txt is not UTF-8 text."
                                        + "\nhint: save it as UTF-8, or name its encoding in its first line: # coding: latin-1"
                                        + "\nsee problems.html#requirements-file-unreadable"));
        assertThatThrownBy(() -> readIn("# coding=klingon\n", StandardCharsets.UTF_8))
                .hasMessage("requirements.txt says that its encoding is klingon, which is unknown.");
    }

    @ParameterizedTest
    @CsvSource({
        "'six\u00a0==1.0', U+00A0 (NO-BREAK SPACE)",
        "'s\u0438x==1.0', U+0438 (CYRILLIC SMALL LETTER I)",
        "'six\u0000==1.0', U+0000 (NULL)"
    })
    void characterThatLooksLikeAnotherIsNamed(String line, String found) {
        assertThatThrownBy(() -> read(line))
                .hasMessageContaining(", found " + found)
                .hasMessageContaining("line 1");
    }

    @Test
    void filesThatIncludeEachOtherAreRefused() {
        write("a.txt", "-r b.txt\n");
        write("b.txt", "six\n-r a.txt\n");
        assertBlock("-r a.txt", """
                b.txt, line 2: the files include each other: requirements.txt -> a.txt -> b.txt -> a.txt.
                hint: take one of these lines out
                see problems.html#requirements-file-cycle""");
    }

    @Test
    void filesThatAreNestedTooDeepAreNoCycle() {
        for (int i = 0; i < 60; i++) {
            write(i + ".txt", "-r " + (i + 1) + ".txt\n");
        }
        assertBlock("-r 0.txt", """
                48.txt, line 1: the files include each other more than 50 deep.
                hint: include 49.txt further up
                see problems.html#requirements-file-cycle""");
    }

    @Test
    void markersOfAMergeAreTold() {
        assertBlock("<<<<<<< HEAD\nsix==1.16.0\n", """
                requirements.txt, line 1: a merge left its conflict marker "<<<<<<<" here.
                hint: resolve the conflict first: keep one of its two sides
                see problems.html#requirements-file-line""");
    }

    @Test
    void fileThatIsIncludedTwiceIsNoCycle() {
        write("a.txt", "six");
        assertThat(read("-r a.txt\n-r a.txt\n").requirements()).hasSize(2);
    }

    // the rest of the options

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--no-binary :all: | --no-binary asks for source distributions, and nothing is built here.",
                "--only-final :all: | --only-final is not known here; set <prereleases> in the pom.",
                "--hash=sha256:0 | --hash stands behind a requirement, not on a line of its own.",
                "six --pre | --pre stands on a line of its own, not behind a requirement.",
                "-r | -r needs a value.",
                "--pre=yes | --pre takes no value.",
                "-r 'a.txt | expected a closing '."
            })
    void optionThatIsWrongIsNamed(String line, String sentence) {
        assertFault(line, "requirements.txt, line 1: " + sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--prefer-binary",
                "--only-binary=:all:",
                "--use-feature fast-deps",
                "six --config-settings=a=b",
                "six -C a=b --global-option=x"
            })
    void optionWithoutMeaningHereIsPassedOver(String line) {
        assertThat(read(line + "\nidna").requirements()).isNotEmpty();
    }

    @Test
    void constraintHasVersionsOnly() {
        write("c.txt", "six[x]<2");
        assertFault("-c c.txt", "c.txt, line 1: a constraint has neither extras nor an address.");
    }

    private RequirementsFile read(String text) {
        return RequirementsFile.read(write("requirements.txt", text), RequirementsPolicy.of(folder));
    }

    private RequirementsFile readIn(String text, Charset charset) {
        write("requirements.txt", text.getBytes(charset));
        return RequirementsFile.read(folder.resolve("requirements.txt"), RequirementsPolicy.of(folder));
    }

    private void assertFault(String text, String sentence) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(LayerException.class).hasMessage(sentence);
    }

    private void assertBlock(String text, String block) {
        assertThatThrownBy(() -> read(text))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo(block);
    }

    private Path write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path write(String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
