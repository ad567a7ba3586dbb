package io.github.lambdalayer.python.index.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.Parallel;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParallelTest {

    private static final String BLOCK =
            "The build was interrupted while it fetched files.\nsee problems.html#download-cancelled";

    @AfterEach
    void goOn() {
        Thread.interrupted();
    }

    @Test
    void resultsComeInTheOrderOfTheList() {
        assertThat(Parallel.map(List.of(3, 1, 2), n -> n * 2)).containsExactly(6, 2, 4);
    }

    @Test
    void interruptedBuildIsNoFaultOfThePlugin() {
        CountDownLatch never = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Parallel.map(List.of(1, 2), n -> await(never)))
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.block()).isEqualTo(BLOCK));
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        never.countDown();
    }

    /** What is done already needs no waiting, which could be interrupted. */
    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void interruptedWaitForWhatAnotherThreadDoesIsNoFaultEither() {
        Once<String, String> once = new Once<>();
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        once.begin("a", () -> {
            begun.countDown();
            never.await();
            return "";
        });
        assertThatThrownBy(() -> {
                    begun.await();
                    Thread.currentThread().interrupt();
                    once.get("a", () -> "");
                })
                .isInstanceOfSatisfying(
                        LayerException.class, e -> assertThat(e.block()).isEqualTo(BLOCK));
        never.countDown();
    }
}
