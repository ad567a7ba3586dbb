package io.github.lambdalayer.python.target;

import java.util.List;
import java.util.Map;

/**
 * The platform of a tag, taken apart: {@code manylinux_2_28_x86_64} is glibc 2.28 on x86_64 (PEP 600).
 *
 * @param system {@code Linux}, {@code macOS}, {@code musl libc}…
 * @param machine for example {@code x86_64}; empty for {@code any}, and where the system is not Linux
 * @param glibcMinor the least glibc 2.x that it needs; 0 when it says none
 */
record PlatformTag(String system, String machine, int glibcMinor) {

    static final String LINUX = "Linux";

    /** PEP 513, 571, 599: names from before PEP 600. */
    static final Map<String, Integer> OLD_NAMES = Map.of("manylinux1", 5, "manylinux2010", 12, "manylinux2014", 17);

    private static final Map<String, String> OTHER_SYSTEMS = Map.of(
            "win", "Windows",
            "macosx_", "macOS",
            "musllinux_", "musl libc",
            "ios_", "iOS",
            "android_", "Android",
            "pyodide_", "Pyodide",
            "pyemscripten_", "Pyodide",
            "emscripten_", "Emscripten",
            "wasi_", "WASI");

    static PlatformTag of(String platform) {
        if (platform.equals("any")) {
            return new PlatformTag(LINUX, "", 0);
        }
        for (Map.Entry<String, String> other : OTHER_SYSTEMS.entrySet()) {
            if (platform.startsWith(other.getKey())) {
                return new PlatformTag(other.getValue(), "", 0);
            }
        }
        for (Map.Entry<String, Integer> old : OLD_NAMES.entrySet()) {
            if (platform.startsWith(old.getKey() + "_")) {
                return new PlatformTag(LINUX, platform.substring(old.getKey().length() + 1), old.getValue());
            }
        }
        if (platform.startsWith("linux_")) {
            return new PlatformTag(LINUX, platform.substring("linux_".length()), 0);
        }
        return platform.startsWith("manylinux_") ? perennial(platform) : new PlatformTag(platform, "", 0);
    }

    private static PlatformTag perennial(String platform) {
        List<String> parts = List.of(platform.split("_", 4));
        boolean numbers = parts.size() == 4
                && parts.get(1).equals("2")
                && parts.get(2).length() < 5
                && !parts.get(2).isEmpty()
                && parts.get(2).chars().allMatch(c -> c >= '0' && c <= '9');
        return numbers
                ? new PlatformTag(LINUX, parts.get(3), Integer.parseInt(parts.get(2)))
                : new PlatformTag(platform, "", 0);
    }
}
