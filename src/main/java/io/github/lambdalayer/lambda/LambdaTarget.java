package io.github.lambdalayer.lambda;

import io.github.lambdalayer.python.target.PythonTarget;

/**
 * What a layer is built for: a runtime on an architecture, with what the user says otherwise about it.
 *
 * @param glibcMinor 34 of glibc 2.34
 * @param pythonFullVersion with its patch level, for example {@code 3.13.5}; "" where the runtime is of another language
 */
public record LambdaTarget(LambdaRuntime runtime, Architecture architecture, int glibcMinor, String pythonFullVersion) {

    /** The runtime as it is known. */
    public static LambdaTarget of(LambdaRuntime runtime, Architecture architecture) {
        return new LambdaTarget(runtime, architecture, runtime.glibcMinor(), runtime.pythonFullVersion());
    }

    /**
     * The same with another glibc, for example {@code 2.28}.
     *
     * @throws io.github.lambdalayer.problem.LayerException {@link LambdaProblem#BAD_RUNTIME_OVERRIDE}
     */
    public LambdaTarget withGlibc(String glibc) {
        return new LambdaTarget(runtime, architecture, Overrides.glibcMinor(glibc), pythonFullVersion);
    }

    /**
     * The same with another patch level, for example {@code 3.13.5}.
     *
     * @throws io.github.lambdalayer.problem.LayerException {@link LambdaProblem#BAD_RUNTIME_OVERRIDE}
     */
    public LambdaTarget withPythonFullVersion(String fullVersion) {
        String checked = Overrides.pythonFullVersion(fullVersion, runtime.pythonMinor());
        return new LambdaTarget(runtime, architecture, glibcMinor, checked);
    }

    /** The interpreter that wheels must run on; a runtime of another language has none. */
    public PythonTarget python() {
        return PythonTarget.linux(pythonFullVersion, architecture.machine(), glibcMinor);
    }

    /** For example {@code python3.13 on x86_64}. */
    @Override
    public String toString() {
        return runtime + " on " + architecture;
    }
}
