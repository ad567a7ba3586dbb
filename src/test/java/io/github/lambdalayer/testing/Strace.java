package io.github.lambdalayer.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * A JVM under {@code strace}, which lists the calls that change files, or kills the JVM at one of them.
 *
 * <pre>{@code
 * for (Strace.Call call : strace.calls(folder, command)) {
 *     strace.killedAt(call, command);
 * }
 * }</pre>
 */
public final class Strace {

    /** The question mark: not every processor has every call. */
    private static final String CHANGING = "?write,?writev,?pwrite64,?fsync,?fdatasync,?ftruncate,?rename,?renameat,"
            + "?renameat2,?unlink,?unlinkat,?rmdir,?link,?linkat,?mkdir,?mkdirat,?sendfile,?copy_file_range";

    private static final int LONGEST_SECONDS = 120;

    /**
     * The {@code nth} call of this name in a thread; strace counts for each thread, and the first to get so far is
     * killed before the call does anything.
     */
    public record Call(String name, int nth) implements Comparable<Call> {

        @Override
        public int compareTo(Call other) {
            int byName = name.compareTo(other.name);
            return byName == 0 ? Integer.compare(nth, other.nth) : byName;
        }

        /** Whether it changes what is in a file, and not which files there are. */
        public boolean isWrite() {
            return name.contains("write") || name.equals("sendfile") || name.equals("copy_file_range");
        }

        @Override
        public String toString() {
            return name + " " + nth;
        }
    }

    private final Path scratch;

    private Strace(Path scratch) {
        this.scratch = scratch;
    }

    /** Keeps its lists in this folder. */
    public static Strace in(Path scratch) {
        return new Strace(scratch);
    }

    /** Whether there is a strace here that may trace: some containers forbid it. */
    public boolean works() {
        try {
            return run(List.of("-o", scratch.resolve("trial").toString(), "-e", "trace=" + CHANGING), List.of("true"))
                    == 0;
        } catch (IOException e) {
            return false; // There is none.
        }
    }

    /**
     * The calls of this command that concern files below {@code folder}.
     *
     * @throws IllegalStateException when the command fails
     */
    public SortedSet<Call> calls(Path folder, List<String> command) throws IOException {
        Path list = scratch.resolve("calls");
        // strace's own filter for paths knows none of the names that a process makes up as it goes.
        int status = run(List.of("-y", "-o", list.toString(), "-e", "trace=" + CHANGING), command);
        if (status != 0) {
            throw new IllegalStateException(command + " ended with " + status);
        }
        Map<String, Integer> counts = new HashMap<>();
        SortedSet<Call> calls = new TreeSet<>();
        for (String line : Files.readAllLines(list)) {
            int bracket = line.indexOf('(');
            if (bracket > 0 && !line.contains("<... ")) {
                String threadAndName = line.substring(0, bracket);
                int nth = counts.merge(threadAndName, 1, Integer::sum);
                if (line.contains(folder.toString())) {
                    calls.add(new Call(threadAndName.substring(threadAndName.lastIndexOf(' ') + 1), nth));
                }
            }
        }
        return calls;
    }

    /** Whether the command was killed; it may end before that where threads shared their work otherwise. */
    public boolean killedAt(Call call, List<String> command) throws IOException {
        String inject = "inject=" + call.name() + ":signal=SIGKILL:when=" + call.nth();
        int status = run(
                List.of("-o", scratch.resolve("killed").toString(), "-e", "trace=" + call.name(), "-e", inject),
                command);
        if (status != 0 && status != 128 + 9) {
            throw new IllegalStateException(command + " ended with " + status + " instead of " + call);
        }
        return status != 0;
    }

    /** What the command says, without its last line break, when each of these calls fails with an error such as {@code EIO}. */
    public String failing(String calls, String error, List<String> command) throws IOException {
        String inject = "inject=" + calls + ":error=" + error;
        int status =
                run(List.of("-o", scratch.resolve("failed").toString(), "-e", "trace=" + calls, "-e", inject), command);
        if (status == 0) {
            throw new IllegalStateException(command + " did not notice " + error);
        }
        return Files.readString(scratch.resolve("output")).strip();
    }

    private int run(List<String> options, List<String> command) throws IOException {
        // Not with --seccomp-bpf: strace 6.1 then kills at the first call or at none.
        List<String> all = new ArrayList<>(List.of("strace", "-f", "-qq", "-e", "signal=none"));
        all.addAll(options);
        all.addAll(command);
        Process process = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve("output").toFile())
                .start();
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
