package io.github.lambdalayer.python.requirement;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.SyntaxFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A line with a requirement and its own options: {@code six==1.17.0 --hash=sha256:…}. */
final class RequirementLine {

    private final LinePlace place;
    private final ProjectFolder project;
    private final boolean secret;

    /** @param secret whether variables were filled in, so that the line must not be shown */
    RequirementLine(LinePlace place, ProjectFolder project, boolean secret) {
        this.place = place;
        this.project = project;
        this.secret = secret;
    }

    DeclaredRequirement parse(String line, Path folder) {
        int options = optionsStart(line);
        String text = line.substring(0, options).stripTrailing();
        DirectReference reference = new DirectReference(place, project);
        Requirement requirement = requirement(DirectReference.isOne(text) ? reference.asRequirement(text) : text);
        requirement.url().ifPresent(reference::requireWheel);
        Set<String> digests = new LinkedHashSet<>(new DigestOption(place).sha256(hashes(line.substring(options))));
        requirement.urlSha256().ifPresent(digests::add);
        Requirement located = withDigest(reference.located(requirement, folder), digests);
        return new DeclaredRequirement(secret ? located.asSecret() : located, place.toString(), digests);
    }

    /** A file has one digest, wherever it is named. */
    private Requirement withDigest(Requirement requirement, Set<String> digests) {
        if (requirement.url().isPresent() && digests.size() > 1) {
            throw place.fault(
                    RequirementsFileProblem.REQUIREMENTS_FILE_HASH, "one file has one sha256, and several are named.");
        }
        return digests.stream().findFirst().map(requirement::withUrlSha256).orElse(requirement);
    }

    private Requirement requirement(String text) {
        try {
            return RequirementParser.parse(text);
        } catch (SyntaxFault e) {
            if (secret) {
                throw place.fault(
                        RequirementProblem.BAD_REQUIREMENT,
                        "with its variables filled in, this is not a requirement: " + e.expected() + ".");
            }
            LayerException shown = e.in(RequirementProblem.BAD_REQUIREMENT, "a requirement", text);
            throw place.fault(shown.code(), shown.sentence(), shown.hints().toArray(String[]::new));
        }
    }

    private List<String> hashes(String options) {
        List<String> hashes = new ArrayList<>();
        for (OptionWords words : OptionWords.of(options, place)) {
            if (words.option().use() != FileOption.Use.OF_REQUIREMENT) {
                throw place.fault(
                        RequirementsFileProblem.REQUIREMENTS_FILE_OPTION,
                        words.option().shown() + " stands on a line of its own, not behind a requirement.",
                        "write it on a line of its own");
            }
            // The other options of a requirement say how it is built, and nothing is built here.
            if (words.option() == FileOption.HASH) {
                hashes.add(words.value());
            }
        }
        return hashes;
    }

    /** Options begin at the first hyphen that stands after a blank. */
    private static int optionsStart(String line) {
        for (int i = 1; i < line.length(); i++) {
            if (line.charAt(i) == '-' && LogicalLine.isBlank(line.charAt(i - 1))) {
                return i;
            }
        }
        return line.length();
    }
}
