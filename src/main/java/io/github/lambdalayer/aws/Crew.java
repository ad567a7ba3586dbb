package io.github.lambdalayer.aws;

import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does pieces of work side by side; results and failures come in the order of the pieces. */
final class Crew {

    private final int threads;

    /** So many pieces at once. */
    Crew(int threads) {
        this.threads = threads;
    }

    /** What became of one piece: a value, or the failure that is told of it. */
    record Attempt<R>(@Nullable R value, @Nullable LayerException failure) {

        static <R> Attempt<R> at(Callable<R> work) {
            try {
                return new Attempt<>(work.call(), null);
            } catch (LayerException e) {
                return new Attempt<>(null, e);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * Does every piece, also when some fail.
     *
     * @throws LayerException {@link AwsProblem#INTERRUPTED}
     */
    <T, R> List<Attempt<R>> each(List<T> pieces, Function<T, R> work) {
        if (threads == 1 || pieces.size() < 2) {
            return pieces.stream()
                    .map(piece -> Attempt.at(() -> work.apply(piece)))
                    .toList();
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, pieces.size()), threadsLikeThis());
        try {
            List<Future<Attempt<R>>> running = new ArrayList<>();
            pieces.forEach(piece -> running.add(pool.submit(() -> Attempt.at(() -> work.apply(piece)))));
            List<Attempt<R>> attempts = new ArrayList<>();
            for (Future<Attempt<R>> each : running) {
                attempts.add(finished(each));
            }
            return attempts;
        } finally {
            pool.shutdownNow();
        }
    }

    /** As {@link #each}, and throws all failures together when there is any. */
    <T, R> List<R> all(List<T> pieces, Function<T, R> work) {
        Problems problems = new Problems();
        List<R> values = new ArrayList<>();
        for (Attempt<R> attempt : each(pieces, work)) {
            if (attempt.failure() != null) {
                problems.add(attempt.failure());
            } else if (attempt.value() != null) {
                values.add(attempt.value());
            }
        }
        problems.throwIfAny();
        return values;
    }

    /** The SDK finds its parts by the class loader of the thread, which in Maven is that of the plugin. */
    private static ThreadFactory threadsLikeThis() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return task -> {
            Thread thread = new Thread(task, "lambda-layer");
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        };
    }

    private static <R> Attempt<R> finished(Future<Attempt<R>> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            throw AwsFailures.interrupted();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
    }
}
