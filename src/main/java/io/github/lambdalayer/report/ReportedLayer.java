package io.github.lambdalayer.report;

import java.util.List;
import java.util.Map;

/**
 * A layer as the page shows it.
 *
 * @param name for example {@code data}
 * @param target for example {@code python3.13 on x86_64}
 * @param sha256 of its zip, in hexadecimal
 * @param zippedBytes the zip's length
 * @param unzippedBytes the bytes of all its files
 * @param packages what is in it, the project's own files too
 * @param findings what its audit found
 * @param differences to the layer that the page showed before, in whole lines; none when there was no such page
 */
public record ReportedLayer(
        String name,
        String target,
        String sha256,
        long zippedBytes,
        long unzippedBytes,
        List<ReportedPackage> packages,
        List<ReportedFinding> findings,
        List<String> differences) {

    /**
     * A package of a layer.
     *
     * @param licence as its metadata has it; may be ""
     * @param requiredBy the packages that ask for it
     * @param folders the unzipped bytes of each of its folders, for example {@code pandas/_libs}
     */
    public record ReportedPackage(
            String name, String version, String licence, List<String> requiredBy, Map<String, Long> folders) {

        /** Keeps copies. */
        public ReportedPackage {
            requiredBy = List.copyOf(requiredBy);
            folders = Map.copyOf(folders);
        }

        /** The unzipped bytes of all its files. */
        public long bytes() {
            return folders.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** A finding, for example {@code glibc}, {@code warn}. */
    public record ReportedFinding(String check, String level, String message, List<String> hints) {

        /** Keeps a copy. */
        public ReportedFinding {
            hints = List.copyOf(hints);
        }
    }

    /** Keeps copies of the lists. */
    public ReportedLayer {
        packages = List.copyOf(packages);
        findings = List.copyOf(findings);
        differences = List.copyOf(differences);
    }
}
