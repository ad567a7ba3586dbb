package io.github.lambdalayer.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;

/** Attaches zips to their project, so that {@code install} and {@code deploy} keep them. */
final class ZipAttachment {

    private static final String PACKAGING = "lambda-layer";

    private final MavenProjectHelper projects;
    private final MavenProject project;

    ZipAttachment(MavenProjectHelper projects, MavenProject project) {
        this.projects = projects;
        this.project = project;
    }

    /**
     * Attaches zips under their classifiers, unless an earlier goal of this build has. In a project of our own packaging
     * the first is the project's own artifact. Where another execution has attached another layer's zip under a
     * classifier, this one has the name of its layer.
     */
    void attach(Map<Path, String> classifiers) {
        boolean isFirst = project.getPackaging().equals(PACKAGING);
        for (Map.Entry<Path, String> each : classifiers.entrySet()) {
            File zip = each.getKey().toFile();
            if (isFirst && isFreeFor(zip, project.getArtifact())) {
                project.getArtifact().setFile(zip);
            } else {
                attach(zip, each.getValue());
            }
            isFirst = false;
        }
    }

    private void attach(File zip, String classifier) {
        String layer = zip.getName().replaceFirst("\\.zip$", "");
        String free = attached(classifier).allMatch(other -> isFreeFor(zip, other)) ? classifier : layer;
        if (attached(free).findAny().isEmpty()) {
            projects.attachArtifact(project, "zip", free, zip);
        }
    }

    private Stream<Artifact> attached(String classifier) {
        return project.getAttachedArtifacts().stream()
                .filter(a -> classifier.equals(a.getClassifier()) && "zip".equals(a.getType()));
    }

    private static boolean isFreeFor(File zip, Artifact artifact) {
        return artifact.getFile() == null || artifact.getFile().equals(zip);
    }
}
