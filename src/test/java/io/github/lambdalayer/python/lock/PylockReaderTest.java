package io.github.lambdalayer.python.lock;

import static io.github.lambdalayer.python.lock.Locks.PYTHON_312_X86;
import static io.github.lambdalayer.python.lock.Locks.SIX;
import static io.github.lambdalayer.python.lock.Locks.edited;
import static io.github.lambdalayer.python.lock.Locks.read;
import static io.github.lambdalayer.python.lock.Locks.smallText;
import static io.github.lambdalayer.python.lock.Locks.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PylockReaderTest {

    private static final String SIX_ADDRESS = "url = \"https://files.example/" + SIX + "\"";

    @TempDir
    private Path folder;

    @Test
    void newerMajorVersionIsRefused() {
        assertBlock("lock-version = \"1.0\"", "lock-version = \"2.0\"", """
                pylock.toml, line 2, column 1: lock-version is 2.0, and only 1.0 is understood.
                hint: mvn lambda-layer:lock
                hint: or use a newer release of this plugin
                see problems.html#lock-version""");
    }

    @Test
    void newerMinorVersionIsReadWithAWarning() {
        assertThat(edited(folder, "lock-version = \"1.0\"", "lock-version = \"1.7\"")
                        .warnings())
                .containsExactly("pylock.toml has lock-version 1.7; what is newer than 1.0 in it is not understood.");
    }

    @Test
    void whoAttestedAPackageIsSaidNotToBeLookedAt() {
        String text = smallText()
                .replace("created-by = \"lambda-layer-maven-plugin\"", "created-by = \"other\"")
                .replace(
                        "wheels = ", "attestation-identities = [{kind = \"GitHub\", repository = \"a/b\"}]\nwheels = ");
        assertThat(read(folder, text).warnings())
                .containsExactly(
                        "pylock.toml says who attested python-dateutil, six; attestations are not looked at here, digests are.");
    }

    @Test
    void identityOfNoKindIsAFault() {
        assertFault(
                "wheels = ",
                "attestation-identities = [{repository = \"a/b\"}]\nwheels = ",
                "pylock.toml, line 17, column 27: packages[0].attestation-identities[0].kind is missing.");
    }

    @ParameterizedTest
    @CsvSource({"lock-version, lock-version", "created-by, created-by"})
    void keyThatMustBeThereIsNamed(String key, String shown) {
        assertFault(key + " = ", "x-" + key + " = ", "pylock.toml, line 1, column 1: " + shown + " is missing.");
    }

    @Test
    void lockWithoutPackagesIsNoLock() {
        assertThatThrownBy(() -> read(folder, "lock-version = \"1.0\"\ncreated-by = \"x\"\n"))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo("""
                        pylock.toml, line 1, column 1: packages is missing.
                        hint: let the tool that writes the file do so anew
                        see problems.html#toml-key-missing""");
    }

    @Test
    void lockOfNothingIsALock() {
        assertThat(read(folder, "lock-version = \"1.0\"\ncreated-by = \"x\"\npackages = []\n")
                        .select(LockChoice.of(PYTHON_312_X86)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pylock..toml", "pylock.a.b.toml", "pylock", "my.lock", "Pylock.toml", "pylocktoml"})
    void badNameIsRefused(String name) {
        assertThatThrownBy(() -> PylockReader.read(write(folder.resolve(name), smallText())))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo("\"" + name + "\" is no name for a lock file: it must be pylock.toml or pylock.<name>.toml,"
                        + " and <name> holds no full stop.\nsee problems.html#lock-file-name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pylock.toml", "pylock.data.toml", "pylock.x86-64.toml"})
    void goodNamesAreRead(String name) {
        assertThat(PylockReader.read(write(folder.resolve(name), smallText())).name())
                .isEqualTo(name);
    }

    @Test
    void digestIsWhatTheWheelIsCheckedAgainst() {
        Pylock lock = edited(folder, "b".repeat(64), "c" + "b".repeat(63));
        assertThat(lock.select(LockChoice.of(PYTHON_312_X86)))
                .extracting(IndexFile::sha256)
                .containsExactly("a".repeat(64), "c" + "b".repeat(63));
    }

    @Test
    void digestInUpperCaseIsTheSame() {
        assertThat(edited(folder, "b".repeat(64), "B".repeat(64)).select(LockChoice.of(PYTHON_312_X86)))
                .extracting(IndexFile::sha256)
                .containsExactly("a".repeat(64), "b".repeat(64));
    }

    @Test
    void sizeIsWhatTheWheelIsCheckedAgainst() {
        assertThat(edited(folder, "size = 1000", "size = 999").select(LockChoice.of(PYTHON_312_X86)))
                .extracting(IndexFile::bytes)
                .containsOnly(999L);
    }

    @Test
    void sizeThatIsNoneIsRefused() {
        assertFault(
                "size = 1000",
                "size = -1",
                "pylock.toml, line 18, column 117: packages[0].wheels[0].size is -1; no file is that small.");
        assertFault(
                "size = 1000",
                "size = true",
                "pylock.toml, line 18, column 117: packages[0].wheels[0].size must be an integer, but it is a"
                        + " boolean.");
    }

    @Test
    void weakDigestAloneIsRefused() {
        assertBlock(
                "{ sha256 = \"" + "b".repeat(64) + "\" }",
                "{ md5 = \"d41d8cd98f00b204e9800998ecf8427e\" }",
                "pylock.toml, line 27, column 119: packages[1].wheels[0].hashes: " + SIX
                        + " has only md5, and a sha256 is needed.\n"
                        + "hint: mvn lambda-layer:lock\nsee problems.html#lock-hash");
        assertFault(
                "{ sha256 = \"" + "b".repeat(64) + "\" }",
                "{}",
                "pylock.toml, line 27, column 119: packages[1].wheels[0].hashes: " + SIX
                        + " has no digest, and a sha256 is needed.");
    }

    @Test
    void weakDigestBesideAStrongOneIsPassedOver() {
        assertThat(edited(folder, "hashes = { ", "hashes = { md5 = \"d41d8cd98f00b204e9800998ecf8427e\", ")
                        .select(LockChoice.of(PYTHON_312_X86)))
                .hasSize(2);
    }

    @Test
    void digestThatIsCutOffIsRefused() {
        assertFault(
                "b".repeat(64),
                "b".repeat(63),
                "pylock.toml, line 27, column 130: packages[1].wheels[0].hashes.sha256: a sha256 has 64 hexadecimal"
                        + " digits.");
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/six-1.17.0-py2.py3-none-any.whl, leaves the folder of the lock",
        "a/../../six-1.17.0-py2.py3-none-any.whl, leaves the folder of the lock",
        "/etc/six-1.17.0-py2.py3-none-any.whl, is absolute"
    })
    void pathThatLeavesTheFolderIsRefused(String path, String because) {
        assertBlock(
                SIX_ADDRESS,
                "path = \"" + path + "\"",
                "pylock.toml, line 27, column 43: packages[1].wheels[0].path: \"" + path + "\" " + because + ".\n"
                        + "hint: keep the wheels beside the lock, or name their folder in <findLinks>\n"
                        + "see problems.html#lock-path");
    }

    @Test
    void linkThatLeavesTheFolderIsRefused(@TempDir Path elsewhere) throws IOException {
        write(elsewhere.resolve(SIX), "");
        Files.createSymbolicLink(folder.resolve("wheels"), elsewhere);
        assertFault(
                SIX_ADDRESS,
                "path = \"wheels/" + SIX + "\"",
                "pylock.toml, line 27, column 43: packages[1].wheels[0].path: \"wheels/" + SIX
                        + "\" leads through a link out of the folder of the lock.");
    }

    @Test
    void pathIntoANamedFolderIsRead(@TempDir Path elsewhere) {
        String up = folder.relativize(elsewhere).toString();
        Path file = write(
                folder.resolve("pylock.toml"), smallText().replace(SIX_ADDRESS, "path = \"" + up + "/" + SIX + "\""));
        assertThat(PylockReader.read(file, List.of(elsewhere)).select(LockChoice.of(PYTHON_312_X86)))
                .extracting(IndexFile::url)
                .contains(elsewhere.resolve(SIX).toUri());
    }

    @Test
    void pathIsUsedBeforeTheUrl() {
        assertThat(edited(folder, SIX_ADDRESS, SIX_ADDRESS + ", path = \"./" + SIX + "\"")
                        .select(LockChoice.of(PYTHON_312_X86)))
                .extracting(IndexFile::url)
                .contains(folder.resolve(SIX).toUri());
    }

    @Test
    void fileAddressObeysTheSameRule() {
        assertFault(
                SIX_ADDRESS,
                "url = \"file:///etc/" + SIX + "\"",
                "pylock.toml, line 27, column 43: packages[1].wheels[0].url: \"/etc/" + SIX
                        + "\" leaves the folder of the lock.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host/", "host/", "https:///", "data:,", "https://a b/", "https://host:70000/"})
    void otherAddressesAreRefused(String address) {
        assertFault(
                SIX_ADDRESS,
                "url = \"" + address + SIX + "\"",
                "pylock.toml, line 27, column 43: packages[1].wheels[0].url: this is no address of a file that can be"
                        + " fetched by http, https or file.");
    }

    @Test
    void credentialsOfAnAddressAreLeftOutAndWarnedOf() {
        Pylock lock = edited(folder, "https://files.example/six", "https://user:canary@files.example:8443/six");
        assertThat(lock.warnings())
                .containsExactly("pylock.toml, line 27, column 43: the address of " + SIX
                        + " holds credentials, which are not used; put them into settings.xml.");
        assertThat(lock.toString()).doesNotContain("canary");
        assertThat(lock.select(LockChoice.of(PYTHON_312_X86)))
                .extracting(file -> file.url().toString())
                .contains("https://files.example:8443/" + SIX);
    }

    @Test
    void nameWinsOverTheAddress() {
        assertThat(edited(folder, SIX_ADDRESS, "name = \"" + SIX + "\", url = \"https://files.example/six?download=1\"")
                        .select(LockChoice.of(PYTHON_312_X86)))
                .extracting(IndexFile::toString)
                .contains(SIX);
    }

    @Test
    void wheelOfAnotherPackageIsRefused() {
        assertFault(
                SIX_ADDRESS,
                "url = \"https://files.example/seven-1.17.0-py3-none-any.whl\"",
                "pylock.toml, line 26, column 1: packages[1].wheels: seven-1.17.0-py3-none-any.whl is not a wheel of"
                        + " six 1.17.0.");
        assertFault(
                SIX_ADDRESS,
                "url = \"https://files.example/six-1.18.0-py3-none-any.whl\"",
                "pylock.toml, line 26, column 1: packages[1].wheels: six-1.18.0-py3-none-any.whl is not a wheel of"
                        + " six 1.17.0.");
    }

    @Test
    void packageHasOneSource() {
        assertBlock(
                "name = \"six\"\nversion",
                "name = \"six\"\ndirectory = { path = \".\" }\nversion",
                "pylock.toml, line 27, column 1: packages[1]: six has both directory and wheels, which exclude each"
                        + " other.\nsee problems.html#lock-source");
        assertThatThrownBy(() ->
                        read(folder, "lock-version = \"1.0\"\ncreated-by = \"x\"\n[[packages]]\nname = \"six\"\n"))
                .hasMessage("pylock.toml, line 3, column 1: packages[0]: six has no source: one of vcs, directory,"
                        + " archive, sdist and wheels is needed.");
    }

    @Test
    void valueThatIsNoneOfItsKindShowsWhere() {
        assertFault(
                "version = \"2.9.0\"",
                "version = \"2..9\"",
                "pylock.toml, line 11, column 1: packages[0].version: \"2..9\" is not a version: "
                        + "expected the version to end here.\n\n  2..9\n   ^");
    }

    @Test
    void markersOfAMergeAreNamed() {
        assertFault(
                "requires-python = \">=3.12,<3.13\"\n",
                "<<<<<<< HEAD\nrequires-python = \">=3.12,<3.13\"\n=======\n",
                "pylock.toml, line 6, column 1: a merge left its conflict marker \"<<<<<<<\" here.");
    }

    @Test
    void lockThatIsCutOffShowsWhere() {
        String text = smallText();
        assertThatThrownBy(() -> read(folder, text.substring(0, text.indexOf("wheels = [") + 30)))
                .hasMessage(
                        "pylock.toml, line 18, column 20: not TOML 1.0: unexpected end of input, expected a value.");
    }

    private void assertFault(String piece, String other, String sentence) {
        assertThatThrownBy(() -> edited(folder, piece, other))
                .isInstanceOf(LayerException.class)
                .hasMessage(sentence);
    }

    private void assertBlock(String piece, String other, String block) {
        assertThatThrownBy(() -> edited(folder, piece, other))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo(block);
    }
}
