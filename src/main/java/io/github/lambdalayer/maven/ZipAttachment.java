package io.github.lambdalayer.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.project.MavenProject;

/** Attaches zips to their project, so that {@code install} and {@code deploy} keep them. */
final class ZipAttachment {

    private static final String PACKAGING = "lambda-layer";

    private final MavenServices services;
    private final MavenProject project;

    ZipAttachment(MavenServices services, MavenProject project) {
        this.services = services;
        this.project = project;
    }

    /**
     * Attaches zips under their classifiers, unless an earlier goal of this build has. In a project of our own packaging
     * the first is the project's own artifact.
     */
    void attach(Map<Path, String> classifiers) {
        boolean isArtifact = project.getPackaging().equals(PACKAGING);
        for (Map.Entry<Path, String> each : classifiers.entrySet()) {
            File zip = each.getKey().toFile();
            if (isArtifact) {
                project.getArtifact().setFile(zip);
                isArtifact = false;
            } else {
                attach(zip, each.getValue());
            }
        }
    }

    private void attach(File zip, String classifier) {
        boolean attached = project.getAttachedArtifacts().stream()
                .anyMatch(a -> classifier.equals(a.getClassifier()) && "zip".equals(a.getType()));
        if (!attached) {
            services.projects().attachArtifact(project, "zip", classifier, zip);
        }
    }
}
