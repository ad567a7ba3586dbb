package io.github.lambdalayer.maven;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds parameters that no goal knows. Maven ignores them in silence, so a layer would be built without what
 * {@code <requirments>} asks for.
 */
final class MisspeltNames {

    /** What the structured parameters hold. */
    static final Map<String, Set<String>> PARTS = Map.of(
            "indexes", Set.of("id", "url", "explicit", "packages"),
            "resources", Set.of("directory", "targetPath", "includes", "excludes"),
            "functions", FunctionReader.PARTS,
            "permissions", Set.of("account", "organization"));

    private static final List<String> SECRETS = List.of("password", "token", "secret");

    private final Set<String> known;
    private final List<String> warnings = new ArrayList<>();

    private MisspeltNames(Set<String> known) {
        this.known = known;
    }

    /**
     * One sentence for each name that is not known.
     *
     * @param known the parameters of all goals
     * @param skipped what is a property alone, such as {@code publish.skip}
     * @throws LayerException with {@link PomProblem#SECRET_IN_POM} when the name is one for a password
     */
    static List<String> warnings(
            Set<String> known, Set<String> skipped, ParameterTree pom, Collection<String> properties) {
        MisspeltNames names = new MisspeltNames(known);
        names.checkAll(pom);
        pom.child("layers").ifPresent(layers -> layers.children().forEach(names::checkAll));
        String prefix = Parameters.PREFIX;
        Set<String> knownProperties = new HashSet<>(known);
        knownProperties.addAll(skipped);
        properties.stream()
                .filter(property -> property.startsWith(prefix))
                .sorted()
                .map(property -> property.substring(prefix.length()))
                .forEach(name -> names.check(knownProperties, name, "-D" + prefix + name, "-D" + prefix, ""));
        return names.warnings;
    }

    private void checkAll(ParameterTree parameters) {
        for (ParameterTree parameter : parameters.children()) {
            check(known, parameter.name(), "<" + parameter.name() + ">", "<", ">");
            Set<String> parts = PARTS.get(parameter.name());
            if (parts != null) {
                parameter.children().forEach(whole -> checkParts(parts, whole));
            }
        }
    }

    private void checkParts(Set<String> parts, ParameterTree whole) {
        for (ParameterTree part : whole.children()) {
            check(parts, part.name(), "<" + part.name() + "> in <" + whole.name() + ">", "<", ">");
        }
    }

    private void check(Set<String> known, String name, String written, String before, String after) {
        if (known.contains(name)) {
            return;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (SECRETS.stream().anyMatch(lower::contains)) {
            throw new LayerException(
                    PomProblem.SECRET_IN_POM,
                    written + " is no parameter: mvn -X prints what stands in a pom or on the command line.",
                    "put the password into a <server> of settings.xml and name its id in <indexServerId>, or in the"
                            + " <id> of an <index>");
        }
        warnings.add(written + " is not a parameter of this plugin; it is ignored"
                + NearestName.of(name, known)
                        .map(near -> ". Did you mean " + before + near + after + "?")
                        .orElse("."));
    }
}
