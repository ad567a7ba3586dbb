package io.github.lambdalayer.python.index;

import io.github.lambdalayer.problem.LayerException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The same for several things at once, with at most eight daemon threads that end with the work. */
public final class Parallel {

    private static final int MOST_THREADS = 8;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Parallel() {}

    /** Does it for each; after a failure nothing new is begun, and the first failure in the list's order is thrown. */
    public static <T> void forAll(List<T> things, Consumer<T> action) {
        AtomicBoolean failed = new AtomicBoolean();
        map(things, thing -> {
            if (failed.get()) {
                return false;
            }
            try {
                action.accept(thing);
                return true;
            } catch (RuntimeException | Error e) {
                failed.set(true);
                throw e;
            }
        });
    }

    /** The results in the list's order. */
    public static <T, R> List<R> map(List<T> things, Function<T, R> function) {
        if (things.size() <= 1) {
            return things.stream().map(function).toList();
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(MOST_THREADS, things.size()), Parallel::daemon);
        try {
            List<Future<R>> futures = new ArrayList<>();
            things.forEach(thing -> futures.add(threads.submit(() -> function.apply(thing))));
            return results(futures);
        } finally {
            threads.shutdown();
        }
    }

    private static <R> List<R> results(List<Future<R>> futures) {
        List<R> results = new ArrayList<>();
        RuntimeException first = null;
        for (Future<R> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                first = first == null ? asRuntime(e.getCause()) : first;
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
        if (first != null) {
            throw first;
        }
        return results;
    }

    /** The failure that the build was stopped; the thread stays interrupted. */
    public static LayerException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new LayerException(
                IndexProblem.DOWNLOAD_CANCELLED, "The build was interrupted while it fetched files.", List.of(), e);
    }

    /** What work in another thread failed with, to be thrown here; an error is thrown at once. */
    public static RuntimeException asRuntime(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException e ? e : new CompletionException(cause);
    }

    /** A thread that keeps no JVM alive. */
    public static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lambda-layer-fetch-" + COUNT.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
