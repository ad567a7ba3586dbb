package io.github.lambdalayer.maven;

import io.github.lambdalayer.aws.LayerPermission;
import io.github.lambdalayer.aws.LayerSharing;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads each {@code <permission>}, which has an {@code <account>} or an {@code <organization>}. */
final class PermissionReader {

    private final Parameters parameters;
    private final Problems problems;

    PermissionReader(Parameters parameters, Problems problems) {
        this.parameters = parameters;
        this.problems = problems;
    }

    /** Whom the layer is shared with; faults are added to the problems. */
    LayerSharing read() {
        Boolean isPublicAllowed = problems.collect(() -> parameters.flag("allowPublic", false));
        if (parameters.text("permissions").isEmpty()) {
            return LayerSharing.UNDECLARED;
        }
        List<LayerPermission> permissions = new ArrayList<>();
        List<ParameterTree> parts = parameters.parts("permissions");
        for (int i = 0; i < parts.size(); i++) {
            ParameterTree part = parts.get(i);
            String place = "<permission> " + (i + 1);
            LayerPermission permission = problems.collect(() -> permission(part, place));
            if (permission != null) {
                permissions.add(permission);
            }
        }
        // Whether everyone may be among them is another question where the answer is no word.
        LayerSharing sharing =
                problems.collect(() -> LayerSharing.of(permissions, isPublicAllowed == null || isPublicAllowed));
        return sharing == null ? LayerSharing.UNDECLARED : sharing;
    }

    private static LayerPermission permission(ParameterTree part, String place) {
        Optional<Given> account = given(part, "account", place);
        Optional<Given> organization = given(part, "organization", place);
        if (account.isPresent() == organization.isPresent()) {
            throw new LayerException(
                    PomProblem.BAD_PARAMETER,
                    place + " must have either an <account> or an <organization>"
                            + (account.isPresent() ? ", and has both." : "."),
                    "<permission><account>210987654321</account></permission>");
        }
        return account.isPresent()
                ? account.get().as(LayerPermission::ofAccount)
                : organization.orElseThrow().as(LayerPermission::ofOrganization);
    }

    private static Optional<Given> given(ParameterTree part, String name, String place) {
        return part.child(name)
                .map(ParameterTree::text)
                .filter(text -> !text.isEmpty())
                .map(text -> new Given(text, place));
    }
}
