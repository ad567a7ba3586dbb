package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import io.github.lambdalayer.python.name.PackageName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Digests are all or nothing: one of them asks for one at each requirement, and each of those must be pinned. */
final class DigestRules {

    private final List<DeclaredRequirement> requirements;
    private final List<DeclaredRequirement> constraints;
    private final Problems problems;

    DigestRules(List<DeclaredRequirement> requirements, List<DeclaredRequirement> constraints, Problems problems) {
        this.requirements = requirements;
        this.constraints = constraints;
        this.problems = problems;
    }

    /** Whether only files whose digests are named may be used. */
    boolean check(Set<FileOption> switches) {
        Optional<DeclaredRequirement> first = Stream.concat(requirements.stream(), constraints.stream())
                .filter(r -> r.requirement().url().isEmpty() && !r.sha256().isEmpty())
                .findFirst();
        boolean asked = switches.contains(FileOption.REQUIRE_HASHES);
        if (switches.contains(FileOption.NO_REQUIRE_HASHES) || !(asked || first.isPresent())) {
            return false;
        }
        String because = first.map(r -> r.origin() + " has").orElse("--require-hashes asks for it");
        // pip 26.1: the digests of a constraint count for the requirement of that name.
        Set<PackageName> constrained = constraints.stream()
                .filter(c -> !c.sha256().isEmpty())
                .map(c -> c.requirement().name())
                .collect(Collectors.toSet());
        requirements.forEach(r -> check(r, constrained.contains(r.requirement().name()), because));
        return true;
    }

    private void check(DeclaredRequirement found, boolean constrained, String because) {
        Requirement requirement = found.requirement();
        if (found.sha256().isEmpty() && !constrained) {
            problems.add(
                    fault(
                            found,
                            requirement + " has no --hash, but " + because + ": all have one, or none.",
                            "let the tool that locks write them all: uv pip compile --generate-hashes, or pip-compile --generate-hashes"));
        } else if (requirement.url().isEmpty() && !requirement.specifiers().isPin() && !constrained) {
            problems.add(fault(
                    found,
                    requirement + " has a --hash, so it must be pinned with ==.",
                    "write the version that the digest is of: " + requirement.name() + "==<version>"));
        }
    }

    private static LayerException fault(DeclaredRequirement found, String sentence, String hint) {
        return new LayerException(
                RequirementsFileProblem.REQUIREMENTS_FILE_HASH, found.origin() + ": " + sentence, hint);
    }
}
