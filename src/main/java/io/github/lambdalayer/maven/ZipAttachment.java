package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.LayerSpec;
import java.util.List;
import org.apache.maven.project.MavenProject;

/** Attaches zips to their project, so that {@code install} and {@code deploy} keep them. */
final class ZipAttachment {

    private static final String PACKAGING = "lambda-layer";

    private final MavenServices services;
    private final MavenProject project;
    private final String classifier;

    ZipAttachment(MavenServices services, MavenProject project, String classifier) {
        this.services = services;
        this.project = project;
        this.classifier = classifier;
    }

    /**
     * Attaches each zip; two under one classifier would replace one another, so that of several is the layer's name. In a
     * project of our own packaging the first is the project's own artifact.
     */
    void attach(List<LayerSpec> specs) {
        boolean isArtifact = project.getPackaging().equals(PACKAGING);
        if (isArtifact) {
            project.getArtifact().setFile(specs.get(0).files().zip().toFile());
        }
        for (LayerSpec spec : specs.subList(isArtifact ? 1 : 0, specs.size())) {
            String own = specs.size() == 1 ? classifier : spec.name().value();
            boolean attached = project.getAttachedArtifacts().stream()
                    .anyMatch(a -> own.equals(a.getClassifier()) && "zip".equals(a.getType()));
            if (!attached) {
                services.projects()
                        .attachArtifact(project, "zip", own, spec.files().zip().toFile());
            }
        }
    }
}
