package io.github.lambdalayer.python.target;

import io.github.lambdalayer.python.version.Version;

/**
 * The values of the eleven environment marker variables (PEP 508), each named as its variable: {@code pythonVersion}
 * is {@code python_version}.
 *
 * @param platformMachine {@code x86_64} or {@code aarch64}, never {@code arm64}
 * @param platformRelease empty: nobody knows the kernel that will run the function
 * @param platformVersion empty, too
 * @param pythonFullVersion for example {@code 3.13.0}
 * @param pythonVersion for example {@code 3.13}
 */
public record MarkerEnvironment(
        String implementationName,
        String implementationVersion,
        String osName,
        String platformMachine,
        String platformPythonImplementation,
        String platformRelease,
        String platformSystem,
        String platformVersion,
        String pythonFullVersion,
        String pythonVersion,
        String sysPlatform) {

    /** CPython on Linux, for example version 3.13.0 on {@code aarch64}. */
    public static MarkerEnvironment linux(Version python, String machine) {
        return new MarkerEnvironment(
                "cpython",
                python.toString(),
                "posix",
                machine,
                "CPython",
                "",
                "Linux",
                "",
                python.toString(),
                python.release().get(0) + "." + python.release().get(1),
                "linux");
    }

    /**
     * The value of a variable as PEP 508 spells it, for example {@code python_version}.
     *
     * @throws IllegalArgumentException when there is no such variable; {@code extra} is none
     */
    public String get(String variable) {
        return switch (variable) {
            case "implementation_name" -> implementationName;
            case "implementation_version" -> implementationVersion;
            case "os_name" -> osName;
            case "platform_machine" -> platformMachine;
            case "platform_python_implementation" -> platformPythonImplementation;
            case "platform_release" -> platformRelease;
            case "platform_system" -> platformSystem;
            case "platform_version" -> platformVersion;
            case "python_full_version" -> pythonFullVersion;
            case "python_version" -> pythonVersion;
            case "sys_platform" -> sysPlatform;
            default -> throw new IllegalArgumentException("no environment marker variable: " + variable);
        };
    }
}
