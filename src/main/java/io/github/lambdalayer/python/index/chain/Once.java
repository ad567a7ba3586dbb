package io.github.lambdalayer.python.index.chain;

import io.github.lambdalayer.python.index.Parallel;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Computes each value once, in the background when it is begun early, else in the thread that wants it first; others
 * wait for it. A failure is kept as well: what failed a moment ago is not tried again in the same build.
 */
final class Once<K, V> {

    private static final int THREADS = 16;

    private final ConcurrentMap<K, FutureTask<V>> tasks = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads;

    Once() {
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Parallel::daemon);
        threads.allowCoreThreadTimeOut(true);
    }

    /** Begins in the background, unless it was begun. */
    void begin(K key, Callable<V> work) {
        FutureTask<V> task = new FutureTask<>(work);
        if (tasks.putIfAbsent(key, task) == null) {
            threads.execute(task);
        }
    }

    /** The value; a task that still waits for a thread is done here. */
    V get(K key, Callable<V> work) {
        FutureTask<V> task = tasks.computeIfAbsent(key, k -> new FutureTask<>(work));
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw Parallel.asRuntime(e.getCause());
        } catch (InterruptedException e) {
            throw Parallel.interrupted(e);
        }
    }
}
