package io.github.lambdalayer.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random small universes, each searched exhaustively by other means; {@code -Dseed=} repeats one run, which prints its first seed. */
class SolverOracleTest {

    private static final int UNIVERSES = 3_000;
    private static final String[] NAMES = {"a", "b", "c", "d", "e"};
    private static final String[] FEATURES = {"x", "y"};

    @Test
    void agreesWithExhaustiveSearch() {
        long seed = Long.getLong("seed", 20_260_101L);
        int solvable = 0;
        for (int i = 0; i < UNIVERSES; i++) {
            World world = world(new Random(seed + i));
            boolean expected = new Exhaustive(world).hasSolution();
            Outcome<String, Integer> outcome = Solver.solve(world);
            assertThat(outcome instanceof Outcome.Solved)
                    .as("universe of seed %d\n%s", seed + i, world)
                    .isEqualTo(expected);
            check(world, outcome, seed + i);
            solvable += expected ? 1 : 0;
        }
        System.out.println("Universes " + seed + " to " + (seed + UNIVERSES - 1) + ": " + solvable
                + " can be solved; -Dseed=" + seed + " repeats them.");
        assertThat(solvable).isBetween(UNIVERSES / 5, UNIVERSES * 4 / 5);
    }

    private static void check(World world, Outcome<String, Integer> outcome, long seed) {
        if (outcome instanceof Outcome.Solved<String, Integer> solved) {
            assertThat(new Exhaustive(world).missing(solved.versions()))
                    .as("universe of seed %d\n%s", seed, world)
                    .isEqualTo("nothing");
        } else if (outcome instanceof Outcome.Unsolvable<String, Integer> unsolvable) {
            List<String> sentences = Explanation.of(unsolvable.proof(), world).sentences();
            assertThat(sentences).as("universe of seed %d\n%s", seed, world).isNotEmpty();
            if (!sentences.get(0).endsWith(":")) {
                assertThat(sentences.get(sentences.size() - 1)).endsWith("the requirements cannot be satisfied.");
            }
        }
    }

    private static World world(Random random) {
        World world = new World();
        int packages = 2 + random.nextInt(4);
        for (int p = 0; p < packages; p++) {
            int versions = 1 + random.nextInt(4);
            for (int v = 1; v <= versions; v++) {
                add(world, NAMES[p], v, packages, random);
            }
        }
        int roots = 1 + random.nextInt(3);
        for (int r = 0; r < roots; r++) {
            world.root(dependency(packages, random));
        }
        return world;
    }

    private static void add(World world, String name, int version, int packages, Random random) {
        switch (random.nextInt(12)) {
            case 0 -> world.unusable(name, version);
            case 1 -> world.turnsOutBad(name, version);
            default -> {
                world.release(name, version, dependencies(packages, random));
                for (String feature : FEATURES) {
                    if (random.nextInt(3) == 0) {
                        world.feature(name, version, feature, dependencies(packages, random));
                    }
                }
            }
        }
    }

    private static String[] dependencies(int packages, Random random) {
        return random.ints(random.nextInt(3), 0, 1)
                .mapToObj(i -> dependency(packages, random))
                .toArray(String[]::new);
    }

    private static String dependency(int packages, Random random) {
        String name = random.nextInt(25) == 0 ? "missing" : NAMES[random.nextInt(packages)];
        String feature = random.nextInt(4) == 0 ? "[" + FEATURES[random.nextInt(2)] + "]" : "";
        int version = 1 + random.nextInt(4);
        String specifier = switch (random.nextInt(6)) {
            case 0 -> "==" + version;
            case 1 -> "<" + version;
            case 2 -> ">=" + version;
            case 3 -> "!=" + version;
            case 4 -> ">=" + version + ",<" + (version + 2);
            default -> "";
        };
        return name + feature + specifier;
    }

    /** Tries every combination of versions: slow, and simple enough to be believed. */
    private record Exhaustive(World world) {

        boolean hasSolution() {
            return search(new ArrayList<>(world.names()), new LinkedHashMap<>());
        }

        private boolean search(List<String> open, Map<String, Integer> chosen) {
            if (open.isEmpty()) {
                return missing(chosen).equals("nothing");
            }
            String name = open.get(0);
            List<String> rest = open.subList(1, open.size());
            if (search(rest, chosen)) {
                return true;
            }
            for (int version : world.releases(name).keySet()) {
                chosen.put(name, version);
                if (search(rest, chosen)) {
                    return true;
                }
                chosen.remove(name);
            }
            return false;
        }

        /** What is wrong with a choice of versions, or {@code nothing}. */
        String missing(Map<String, Integer> chosen) {
            List<String> open = new ArrayList<>(world.rootTexts());
            Set<String> seen = new HashSet<>();
            Set<String> needed = new HashSet<>();
            while (!open.isEmpty()) {
                String text = open.remove(open.size() - 1);
                Dependency<String> dependency = world.dependency(text);
                String name = dependency.on();
                Integer version = chosen.get(name);
                if (version == null || !World.accepts(text, version)) {
                    return text;
                }
                World.Release release = world.releaseOf(name, version);
                if (!release.usable() || release.turnsOutBad()) {
                    return "use of " + name + version;
                }
                needed.add(name);
                if (seen.add(name)) {
                    open.addAll(release.needs());
                }
                for (String feature : dependency.features()) {
                    if (seen.add(name + "[" + feature + "]")) {
                        open.addAll(release.features().getOrDefault(feature, List.of()));
                    }
                }
            }
            return needed.equals(chosen.keySet()) ? "nothing" : "a reason for " + chosen.keySet();
        }
    }
}
