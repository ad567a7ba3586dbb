package io.github.lambdalayer.audit;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.util.Locale;

/** How grave a finding is. */
public enum Level {
    /** The layer is not written. */
    ERROR,
    /** It is told. */
    WARN,
    /** It is not even looked for. */
    OFF;

    /**
     * The level that is written so: {@code error}, {@code warn} or {@code off}.
     *
     * @param check whose level it is, for example {@code collision}
     * @throws LayerException {@link AuditProblem#BAD_FINDING_LEVEL}
     */
    static Level of(String text, String check) {
        for (Level level : values()) {
            if (level.text().equals(text)) {
                return level;
            }
        }
        throw new LayerException(
                AuditProblem.BAD_FINDING_LEVEL,
                "\"" + Printable.name(text) + "\" is not a level of the finding " + check + ".",
                "write error, warn or off");
    }

    /** As it is written in the pom: {@code error}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
