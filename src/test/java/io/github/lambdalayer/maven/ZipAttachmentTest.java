package io.github.lambdalayer.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.junit.jupiter.api.Test;

class ZipAttachmentTest {

    private static final Path A = Path.of("target", "a.zip");
    private static final Path B = Path.of("target", "b.zip");

    private final MavenProject project = new MavenProject(new Model());

    @Test
    void zipIsAttachedOnceHoweverManyGoalsMakeIt() {
        attach(Map.of(A, "lambda-layer"));
        attach(Map.of(A, "lambda-layer"));
        assertThat(attached()).containsExactly("lambda-layer a.zip");
    }

    @Test
    void layerOfAnotherExecutionIsNotLost() {
        attach(Map.of(A, "lambda-layer"));
        attach(Map.of(B, "lambda-layer"));
        attach(Map.of(B, "lambda-layer"));
        assertThat(attached()).containsExactly("lambda-layer a.zip", "b b.zip");
    }

    @Test
    void layerOfAnotherExecutionDoesNotTakeThePlaceOfTheArtifact() {
        project.setPackaging("lambda-layer");
        project.setArtifact(artifact("lambda-layer", ""));
        attach(Map.of(A, "lambda-layer"));
        attach(Map.of(A, "lambda-layer"));
        attach(Map.of(B, "lambda-layer"));
        assertThat(project.getArtifact().getFile()).isEqualTo(A.toFile());
        assertThat(attached()).containsExactly("lambda-layer b.zip");
    }

    private void attach(Map<Path, String> classifiers) {
        new ZipAttachment(new Attaching(), project).attach(classifiers);
    }

    private List<String> attached() {
        return project.getAttachedArtifacts().stream()
                .map(each -> each.getClassifier() + " " + each.getFile().getName())
                .toList();
    }

    private static Artifact artifact(String type, String classifier) {
        return new DefaultArtifact("g", "a", "1", "compile", type, classifier, new DefaultArtifactHandler(type));
    }

    /** As Maven's own, without its container. */
    private static final class Attaching implements MavenProjectHelper {

        @Override
        @SuppressWarnings("deprecation") // Maven's own calls it, too.
        public void attachArtifact(MavenProject project, String type, String classifier, File file) {
            Artifact artifact = artifact(type, classifier);
            artifact.setFile(file);
            project.addAttachedArtifact(artifact);
        }

        @Override
        public void attachArtifact(MavenProject project, File file, String classifier) {
            attachArtifact(project, "zip", classifier, file);
        }

        @Override
        public void attachArtifact(MavenProject project, String type, File file) {
            attachArtifact(project, type, "", file);
        }

        @Override
        public void addResource(MavenProject project, String folder, List<String> includes, List<String> excludes) {
            throw new AssertionError("nobody asks for it");
        }

        @Override
        public void addTestResource(MavenProject project, String folder, List<String> includes, List<String> excludes) {
            throw new AssertionError("nobody asks for it");
        }
    }
}
