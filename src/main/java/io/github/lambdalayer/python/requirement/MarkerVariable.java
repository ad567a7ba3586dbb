package io.github.lambdalayer.python.requirement;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A variable of markers (PEP 508, PEP 751), and how its values are compared. */
enum MarkerVariable implements MarkerOperand {
    IMPLEMENTATION_NAME(Kind.STRING),
    IMPLEMENTATION_VERSION(Kind.VERSION),
    OS_NAME(Kind.STRING),
    PLATFORM_MACHINE(Kind.STRING),
    PLATFORM_PYTHON_IMPLEMENTATION(Kind.STRING),
    PLATFORM_RELEASE(Kind.VERSION),
    PLATFORM_SYSTEM(Kind.STRING),
    PLATFORM_VERSION(Kind.VERSION),
    PYTHON_FULL_VERSION(Kind.VERSION),
    PYTHON_VERSION(Kind.VERSION),
    SYS_PLATFORM(Kind.STRING),
    EXTRA(Kind.EXTRA),
    EXTRAS(Kind.SET),
    DEPENDENCY_GROUPS(Kind.SET);

    enum Kind {
        /** As versions where both sides are, else as texts. */
        VERSION,
        /** As texts. */
        STRING,
        /** The extra that is asked for, in normal form. */
        EXTRA,
        /** Only {@code in} and {@code not in}, and only in a lock file. */
        SET
    }

    private static final Map<String, MarkerVariable> BY_NAME = byName();

    private final Kind kind;

    MarkerVariable(Kind kind) {
        this.kind = kind;
    }

    /** With the names that were used before PEP 508. */
    private static Map<String, MarkerVariable> byName() {
        Map<String, MarkerVariable> names = new HashMap<>();
        for (MarkerVariable variable : values()) {
            names.put(variable.toString(), variable);
        }
        names.put("os.name", OS_NAME);
        names.put("platform.machine", PLATFORM_MACHINE);
        names.put("platform.python_implementation", PLATFORM_PYTHON_IMPLEMENTATION);
        names.put("platform.version", PLATFORM_VERSION);
        names.put("python_implementation", PLATFORM_PYTHON_IMPLEMENTATION);
        names.put("sys.platform", SYS_PLATFORM);
        return names;
    }

    /** The variable of a name, also of one from before PEP 508 such as {@code os.name}. */
    static Optional<MarkerVariable> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    Kind kind() {
        return kind;
    }

    /** Whether its values are names of extras or groups, compared in normal form. */
    boolean holdsNames() {
        return kind == Kind.EXTRA || kind == Kind.SET;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
