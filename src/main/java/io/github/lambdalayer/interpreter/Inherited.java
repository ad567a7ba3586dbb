package io.github.lambdalayer.interpreter;

import java.util.Locale;
import java.util.Set;

/**
 * What a Python gets to see of the build's own variables: where things are, and how this machine writes. The code of a layer
 * is that of strangers, and a build has keys and tokens under names that nobody can list.
 */
final class Inherited {

    private static final Set<String> NAMES = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LANG",
            "LANGUAGE",
            "TZ",
            "TMPDIR",
            "TEMP",
            "TMP",
            "AWS_REGION",
            "AWS_DEFAULT_REGION",
            // Windows does not start programs without some of these.
            "SYSTEMROOT",
            "SYSTEMDRIVE",
            "WINDIR",
            "COMSPEC",
            "PATHEXT",
            "USERPROFILE",
            "APPDATA",
            "LOCALAPPDATA",
            "NUMBER_OF_PROCESSORS",
            "PROCESSOR_ARCHITECTURE",
            // By these the scripts that stand on the PATH for a Python find it.
            "PYENV_ROOT",
            "PYENV_VERSION",
            "ASDF_DIR",
            "ASDF_DATA_DIR",
            "MISE_DATA_DIR");

    private Inherited() {}

    /** Whether a variable is handed on; names are compared as Windows does it, without regard to case. */
    static boolean isHarmless(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return NAMES.contains(upper) || upper.startsWith("LC_");
    }
}
