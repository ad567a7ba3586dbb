package io.github.lambdalayer.maven;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Printable;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** A zip that Maven keeps: the project's repositories are asked, as for any dependency. */
final class ZipArtifact {

    private final RepositorySystem repositories;
    private final MavenSession session;
    private final MavenProject project;

    ZipArtifact(RepositorySystem repositories, MavenSession session, MavenProject project) {
        this.repositories = repositories;
        this.session = session;
        this.project = project;
    }

    /** Whether a text is {@code group:artifact:version}, with a type and a classifier or without, and not a path. */
    static boolean isCoordinates(String text) {
        int parts = text.split(":", -1).length;
        return parts >= 3 && parts <= 5 && text.indexOf('/') < 0 && text.indexOf('\\') < 0;
    }

    /**
     * Its file.
     *
     * @throws LayerException {@link PomProblem#BAD_PARAMETER}, {@link PomProblem#ZIP_NOT_FOUND}
     */
    Path file(Given coordinates) {
        ArtifactRequest request =
                new ArtifactRequest(artifact(coordinates), project.getRemoteProjectRepositories(), null);
        try {
            return repositories
                    .resolveArtifact(session.getRepositorySession(), request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new LayerException(
                    PomProblem.ZIP_NOT_FOUND,
                    "The zip " + Printable.name(coordinates.text()) + " is in none of the project's repositories.",
                    List.of("see that it was deployed, with that classifier; -X shows which repositories were asked"),
                    e);
        }
    }

    private static Artifact artifact(Given coordinates) {
        List<String> parts = List.of(coordinates.text().split(":", -1));
        if (parts.stream().anyMatch(String::isBlank)) {
            throw new LayerException(
                    PomProblem.BAD_PARAMETER,
                    coordinates.place() + ": \"" + Printable.name(coordinates.text()) + "\" is not a Maven artifact.",
                    "write group:artifact:version:zip:classifier");
        }
        String type = parts.size() > 3 ? parts.get(3) : "zip";
        String classifier = parts.size() > 4 ? parts.get(4) : "";
        return new DefaultArtifact(parts.get(0), parts.get(1), classifier, type, parts.get(2));
    }
}
