package io.github.lambdalayer.benchmark;

import java.nio.file.Path;
import java.util.Map;

/** What suits a short build, for Maven's environment: no time goes into compiling for a long one. */
final class ShortBuild {

    private static final String OPTIONS = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private ShortBuild() {}

    static Map<String, String> plain() {
        return with("");
    }

    /** Keeps the classes that it loads in an archive. */
    static Map<String, String> writing(Path classes) {
        return with(" -XX:ArchiveClassesAtExit=" + classes.toAbsolutePath());
    }

    /** Takes classes from such an archive. */
    static Map<String, String> reading(Path classes) {
        return with(" -XX:SharedArchiveFile=" + classes.toAbsolutePath());
    }

    private static Map<String, String> with(String more) {
        return Map.of("MAVEN_OPTS", OPTIONS + more);
    }
}
