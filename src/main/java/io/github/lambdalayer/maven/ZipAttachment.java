package io.github.lambdalayer.maven;

import io.github.lambdalayer.build.LayerSpec;
import java.util.List;
import org.apache.maven.project.MavenProject;

/** Attaches zips to their project, so that {@code install} and {@code deploy} keep them. */
final class ZipAttachment {

    private final MavenServices services;
    private final MavenProject project;
    private final String classifier;

    ZipAttachment(MavenServices services, MavenProject project, String classifier) {
        this.services = services;
        this.project = project;
        this.classifier = classifier;
    }

    /** Attaches each zip; two under one classifier would replace one another, so that of several is the layer's name. */
    void attach(List<LayerSpec> specs) {
        for (LayerSpec spec : specs) {
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
