package io.github.lambdalayer.python.lock;

import static io.github.lambdalayer.python.lock.Locks.PYTHON_312_X86;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.ExtraName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A lock whose extras and groups exclude each other, which uv wrote for the pyproject.toml beside it. What is expected is
 * what {@code uv export} and {@code uv sync --dry-run} say of the same choice.
 */
class UvConflictsTest {

    private static final Path FILE = Path.of("src/test/resources/locks/conflicts/uv.lock");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -",
                "old, -, python-dateutil 2.8.2; six 1.15.0",
                "new, -, python-dateutil 2.8.2; six 1.16.0",
                "-, left, dnspython 2.6.1; email-validator 2.1.1; idna 3.6",
                "-, right, dnspython 2.6.1; email-validator 2.1.1; idna 3.7",
                "old, left, dnspython 2.6.1; email-validator 2.1.1; idna 3.6; python-dateutil 2.8.2; six 1.15.0",
                "new, right, dnspython 2.6.1; email-validator 2.1.1; idna 3.7; python-dateutil 2.8.2; six 1.16.0",
                "slow, -, packaging 23.2",
                "fast, -, packaging 24.0",
                "slow old, left,"
                        + " dnspython 2.6.1; email-validator 2.1.1; idna 3.6; packaging 23.2; python-dateutil 2.8.2; six 1.15.0",
            })
    void choiceDecidesOnTheVersions(String extras, String groups, String packages) {
        assertThat(String.join("; ", versions(choice(extras, groups)))).isEqualTo(packages == null ? "" : packages);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "old new, -, 4, 14, extra new of app and extra old of app",
                "-, left right, 7, 4, group left of app and group right of app",
                "old, right, 10, 4, extra old of app and group right of app",
                "slow fast, -, 13, 4, extra plain of lib and extra quick of lib",
            })
    void whatExcludesEachOtherIsRefused(String extras, String groups, int line, int column, String both) {
        assertThatThrownBy(() -> versions(choice(extras, groups)))
                .asInstanceOf(type(LayerException.class))
                .extracting(LayerException::block)
                .isEqualTo("""
                        uv.lock, line %d, column %d: %s exclude each other, and the layer asks for both.
                        hint: name only one of them in <extras> and <groups>
                        see problems.html#lock-choice""".formatted(line, column, both));
    }

    /** Nothing is looked for on the way to what cannot be: an edge that leads nowhere then is not the fault. */
    @Test
    void exclusionIsToldBeforeAnEdgeThatLeadsNowhere() throws IOException {
        String gone = Files.readString(FILE).replace("{ name = \"python-dateutil\" }", "{ name = \"gone\" }");
        Path lock = Locks.write(folder.resolve("uv.lock"), gone);
        assertThat(gone).contains("gone");
        assertThatThrownBy(() -> UvLockReader.read(lock, choice("old new", "left"), List.of()))
                .hasMessageContaining("extra new of app and extra old of app exclude each other");
    }

    private static List<String> versions(LockChoice choice) {
        return UvLockReader.read(FILE, choice, List.of()).select(choice).stream()
                .map(file -> file.filename().name() + " " + file.filename().version())
                .toList();
    }

    private static LockChoice choice(String extras, String groups) {
        return LockChoice.of(PYTHON_312_X86).withExtras(names(extras)).withGroups(names(groups));
    }

    private static List<ExtraName> names(String names) {
        return Stream.ofNullable(names)
                .flatMap(text -> Stream.of(text.split(" ")))
                .map(ExtraName::of)
                .collect(Collectors.toList());
    }
}
