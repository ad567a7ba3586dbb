package io.github.lambdalayer.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.python.index.IndexSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockAdviceTest {

    @TempDir
    private Path basedir;

    @Test
    void inAProjectThereIsAGoal() {
        LockAdvice advice = new LockAdvice(TestSpecs.in(basedir).spec());
        assertThat(advice.first()).isEqualTo("mvn lambda-layer:lock writes one");
        assertThat(advice.needed()).isEqualTo("mvn lambda-layer:lock");
        assertThat(advice.anew()).isEqualTo("mvn lambda-layer:lock");
    }

    @Test
    void withoutAPomWhatTheBuildHasUsedCanBeKept() {
        LockAdvice advice = new LockAdvice(TestSpecs.in(basedir)
                .from(IndexSettings.of(basedir.resolve("cache")))
                .withoutPom()
                .spec());
        String copy = "copy target/lambda-layer/pylock.data.toml to pylock.toml";
        assertThat(advice.first()).isEqualTo(copy + " to keep what it has used");
        assertThat(advice.needed()).isEqualTo("build once without <locked>, and " + copy);
        assertThat(advice.anew()).isEqualTo("take pylock.toml away, build, and " + copy);
    }

    @Test
    void aLockThatNamesWheelsOfAFolderCannotBeCopied() {
        LockAdvice advice = new LockAdvice(TestSpecs.in(basedir).withoutPom().spec());
        assertThat(advice.first()).isEqualTo("name the plugin in a pom, where mvn lambda-layer:lock writes one");
        assertThat(advice.anew()).isEqualTo(advice.first());
        assertThat(advice.needed()).isEqualTo(advice.first());
    }
}
