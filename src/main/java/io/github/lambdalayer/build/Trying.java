package io.github.lambdalayer.build;

import io.github.lambdalayer.interpreter.HandlerTrial;
import io.github.lambdalayer.interpreter.ImportTrial;
import io.github.lambdalayer.interpreter.InterpreterProblem;
import io.github.lambdalayer.interpreter.LocalPython;
import io.github.lambdalayer.interpreter.PythonSearch;
import io.github.lambdalayer.interpreter.UnpackedLayer;
import io.github.lambdalayer.lambda.LambdaTarget;
import io.github.lambdalayer.layer.LayerPlan;
import io.github.lambdalayer.layer.Unpacking;
import io.github.lambdalayer.problem.LayerException;
import io.github.lambdalayer.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries a layer with Pythons of this machine, one for each version that the layer is for. */
final class Trying {

    private final Pythons pythons;
    private final RuntimeClient client;
    private final BuildLog log;

    Trying(Pythons pythons, RuntimeClient client, BuildLog log) {
        this.pythons = pythons;
        this.client = client;
        this.log = log;
    }

    /**
     * Imports modules and calls a handler.
     *
     * @throws LayerException when one of them fails, all told together
     */
    void run(LayerSpec spec, Path zip, LayerPlan plan, Trial trial) throws IOException {
        if (trial.isEmpty()) {
            return;
        }
        if (!spec.isPython()) {
            log.skipped(trial.toString(), "only layers of python are tried");
            return;
        }
        List<Fitting> fitting = fitting(spec, plan, trial);
        if (!fitting.isEmpty()) {
            Path folder = Files.createTempDirectory("lambda-layer-check");
            try {
                Path opt = folder.resolve("opt");
                Unpacking.unpack(plan, opt);
                run(spec, zip, trial, fitting, opt);
            } finally {
                Folders.delete(folder);
            }
        }
    }

    private void run(LayerSpec spec, Path zip, Trial trial, List<Fitting> fitting, Path opt) {
        Problems problems = new Problems();
        for (Fitting each : fitting) {
            UnpackedLayer layer = new UnpackedLayer(opt, each.target().runtime().python());
            trial.imports().forEach(module -> problems.collect(() -> imported(each, layer, module, zip)));
            if (problems.isEmpty() && trial.handler().isPresent()) {
                Path ric = client.unpack(spec, each.target(), opt.resolveSibling(layer.version()));
                problems.collect(() -> called(each, layer, trial.handler().get(), ric));
            }
        }
        problems.throwIfAny();
    }

    /** A Python that can stand in for a runtime. */
    private record Fitting(LocalPython python, LambdaTarget target) {}

    private List<Fitting> fitting(LayerSpec spec, LayerPlan plan, Trial trial) {
        PythonSearch search = pythons.search();
        boolean isNative = trial.handler().isPresent()
                || plan.entries().stream().anyMatch(entry -> entry.path().endsWith(".so"));
        List<Fitting> fitting = new ArrayList<>();
        for (LambdaTarget target : spec.targets()) {
            Optional<LocalPython> python = search.find(target.runtime().python())
                    .filter(found ->
                            !isNative || found.loads(target.architecture().machine()));
            if (python.isPresent()) {
                fitting.add(new Fitting(python.get(), target));
            } else {
                missing(target, isNative, trial);
            }
        }
        return fitting;
    }

    private void missing(LambdaTarget target, boolean isNative, Trial trial) {
        String python = "Python " + target.runtime().python()
                + (isNative ? " for Linux on " + target.architecture().machine() : "");
        if (trial.needsPython()) {
            throw new LayerException(
                    InterpreterProblem.NO_LOCAL_PYTHON,
                    "There is no " + python + " on this machine, and <requirePython> asks for one.",
                    "uv python install " + target.runtime().python()
                            + ", or name one in Maven's toolchains.xml as a toolchain of type python");
        }
        log.skipped(
                trial.toString(),
                "there is no " + python
                        + " on this machine (with <requirePython>true</requirePython> this is an error)");
    }

    private Boolean imported(Fitting with, UnpackedLayer layer, String module, Path zip) {
        ImportTrial.Imported imported = new ImportTrial(with.python(), layer).run(module);
        if (!imported.message().isEmpty()) {
            throw new LayerException(
                    BuildProblem.IMPORT_FAILED,
                    with.python() + " cannot import " + module + " from " + zip.getFileName() + ": "
                            + imported.message() + ".",
                    "mvn lambda-layer:tree shows what the layer holds and who requires it");
        }
        log.imported(module, imported.milliseconds(), with.python().toString());
        return true;
    }

    private Boolean called(Fitting with, UnpackedLayer layer, Trial.HandlerCall call, Path ric) {
        HandlerTrial.Returned returned = new HandlerTrial(with.python(), layer)
                .run(new HandlerTrial.Call(call.handler(), call.event(), call.taskRoot(), ric));
        if (!returned.fault().isEmpty()) {
            throw new LayerException(
                    BuildProblem.HANDLER_FAILED,
                    "The handler " + call.handler() + " failed with " + with.python() + ": " + returned.fault() + ".",
                    "see the event in <event>, and where the module is: in the layer or in src/test/python");
        }
        log.called(call.handler(), returned.result(), returned.milliseconds());
        return true;
    }
}
