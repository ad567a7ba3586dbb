package io.github.lambdalayer.python.index.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LockHolderTest {

    private static final long OWN = ProcessHandle.current().pid();

    @Test
    void processThatRunsHereIsNamed() {
        long parent = ProcessHandle.current().parent().orElseThrow().pid();
        assertThat(LockHolder.process(Long.toString(parent)))
                .isEqualTo(new LockHolder("process " + parent, "end it, or set another <cacheDirectory>"));
    }

    /** Nobody yet, what is no number, this very process, and one that is not here: of another machine, or dead. */
    static String[] signatures() {
        return new String[] {"", "x", Long.toString(OWN), Long.toString(Long.MAX_VALUE)};
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void nobodyIsToldToEndAProcessThatCannotBeIt(String signature) {
        assertThat(LockHolder.process(signature))
                .isEqualTo(new LockHolder("another process", "wait until it ends, or set another <cacheDirectory>"));
    }

    @Test
    void threadIsNotToBeEndedButItsJvm() {
        String hint = "run again (if a Maven daemon runs the builds, stop it first), or set another <cacheDirectory>";
        assertThat(LockHolder.thread("thread mvn-builder-2"))
                .isEqualTo(new LockHolder("thread mvn-builder-2 of this JVM", hint));
        assertThat(LockHolder.thread("")).isEqualTo(new LockHolder("another thread of this JVM", hint));
    }
}
