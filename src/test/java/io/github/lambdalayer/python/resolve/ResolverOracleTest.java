package io.github.lambdalayer.python.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdalayer.problem.LayerException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Random small indexes, each searched exhaustively by other means: there is an answer where that finds one, it is valid,
 * and no newer release of a single package would do. So it is when the same things are declared in another order.
 * {@code -Dseed=} repeats one run, which prints its first seed; a failure names its own.
 */
class ResolverOracleTest {

    private static final int UNIVERSES = 10_000;
    private static final int ALSO_REVERSED = 10;

    @Test
    void agreesWithExhaustiveSearch() {
        long first = Long.getLong("seed", 20_260_101L);
        int solvable = 0;
        for (int i = 0; i < UNIVERSES; i++) {
            long seed = first + i;
            OracleWorld world = OracleWorld.random(new Random(seed));
            Optional<Map<String, String>> answer = answer(world, world.index());
            check(world, answer, seed);
            solvable += answer.isPresent() ? 1 : 0;
            if (seed % ALSO_REVERSED == 0) {
                assertThat(answer(world, reversed(world)))
                        .as(() -> describe(world, seed))
                        .isEqualTo(answer);
            }
            OracleWorld otherwise = world.declaredOtherwise(new Random(seed));
            check(otherwise, answer(otherwise, otherwise.index()), seed);
        }
        System.out.println("Universes " + first + " to " + (first + UNIVERSES - 1) + ": " + solvable
                + " can be solved; -Dseed=" + first + " repeats them.");
        assertThat(solvable).isBetween(UNIVERSES / 5, UNIVERSES * 4 / 5);
    }

    private static MemoryIndex reversed(OracleWorld world) {
        return world.index().ordered(files -> {
            files = new ArrayList<>(files);
            Collections.reverse(files);
            return files;
        });
    }

    private static Optional<Map<String, String>> answer(OracleWorld world, MemoryIndex index) {
        try {
            Map<String, String> chosen = new TreeMap<>();
            new Resolver(index)
                    .resolve(world.request())
                    .packages()
                    .forEach(p -> chosen.put(p.name().value(), p.version().toString()));
            return Optional.of(chosen);
        } catch (LayerException e) {
            return Optional.empty();
        }
    }

    private static void check(OracleWorld world, Optional<Map<String, String>> answer, long seed) {
        Exhaustive exhaustive = new Exhaustive(world);
        assertThat(answer.isPresent()).as(() -> describe(world, seed)).isEqualTo(exhaustive.hasSolution());
        answer.ifPresent(chosen -> {
            assertThat(exhaustive.needed(chosen))
                    .as(() -> describe(world, seed))
                    .contains(chosen.keySet());
            chosen.forEach((name, version) -> assertThat(exhaustive.better(chosen, name))
                    .as(() -> describe(world, seed))
                    .isEmpty());
        });
    }

    private static String describe(OracleWorld world, long seed) {
        return "seed " + seed + ", pre-releases " + world.preReleases() + "\n" + world;
    }
}
