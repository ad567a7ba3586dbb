package io.github.lambdalayer.explain;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.name.PackageName;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.version.Version;
import io.github.lambdalayer.python.wheel.WheelFilename;
import java.util.Optional;

/**
 * What is asked about: {@code numpy}, {@code numpy==1.20.2} or {@code numpy-1.20.2-cp38-cp38-manylinux1_i686.whl}.
 *
 * @param text as it was given
 */
public record Subject(String text, PackageName name, Optional<Version> version, Optional<WheelFilename> wheel) {

    /**
     * The subject that a text means.
     *
     * @throws LayerException with {@link ExplainProblem#BAD_SUBJECT} for requirements that name more than a version
     */
    public static Subject parse(String text) {
        if (text.endsWith(".whl")) {
            WheelFilename wheel = WheelFilename.parse(text);
            return new Subject(text, wheel.name(), Optional.of(wheel.version()), Optional.of(wheel));
        }
        if (text.indexOf('@') < 0 && (text.endsWith(".tar.gz") || text.endsWith(".zip"))) {
            throw new LayerException(
                    ExplainProblem.BAD_SUBJECT,
                    "\"" + text + "\" is a source distribution, and only wheels are used.",
                    "ask about the version: <package>==<version>");
        }
        Requirement requirement = Requirement.parse(text);
        boolean isPin = requirement.specifiers().isPin();
        if (!(isPin || requirement.specifiers().isAny()) || requirement.url().isPresent()) {
            throw new LayerException(
                    ExplainProblem.BAD_SUBJECT,
                    "\"" + text + "\" is neither a package, nor one version of it, nor the name of a wheel.",
                    requirement.name() + ", or " + requirement.name() + "==<version>");
        }
        Optional<Version> version = isPin
                ? Version.tryParse(requirement.specifiers().clauses().get(0).version())
                : Optional.empty();
        return new Subject(text, requirement.name(), version, Optional.empty());
    }
}
