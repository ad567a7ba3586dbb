/**
 * Targets for a fuzzer: {@code ./mvnw test -Pfuzz} lets Jazzer run them one after the other. What it once found, and the
 * inputs that it starts from, are in {@code src/test/resources/fuzz} and are replayed by {@link
 * io.github.lambdalayer.fuzz.CorpusTest} in every build.
 */
@NullMarked
package io.github.lambdalayer.fuzz;

import org.jspecify.annotations.NullMarked;
