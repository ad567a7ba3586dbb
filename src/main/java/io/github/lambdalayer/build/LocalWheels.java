package io.github.lambdalayer.build;

import io.github.lambdalayer.files.IoReason;
import io.github.lambdalayer.files.Sha256;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.requirement.Requirement;
import io.github.lambdalayer.python.requirement.RequirementsFile;
import io.github.lambdalayer.python.requirement.RequirementsPolicy;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Wheels of this machine that are required by their path: their digest is computed, where others must name it. */
final class LocalWheels {

    private LocalWheels() {}

    /**
     * The requirement with the digest of its file; the same when it names no file, or the digest.
     *
     * @throws LayerException {@link BuildProblem#CANNOT_READ} when there is no such file
     */
    static Requirement digested(Requirement requirement, String origin) {
        return requirement.urlSha256().isPresent()
                ? requirement
                : path(requirement)
                        .map(path -> requirement.withUrlSha256(sha256(path, requirement, origin)))
                        .orElse(requirement);
    }

    /** The file that a requirement names. */
    static Optional<Path> path(Requirement requirement) {
        return requirement.url().filter(url -> url.startsWith("file:")).flatMap(LocalWheels::parse);
    }

    private static Optional<Path> parse(String url) {
        try {
            return Optional.of(Path.of(URI.create(Requirement.bare(url))));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // The resolver says what is wrong with it.
        }
    }

    private static String sha256(Path path, Requirement requirement, String origin) {
        try {
            return Sha256.hex(Sha256.digest(path));
        } catch (IOException e) {
            throw new LayerException(
                    BuildProblem.CANNOT_READ,
                    requirement.name() + " cannot be had by the path that " + origin + " names: " + IoReason.of(e)
                            + ".",
                    List.of("correct the path; it is seen from the pom, or from the file that names it"),
                    e);
        }
    }

    /** Those that a layer requires; its files are read only where they name wheels. */
    static List<Path> of(LayerSpec spec) {
        boolean namesWheels = spec.wanted().ofAll(Wanted::files).stream().anyMatch(file -> areNamedIn(file, spec));
        List<Requirement> required = namesWheels
                ? Requirements.of(spec).requirements()
                : spec.wanted().ofAll(Wanted::requirements);
        return Stream.concat(required.stream(), spec.wanted().ofAll(Wanted::overrides).stream())
                .flatMap(requirement -> path(requirement).stream())
                .distinct()
                .toList();
    }

    private static boolean areNamedIn(Path file, LayerSpec spec) {
        if (InputKind.of(file).isLock() || !Files.exists(file)) {
            return false;
        }
        return lines(file, spec).stream().anyMatch(line -> line.contains(".whl"));
    }

    /** Of a requirements.txt with those that it includes, variables filled in. */
    private static List<String> lines(Path file, LayerSpec spec) {
        try {
            return InputKind.mayInclude(file)
                    ? RequirementsFile.lines(file, RequirementsPolicy.of(spec.basedir()))
                    : List.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return List.of(); // Whoever reads it says so.
        }
    }
}
