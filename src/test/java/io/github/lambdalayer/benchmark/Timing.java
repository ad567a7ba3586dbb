package io.github.lambdalayer.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** How long things take: medians, since a machine is never quiet. */
final class Timing {

    /** Something to measure. */
    @FunctionalInterface
    interface Task {
        void run() throws IOException, InterruptedException;
    }

    private Timing() {}

    /** The medians of tasks that take turns, so that what slows the machine slows all of them; in seconds. */
    static double[] medians(int rounds, Task... tasks) throws IOException, InterruptedException {
        double[][] seconds = new double[tasks.length][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < tasks.length; i++) {
                long start = System.nanoTime();
                tasks[i].run();
                seconds[i][round] = (System.nanoTime() - start) / 1e9;
            }
        }
        return Arrays.stream(seconds).mapToDouble(Timing::median).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Runs a program to its end, quietly. */
    static void program(Path folder, List<String> command) throws IOException, InterruptedException {
        int status = anyStatus(folder, command);
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " failed with status " + status);
        }
    }

    /** Runs a program to its end, quietly, also when it is to fail. */
    static int anyStatus(Path folder, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        // Else uv waits ten seconds for a Python that it may not need.
        process.environment().put("UV_PYTHON_DOWNLOADS", "never");
        return process.start().waitFor();
    }

    /** Whether a program is there. */
    static boolean exists(String program) throws InterruptedException {
        try {
            program(Path.of("."), List.of(program, "--version"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
