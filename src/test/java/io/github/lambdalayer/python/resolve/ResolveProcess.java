package io.github.lambdalayer.python.resolve;

import com.sun.management.ThreadMXBean;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.python.index.IndexCredentials;
import io.github.lambdalayer.python.index.IndexLocation;
import io.github.lambdalayer.python.index.IndexSettings;
import io.github.lambdalayer.python.index.Transfers;
import io.github.lambdalayer.python.index.chain.Indexes;
import io.github.lambdalayer.python.index.http.Connections;
import io.github.lambdalayer.python.target.PythonTarget;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Resolves in a JVM of its own and prints what was chosen, or the failure, then how many mebibytes of objects that took:
 * cache directory, address of the index, requirement.
 */
public final class ResolveProcess {

    private ResolveProcess() {}

    public static void main(String[] arguments) {
        IndexSettings settings =
                IndexSettings.of(Path.of(arguments[0])).withIndexes(List.of(IndexLocation.of("first", arguments[1])));
        Indexes indexes = Indexes.open(settings, IndexCredentials.NONE, Transfers.SILENT, new Connections());
        ResolveRequest request = ResolveRequest.of(
                List.of(RootRequirement.ofPom(arguments[2])), PythonTarget.linux("3.12.0", "x86_64", 34));
        try {
            new Resolver(indexes.index()).resolve(request).packages().forEach(System.out::println);
        } catch (LayerException e) {
            System.out.println(e.block());
        }
        System.out.println("allocated " + (allocated() >> 20));
    }

    /** By all threads that live; those of the pool outlive the work by seconds. */
    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
