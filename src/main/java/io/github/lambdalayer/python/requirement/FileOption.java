package io.github.lambdalayer.python.requirement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The options of a requirements.txt that pip knows, and what they mean here. */
enum FileOption {
    REQUIREMENT(Use.INCLUDE, true, "-r --requirement"),
    CONSTRAINT(Use.INCLUDE, true, "-c --constraint"),
    EDITABLE(Use.REFUSED, true, "-e --editable"),
    NO_BINARY(Use.REFUSED, true, "--no-binary"),
    ALL_RELEASES(Use.REFUSED, true, "--all-releases"),
    ONLY_FINAL(Use.REFUSED, true, "--only-final"),
    INDEX_URL(Use.INDEX, true, "-i --index-url --pypi-url"),
    EXTRA_INDEX_URL(Use.INDEX, true, "--extra-index-url"),
    FIND_LINKS(Use.INDEX, true, "-f --find-links"),
    NO_INDEX(Use.INDEX, false, "--no-index"),
    TRUSTED_HOST(Use.INDEX, true, "--trusted-host"),
    REQUIRE_HASHES(Use.SWITCH, false, "--require-hashes"),
    NO_REQUIRE_HASHES(Use.SWITCH, false, "--no-require-hashes"),
    PRE(Use.SWITCH, false, "--pre"),
    HASH(Use.OF_REQUIREMENT, true, "--hash"),
    CONFIG_SETTINGS(Use.OF_REQUIREMENT, true, "-C --config-settings --config-setting"),
    GLOBAL_OPTION(Use.OF_REQUIREMENT, true, "--global-option"),
    ONLY_BINARY(Use.WITHOUT_EFFECT, true, "--only-binary"),
    PREFER_BINARY(Use.WITHOUT_EFFECT, false, "--prefer-binary"),
    USE_FEATURE(Use.WITHOUT_EFFECT, true, "--use-feature");

    /** What is done with an option. */
    enum Use {
        /** Another file is read. */
        INCLUDE,
        /** It says where packages come from. */
        INDEX,
        /** It changes how the rest is read. */
        SWITCH,
        /** It belongs to one requirement. */
        OF_REQUIREMENT,
        /** Wheels are all that is ever used, so it changes nothing. */
        WITHOUT_EFFECT,
        /** It asks for what is not done here. */
        REFUSED
    }

    private final Use use;
    private final boolean hasValue;
    private final String names;

    FileOption(Use use, boolean hasValue, String names) {
        this.use = use;
        this.hasValue = hasValue;
        this.names = names;
    }

    Use use() {
        return use;
    }

    boolean hasValue() {
        return hasValue;
    }

    /** The long name, for sentences. */
    String shown() {
        return names().size() == 1 ? names : names().get(1);
    }

    /** Why it is refused, as the end of a sentence that begins with its name. */
    String because() {
        return switch (this) {
            case EDITABLE -> "installs a folder while it is being edited, which no layer can hold";
            case NO_BINARY -> "asks for source distributions, and nothing is built here";
            default -> "is not known here; set <prereleases> in the pom";
        };
    }

    /** How to go on without it. */
    String[] hints() {
        return this == EDITABLE
                ? new String[] {
                    "take the line out where it is your own project: its modules come from <sourceDirectory>",
                    "or " + DirectReference.BUILD_HINT
                }
                : new String[0];
    }

    private List<String> names() {
        return List.of(names.split(" "));
    }

    static Optional<FileOption> of(String name) {
        return Arrays.stream(values()).filter(o -> o.names().contains(name)).findFirst();
    }
}
