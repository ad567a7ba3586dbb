package io.github.lambdalayer.python.index;

import java.util.List;

/**
 * A page as its index sent it, before names and versions are read.
 *
 * @param wheels files whose name ends in {@code .whl}
 * @param otherFiles the names of all others
 * @param status the word of PEP 792, or ""
 * @param statusReason or ""
 * @param apiVersion for example {@code 1.4}; {@code 1.0} when absent
 */
record RawPage(List<RawFile> wheels, List<String> otherFiles, String status, String statusReason, String apiVersion) {

    RawPage {
        wheels = List.copyOf(wheels);
        otherFiles = List.copyOf(otherFiles);
    }
}
