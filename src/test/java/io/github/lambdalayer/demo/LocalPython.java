package io.github.lambdalayer.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A Python of this machine that a layer can be tried with; the plugin itself needs none. */
final class LocalPython {

    /** The demo's own runtime first. */
    private static final List<String> RUNTIMES =
            List.of("python3.13", "python3.12", "python3.11", "python3.10", "python3.9");

    private final String runtime;
    private final boolean exists;

    private LocalPython(String runtime, boolean exists) {
        this.runtime = runtime;
        this.exists = exists;
    }

    /** The newest that works; where there is none, the layer is made for the newest and nothing is imported. */
    static LocalPython find() throws InterruptedException {
        boolean linux = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        for (String runtime : RUNTIMES) {
            if (linux && run(List.of(runtime, "-c", "pass"), "", ProcessBuilder.Redirect.DISCARD) == 0) {
                return new LocalPython(runtime, true);
            }
        }
        return new LocalPython(RUNTIMES.get(0), false);
    }

    /** For example {@code python3.13}. */
    String runtime() {
        return runtime;
    }

    /** Whether it is the runtime that the demo's pom names. */
    boolean isUsual() {
        return runtime.equals(RUNTIMES.get(0));
    }

    /** Imports pandas from a layer that is unpacked as AWS Lambda does it. */
    void importFrom(Path layer, Path opt) throws IOException, InterruptedException {
        if (!exists) {
            System.out.println();
            System.out.println("(no Python for Linux on x86_64 here, so nothing is imported from the layer)");
            return;
        }
        unpack(layer, opt);
        String script = "import pandas; print('pandas', pandas.__version__, 'from', pandas.__file__)";
        Demo.say("PYTHONPATH=opt/python " + runtime + " -c 'import pandas'", "from the layer, unpacked");
        run(List.of(runtime, "-c", script), opt.resolve("python").toString(), ProcessBuilder.Redirect.INHERIT);
    }

    private static int run(List<String> command, String path, ProcessBuilder.Redirect output)
            throws InterruptedException {
        try {
            ProcessBuilder process = new ProcessBuilder(new ArrayList<>(command))
                    .redirectErrorStream(true)
                    .redirectOutput(output);
            process.environment().put("PYTHONPATH", path);
            return process.start().waitFor();
        } catch (IOException e) {
            return -1; // There is no such program.
        }
    }

    private static void unpack(Path zip, Path opt) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = opt.resolve(entry.getName()).normalize();
                if (!file.startsWith(opt)) {
                    throw new IOException(entry.getName() + " leaves the folder");
                }
                Files.createDirectories(file.resolveSibling(""));
                Files.write(file, in.readAllBytes());
            }
        }
    }
}
