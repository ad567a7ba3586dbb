package io.github.lambdalayer.interpreter;

import io.github.lambdalayer.interpreter.RuntimeApi.Answer;
import io.github.lambdalayer.problem.LayerException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Calls a handler as AWS Lambda does: the runtime interface client of AWS ({@code awslambdaric}) runs it, and gets its
 * event from a {@link RuntimeApi} of this process.
 */
public final class HandlerTrial {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration STEP = Duration.ofMillis(200);

    /**
     * What is called.
     *
     * @param handler for example {@code app.handler}
     * @param event its event, in JSON
     * @param taskRoot the folder of the function's own code; none when the layer has it
     * @param client the folder that {@code awslambdaric} is in, with what it requires
     */
    public record Call(String handler, String event, Optional<Path> taskRoot, Path client) {}

    /**
     * How the call ended.
     *
     * @param result what the handler returned, in JSON; "" when it failed
     * @param fault what it failed with; "" when it is well
     * @param milliseconds from the start of Python to the answer
     */
    public record Returned(String result, String fault, long milliseconds) {}

    private final LocalPython python;
    private final UnpackedLayer layer;

    /** Calls handlers with this layer. */
    public HandlerTrial(LocalPython python, UnpackedLayer layer) {
        this.python = python;
        this.layer = layer;
    }

    /**
     * Calls a handler once.
     *
     * @throws LayerException {@link InterpreterProblem#LOCAL_PYTHON_FAILED} when Python cannot be run
     */
    public Returned run(Call call) {
        try {
            Path output = Files.createTempFile("lambda-layer-handler", ".txt");
            try (RuntimeApi api = RuntimeApi.open(call.event(), LIMIT)) {
                return run(call, api, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(new InterruptedIOException("interrupted"));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private Returned run(Call call, RuntimeApi api, Path output) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = process(call, api).start(arguments(call), output);
        try {
            Optional<Answer> answer = Optional.empty();
            boolean runs = true;
            while (answer.isEmpty() && runs && System.nanoTime() - begin < LIMIT.toNanos()) {
                runs = process.isAlive();
                answer = api.await(STEP);
            }
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            return answer.map(a -> new Returned(a.failed() ? "" : a.body(), a.failed() ? a.body() : "", took))
                    .orElse(new Returned("", silent(runs, PythonProcess.end(output)), took));
        } finally {
            PythonProcess.stop(process);
        }
    }

    private static String silent(boolean runs, String output) {
        String last = output.strip();
        return (runs ? "it did not answer within a minute" : "Python ended before it answered")
                + (last.isEmpty() ? "" : ": " + last.substring(last.lastIndexOf('\n') + 1));
    }

    private PythonProcess process(Call call, RuntimeApi api) {
        PythonProcess process = layer.on(PythonProcess.of(python.program()))
                .with("AWS_LAMBDA_RUNTIME_API", api.address())
                .with("AWS_LAMBDA_FUNCTION_NAME", "check")
                .with("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST")
                .with("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512")
                .with("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/check")
                .with("AWS_LAMBDA_LOG_STREAM_NAME", "check")
                .with("AWS_EXECUTION_ENV", "AWS_Lambda_python" + layer.version())
                .with("_HANDLER", call.handler());
        call.taskRoot().ifPresent(root -> process.with("LAMBDA_TASK_ROOT", root.toString()));
        return process;
    }

    /** "/var/task", then the layer, then the runtime's own (AWS, "Search path for Python runtimes"). */
    private List<String> arguments(Call call) {
        List<String> arguments =
                new ArrayList<>(List.of("-I", "-S", "-B", "-c", ImportTrial.script("handler_test.py"), call.handler()));
        call.taskRoot().ifPresent(root -> arguments.add(root.toString()));
        layer.path().forEach(folder -> arguments.add(folder.toString()));
        arguments.add(call.client().toString());
        return arguments;
    }

    private LayerException failed(IOException e) {
        return python.failed(
                "cannot be run",
                String.valueOf(e.getMessage()),
                "leave out <handler>, or set -Dlambda-layer.check.skip",
                e);
    }
}
