package io.github.lambdalayer.benchmark;

import java.nio.file.Path;
import java.util.Map;

/** What suits a short build, for Maven's environment: little time goes into compiling for a long one. */
enum ShortBuild {

    /** For a build that mostly starts: nothing is compiled to the end. */
    STARTING("-XX:TieredStopAtLevel=1"),

    /** For a build that downloads and verifies: ciphers and digests are compiled to the end, and hardly anything else. */
    FETCHING("-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000"
            + " -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000");

    private final String options;

    ShortBuild(String compiling) {
        this.options = "-XX:+UseSerialGC " + compiling;
    }

    Map<String, String> plain() {
        return with("");
    }

    /** Keeps the classes that it loads in an archive. */
    Map<String, String> writing(Path classes) {
        return with(" -Xlog:disable -XX:ArchiveClassesAtExit=" + classes.toAbsolutePath());
    }

    /** Takes classes from such an archive. */
    Map<String, String> reading(Path classes) {
        return with(" -Xlog:disable -XX:SharedArchiveFile=" + classes.toAbsolutePath());
    }

    private Map<String, String> with(String more) {
        return Map.of("MAVEN_OPTS", options + more);
    }
}
