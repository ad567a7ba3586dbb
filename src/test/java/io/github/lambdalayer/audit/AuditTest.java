package io.github.lambdalayer.audit;

import static io.github.lambdalayer.testing.WheelBuilder.wheel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {

    @TempDir
    Path folder;

    @AutoClose
    private AuditFixture fixture;

    @BeforeEach
    void open() {
        fixture = new AuditFixture(folder);
    }

    @Test
    void levelsOfThePomDecide() {
        AuditedLayer layer = fixture.layer(wheel("demo", "1.0").requires("six"));
        assertThat(Audit.with(Map.of()).run(layer)).extracting(Finding::level).containsExactly(Level.ERROR);
        assertThat(Audit.with(Map.of("missing-requirement", "warn")).run(layer))
                .extracting(Finding::level)
                .containsExactly(Level.WARN);
        assertThat(Audit.with(Map.of("missing-requirement", "off")).run(layer)).isEmpty();
    }

    @Test
    void everyFaultInTheLevelsIsTold() {
        Map<String, String> levels = new TreeMap<>(Map.of("colision", "warn", "pth", "fatal"));
        assertThatThrownBy(() -> Audit.with(levels))
                .isInstanceOfSatisfying(
                        LayerException.class,
                        e -> assertThat(e.block())
                                .isEqualTo(
                                        "2 problems:\n\nThere is no check \"colision\"; did you mean collision?\n\n\"fatal\" is not a level of the finding pth.\n\n"
                                                + "hint: the checks are " + String.join(", ", Audit.names())
                                                + "\nhint: write error, warn or off\nsee problems.html#unknown-check"));
    }

    @Test
    void levelsAreWrittenInLowerCase() {
        for (Level level : Level.values()) {
            assertThat(Level.of(level.text(), "glibc")).isEqualTo(level);
        }
        assertThatThrownBy(() -> Level.of("WARN", "glibc")).hasMessage("\"WARN\" is not a level of the finding glibc.");
    }
}
