package io.github.lambdalayer.build;

import io.github.lambdalayer.interpreter.Bytecode;
import io.github.lambdalayer.interpreter.InterpreterProblem;
import io.github.lambdalayer.interpreter.LocalPython;
import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.layer.CompiledModules;
import io.github.lambdalayer.layer.LayerEntry;
import io.github.lambdalayer.layer.LayerPlan;
import io.github.lambdalayer.layer.LayerPlanner;
import io.github.lambdalayer.layer.Unpacking;
import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles the layer's modules while it is planned, when that is asked for. */
final class Compiling {

    private static final int WORTH_A_WORD = 100;

    private final Pythons pythons;
    private final BuildLog log;

    Compiling(Pythons pythons, BuildLog log) {
        this.pythons = pythons;
        this.log = log;
    }

    /**
     * What the layer will hold, with compiled modules where they are wanted.
     *
     * @throws LayerException with {@link InterpreterProblem#NO_LOCAL_PYTHON} or {@link BuildProblem#BYTECODE_FOR_SEVERAL}
     */
    LayerPlan plan(LayerSpec spec, LayerPlanner planner) throws IOException {
        if (!spec.isPython()) {
            return planner.plan();
        }
        if (spec.contents().modules() == Contents.Modules.SOURCES) {
            return uncompiled(planner.plan());
        }
        List<LocalPython> found = found(spec);
        List<LayerEntry> sources = planner.plan().entries().stream()
                .filter(CompiledModules::isSource)
                .toList();
        Path folder = Files.createTempDirectory(Files.createDirectories(spec.output()), "bytecode");
        try {
            return planner.compiled(compile(spec, found, sources, folder)).plan();
        } finally {
            Folders.delete(folder);
        }
    }

    /** Said only where it matters: a function cannot keep what it compiles, for layers are read-only. */
    private LayerPlan uncompiled(LayerPlan plan) {
        List<LayerEntry> sources =
                plan.entries().stream().filter(CompiledModules::isSource).toList();
        if (sources.size() >= WORTH_A_WORD) {
            log.uncompiled(
                    sources.size(),
                    sources.stream()
                            .mapToLong(entry -> entry.content().unzippedBytes())
                            .sum());
        }
        return plan;
    }

    private List<LocalPython> found(LayerSpec spec) {
        List<LocalPython> found = new ArrayList<>();
        for (String version : versions(spec)) {
            found.add(pythons.search()
                    .find(version)
                    .orElseThrow(() -> new LayerException(
                            InterpreterProblem.NO_LOCAL_PYTHON,
                            "There is no Python " + version + " on this machine, and <bytecode> needs one.",
                            "uv python install " + version
                                    + ", or name one in Maven's toolchains.xml as a toolchain of type python",
                            "or leave out <bytecode>")));
        }
        return found;
    }

    private static List<String> versions(LayerSpec spec) {
        return spec.targets().stream()
                .map(LambdaTarget::runtime)
                .map(runtime -> runtime.python())
                .distinct()
                .toList();
    }

    private CompiledModules compile(LayerSpec spec, List<LocalPython> found, List<LayerEntry> sources, Path folder) {
        boolean only = spec.contents().modules() == Contents.Modules.ONLY;
        Path out = folder.resolve("out");
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            List<LayerEntry> own = ofVersion(versions(spec).get(i), sources);
            if (only && found.size() > 1 && own.stream().anyMatch(entry -> !isOfOneRuntime(entry))) {
                throw new LayerException(
                        BuildProblem.BYTECODE_FOR_SEVERAL,
                        "The folder python/ is for Python " + String.join(" and ", versions(spec))
                                + ", and modules without a source are for one of them only.",
                        "set <layout>site-packages</layout>",
                        "or <bytecode>beside</bytecode>");
            }
            Path unpacked = folder.resolve("sources-" + i);
            Unpacking.unpack(new LayerPlan(own, List.of(), List.of(), List.of()), unpacked);
            Bytecode bytecode = new Bytecode(found.get(i));
            int modules = bytecode.compile(unpacked, out, only);
            tags.add(bytecode.tag());
            log.compiled(modules, found.get(i).toString());
        }
        return new CompiledModules(Optional.of(out), only, tags);
    }

    private static List<LayerEntry> ofVersion(String version, List<LayerEntry> sources) {
        String folder = "python/lib/python" + version + "/";
        return sources.stream()
                .filter(entry -> entry.path().startsWith(folder) || !isOfOneRuntime(entry))
                .toList();
    }

    private static boolean isOfOneRuntime(LayerEntry entry) {
        return entry.path().startsWith("python/lib/python");
    }
}
