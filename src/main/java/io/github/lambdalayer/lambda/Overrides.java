package io.github.lambdalayer.lambda;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;

/** Reads what a user says about a runtime. */
final class Overrides {

    private Overrides() {}

    /** 34 of {@code 2.34}. */
    static int glibcMinor(String glibc) {
        String minor = glibc.startsWith("2.") ? glibc.substring(2) : "";
        boolean number = !minor.isEmpty()
                && minor.length() <= 2
                && minor.charAt(0) != '0'
                && minor.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number || Integer.parseInt(minor) < 5) {
            throw new LayerException(
                    LambdaProblem.BAD_RUNTIME_OVERRIDE,
                    "\"" + Printable.name(glibc) + "\" is not a version of glibc.",
                    "write it such as 2.34");
        }
        return Integer.parseInt(minor);
    }

    /** The same text, when it is a version of Python 3.{@code minor}, for example {@code 3.13.5}. */
    static String pythonFullVersion(String text, int minor) {
        String prefix = "3." + minor + ".";
        String patch = text.startsWith(prefix) ? text.substring(prefix.length()) : "";
        if (patch.isEmpty() || patch.length() > 3 || !patch.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new LayerException(
                    LambdaProblem.BAD_RUNTIME_OVERRIDE,
                    "\"" + Printable.name(text) + "\" is not a full version of Python 3." + minor + ".",
                    "write it with its patch level, such as 3." + minor + ".0");
        }
        return text;
    }
}
